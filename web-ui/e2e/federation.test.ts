import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFailed, test } from "vitest";
import { look, shot } from "./look";
import { linkIn, mailTo } from "./mail";
import { NameServer } from "./nameserver";
import { type Employee, Organization, PASSWORD, SECRET } from "./organization";
import { button, People } from "./people";
import { type Person, register } from "./provider";

const stamp = Date.now().toString(36);
const domain = `acme-${stamp}.example`;
const ann = { email: `ann@${domain}`, name: "Ann Example" };
const carol = { email: `carol@${domain}`, name: "Carol Example" };
const victim = { email: `victim@other-${stamp}.example`, name: "Vic Tim" };

const names = new NameServer();
let people: People;
const open: Organization[] = [];

beforeAll(async () => {
  await names.start();
  people = await People.arrive();
});

afterAll(async () => {
  names.stop();
  await Promise.all(open.map((one) => one.close()));
  await people?.leave();
});

async function organization(realm: string, people: Employee[]): Promise<Organization> {
  const made = await Organization.open(realm, people);
  open.push(made);
  return made;
}

/** At the organization's own page. */
async function signInAtWork(page: Page, at: Organization, email: string): Promise<void> {
  await page.waitForURL((url) => url.href.startsWith(at.issuer));
  await page.locator("#username").fill(email);
  await page.locator("#password").fill(PASSWORD);
  await page.locator("#kc-login").click();
}

/** Somebody with a tenant of their own, at its page of signing in. */
async function newOwner(who: Person, tenant: string): Promise<Page> {
  const { page } = await people.newcomer();
  onTestFailed(() => shot(page, `failed-owner-${tenant}`));
  await page.goto("/auth/register?next=/");
  await register(page, who);
  await page.getByLabel("Name your tenant").fill(tenant);
  await button(page, "Create the tenant").click();
  await page.getByRole("link", { name: "Sign-in" }).click();
  await page.getByText("No domains yet").waitFor();
  return page;
}

async function addDomain(page: Page, name: string): Promise<void> {
  await page.getByRole("textbox", { name: "Domain" }).fill(name);
  await button(page, "Add the domain").click();
  await page.getByText("not proved yet").waitFor();
}

async function proveDomain(page: Page, name: string): Promise<void> {
  names.txt(await copied(page, "Name of the record"), await copied(page, "Its value"));
  await button(page, `Verify ${name}`).click();
  await page.getByText("verified", { exact: true }).waitFor();
}

const copied = (page: Page, label: string) => page.getByRole("group", { name: label }).innerText();

test("an organization brings its identity provider, tries it and makes it the only way in", async () => {
  const acme = await organization(`acme-${stamp}`, [ann, carol, victim]);
  const owner = await newOwner(ann, `Acme ${stamp}`);
  await look(owner, "sign-in-empty");
  await addDomain(owner, domain);
  await button(owner, `Verify ${domain}`).click();
  await owner.getByText("The proof was not found").waitFor();
  await look(owner, "sign-in-domain");
  await proveDomain(owner, domain);

  await button(owner, "Bring a provider").click();
  const form = owner.getByRole("dialog");
  const client = await acme.knowsByOidc(await copied(owner, "Redirect address"));
  await form.getByLabel("Issuer").fill(acme.issuer);
  await form.getByLabel("Client identifier").fill(client);
  await form.getByLabel("Client secret").fill(SECRET);
  await look(owner, "sign-in-provider-form");
  await button(owner, "Bring it").click();
  await owner.getByText("not tried yet").waitFor();
  const address = new URL(await copied(owner, "Address that signs in by the provider"));
  await look(owner, "sign-in-untried");

  const employee = await people.newcomer();
  onTestFailed(() => shot(employee.page, "failed-employee"));
  await employee.page.goto(address.pathname + address.search);
  await signInAtWork(employee.page, acme, carol.email);
  await employee.page.goto(linkIn(await mailTo(carol.email, /verif/i), /login-actions/));
  await employee.page.getByLabel("Name your tenant").waitFor(); // let in, and in no tenant yet

  await owner.getByText("tried", { exact: true }).waitFor();
  await button(owner, "Make it the only way in").click();
  await owner.getByRole("dialog").getByRole("button", { name: "Make it the only way" }).click();
  await owner.getByText("Sign in by your organization").waitFor(); // the owner came in by a password
  await look(owner, "another-way");

  await owner.getByRole("link", { name: "Sign in there" }).click();
  await signInAtWork(owner, acme, ann.email);
  await owner.locator("#linkAccount").click(); // there is an account of that address: a mail proves it is theirs
  await owner.goto(linkIn(await mailTo(ann.email, /link/i), /login-actions/));
  await owner.getByText("the only way in", { exact: true }).waitFor();
  await look(owner, "sign-in-enforced");

  const liar = await people.newcomer();
  onTestFailed(() => shot(liar.page, "failed-liar"));
  await liar.page.goto(address.pathname + address.search);
  await signInAtWork(liar.page, acme, victim.email);
  await liar.page.locator("[type=submit]").click();
  await liar.page.getByText(/does not match any domain/i).waitFor();
  await liar.page.goto("/");
  await liar.page.getByRole("link", { name: "Create an account" }).waitFor();
  expect(people.complaints).toEqual([]);
});

test("an organization that speaks SAML does the same", async () => {
  const saml = `saml-${stamp}.example`;
  const [dave, erin] = [
    { email: `dave@${saml}`, name: "Dave Example" },
    { email: `erin@${saml}`, name: "Erin Example" },
  ] as const;
  const office = await organization(`saml-${stamp}`, [erin]);
  const owner = await newOwner(dave, `Saml ${stamp}`);
  await addDomain(owner, saml);
  await proveDomain(owner, saml);

  await button(owner, "Bring a provider").click();
  const form = owner.getByRole("dialog");
  await form.getByRole("radio", { name: "SAML 2.0" }).check();
  const [entity, consumer] = [
    await copied(owner, "Our entity identifier"),
    await copied(owner, "Assertion consumer service"),
  ];
  await form.getByLabel("Its metadata").fill("no metadata");
  await button(owner, "Bring it").click();
  await form.getByText("Your identity provider can't be used like this").waitFor();
  await look(owner, "sign-in-saml-refused");
  await form.getByLabel("Its metadata").fill(await office.knowsBySaml(entity, consumer));
  await button(owner, "Bring it").click();
  await owner.getByText("not tried yet").waitFor();
  const address = new URL(await copied(owner, "Address that signs in by the provider"));

  const employee = await people.newcomer();
  onTestFailed(() => shot(employee.page, "failed-saml-employee"));
  await employee.page.goto(address.pathname + address.search);
  await signInAtWork(employee.page, office, erin.email);
  await employee.page.goto(linkIn(await mailTo(erin.email, /verif/i), /login-actions/));
  await employee.page.getByLabel("Name your tenant").waitFor();
  await owner.getByText("tried", { exact: true }).waitFor();
  expect(people.complaints).toEqual([]);
});
