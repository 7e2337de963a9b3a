import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFailed, test } from "vitest";
import { look, shot } from "./look";
import { linkIn, mailTo } from "./mail";
import { button, People } from "./people";
import { register } from "./provider";

const stamp = Date.now().toString(36);
const ann = { email: `ann-${stamp}@example.com`, name: "Ann Example" };
const bob = { email: `bob-${stamp}@example.com`, name: "Bob Example" };

let people: People;

beforeAll(async () => {
  people = await People.arrive();
});

afterAll(() => people?.leave());

test("a person signs up, names a tenant and invites another, who joins as viewer and can start nothing", async () => {
  const owner = await people.newcomer();
  onTestFailed(() => shot(owner.page, "failed-owner"));
  await owner.page.goto("/");
  await owner.page.getByRole("heading", { name: "Many systems, one coherent act" }).waitFor();
  await look(owner.page, "landing");

  await owner.page.getByRole("link", { name: "Create an account" }).click();
  await register(owner.page, ann);
  await owner.page.getByLabel("Name your tenant").waitFor();
  await look(owner.page, "welcome");
  await owner.page.getByLabel("Name your tenant").fill(`Acme ${stamp}`);
  await button(owner.page, "Create the tenant").click();
  await owner.page.getByText("No runs yet").waitFor();
  await look(owner.page, "home-empty");
  await owner.page.getByRole("link", { name: "Start a run" }).click();
  await owner.page.getByRole("dialog", { name: "Start a run" }).waitFor();
  await look(owner.page, "start-a-run");
  await button(owner.page, "Cancel").click();

  await owner.page.getByRole("link", { name: "Team" }).click();
  await button(owner.page, "Invite a person").click();
  await owner.page.getByLabel("E-mail address").fill(bob.email);
  await owner.page.getByRole("radio", { name: "viewer" }).check();
  await look(owner.page, "invite");
  await button(owner.page, "Send the invitation").click();
  await owner.page.getByRole("list", { name: "Invitations" }).getByText("pending").waitFor();
  await look(owner.page, "team-invited");

  const link = linkIn(await mailTo(bob.email, /^Join Acme/), /\/join\/ivt_/);
  const viewer = await people.newcomer();
  onTestFailed(() => shot(viewer.page, "failed-viewer"));
  await viewer.page.goto(new URL(link).pathname);
  await viewer.page.getByRole("link", { name: "Create an account" }).waitFor();
  await look(viewer.page, "join-signed-out");
  await viewer.page.getByRole("link", { name: "Create an account" }).click();
  await register(viewer.page, bob);
  await viewer.page.getByText(`Join Acme ${stamp} as viewer`).waitFor();
  await look(viewer.page, "join");
  await button(viewer.page, "Accept").click();

  await viewer.page.getByText("No runs yet").waitFor();
  await look(viewer.page, "home-viewer");
  await expect.poll(() => viewer.page.getByRole("link", { name: "Start a run" }).count()).toBe(0);
  expect(await viewer.page.getByRole("link", { name: "API keys" }).count()).toBe(0);
  expect(await startRun(viewer.page)).toBe(403);

  await owner.page.reload();
  await owner.page.getByText("accepted").waitFor();
  await look(owner.page, "team");
  await everyOtherPage(owner.page);
  expect(people.complaints).toEqual([]);
  await owner.context.close();
  await viewer.context.close();
});

/** Goes around the dashboard's button: what the API itself says to a person. */
function startRun(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const me = await (await fetch("/api/v1/me")).json();
    const started = await fetch("/api/v1/runs", {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRF-Token": me.csrf_token },
      body: JSON.stringify({ workflow: "any/one" }),
    });
    return started.status;
  });
}

async function everyOtherPage(page: Page): Promise<void> {
  await button(page, "Tenant: Acme").click();
  await page.getByRole("menuitem", { name: "New tenant" }).waitFor();
  await look(page, "tenant-menu");
  await page.keyboard.press("Escape");

  await page.getByRole("link", { name: "API keys" }).click();
  await page.getByText("No keys yet").waitFor();
  await button(page, "Create a key").click();
  await page.getByRole("textbox", { name: "Name" }).fill("deployment");
  await button(page, "Run").click();
  await look(page, "api-key-form");
  await button(page, "Create the key").click();
  await page.getByText("Copy it now").waitFor();
  await look(page, "api-key-secret");
  await button(page, "I have copied it").click();
  await page.getByText("never used").waitFor();
  await look(page, "api-keys");
  await button(page, "Rotate deployment").click();
  await page.getByRole("dialog").getByRole("button", { name: "Rotate" }).click();
  await page.getByText("Copy it now").waitFor();
  await button(page, "I have copied it").click();
  await page.getByText("replaced").waitFor();

  await page.getByRole("link", { name: "Audit log" }).click();
  await page.getByText("What changed").first().click();
  await look(page, "audit");
  const [file] = await Promise.all([page.waitForEvent("download"), button(page, "Export").click()]);
  expect(file.suggestedFilename()).toBe("ganglion-audit.jsonl");
  await button(page, "Check it").click();
  await page.getByText("The log is whole").waitFor();

  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill(`Acme Research ${stamp}`);
  await button(page, "Rename").click();
  await button(page, `Tenant: Acme Research ${stamp}`).waitFor();
  await look(page, "settings");
  await button(page, "Leave Acme").click();
  await page.getByRole("dialog").getByRole("button", { name: "Leave" }).click();
  await page.getByText("A tenant needs an owner").waitFor();
  await look(page, "settings-refused");
  await button(page, "Cancel").click();

  await button(page, "Delete the tenant").click();
  await page.getByLabel("Its name, to confirm").fill(`Acme Research ${stamp}`);
  await look(page, "delete");
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await page.getByText("This tenant is deleted").waitFor();
  await look(page, "settings-deleted");
  await button(page, "Restore the tenant").click();
  await button(page, "Delete the tenant").waitFor();
}
