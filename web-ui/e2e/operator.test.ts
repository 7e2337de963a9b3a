import { afterAll, beforeAll, expect, onTestFailed, test } from "vitest";
import { makeOperator } from "./keycloak";
import { look, shot } from "./look";
import { newOwner } from "./owner";
import { button, People } from "./people";
import { register, signIn } from "./provider";

const stamp = Date.now().toString(36);
const olga = { email: `olga-${stamp}@example.com`, name: "Olga Example" };
const TITLE = `Webhooks are late ${stamp}`;

let people: People;

beforeAll(async () => {
  people = await People.arrive();
});

afterAll(() => people?.leave());

/** Somebody with the role at the provider, who has signed in since they have it. */
async function operator() {
  const before = await people.newcomer();
  await before.page.goto("/auth/register?next=/");
  await register(before.page, olga);
  await before.page.getByLabel("Name your tenant").waitFor();
  await before.page.goto("/operator");
  await before.page.getByText("There is no such page").waitFor();
  await before.context.close();
  await makeOperator(olga.email);
  const seat = await people.newcomer();
  await seat.page.goto("/auth/login?next=/operator");
  await signIn(seat.page, olga);
  await seat.page.getByRole("heading", { name: "Tenants", level: 1 }).waitFor();
  return seat;
}

test("an operator finds a tenant, limits and suspends it, sees the platform's health and tells of an incident", async () => {
  const owner = await newOwner(people, "Tess");
  const { page, context } = await operator();
  onTestFailed(() => shot(page, "failed-operator"));

  await page.getByRole("textbox", { name: "Name or identifier" }).fill("Tess's");
  await button(page, "Search").click();
  const tenants = page.getByRole("list", { name: "Tenants" });
  await tenants.getByRole("link").first().waitFor();
  await look(page, "operator-tenants");
  await tenants.getByRole("link").first().click();
  await page.getByRole("textbox", { name: "Capacity (K)" }).waitFor();
  await look(page, "operator-tenant");
  await page.getByRole("textbox", { name: "Capacity (K)" }).fill("40");
  await button(page, "Set limits").click();
  await page.getByText("of 40").waitFor();

  await button(page, "Suspend").click();
  await page.getByRole("textbox", { name: "Why" }).fill("It floods a platform");
  await look(page, "operator-suspend");
  await page.getByRole("dialog").getByRole("button", { name: "Suspend" }).click();
  await button(page, "Resume").waitFor();
  await owner.reload();
  await owner.getByText("This tenant is suspended").waitFor();
  await look(page, "operator-suspended");
  await button(page, "Resume").click();
  await page.getByRole("dialog").getByRole("button", { name: "Resume" }).click();
  await page.getByRole("main").getByRole("button", { name: "Suspend" }).waitFor(); // not the closing dialog's

  await page.getByRole("link", { name: "Health" }).click();
  await page.getByRole("table", { name: "Workers" }).getByText("alive").first().waitFor();
  await look(page, "operator-health");

  await page.getByRole("link", { name: "Incidents" }).click();
  await page.getByRole("heading", { name: "Incidents", level: 1 }).waitFor();
  await button(page, "Tell of an incident").click();
  const form = page.getByRole("dialog");
  await form.getByRole("textbox", { name: "Title" }).fill(TITLE);
  await form.getByRole("checkbox", { name: "Webhooks" }).check();
  await form.getByRole("textbox", { name: "Message" }).fill("Some are late by minutes. None is lost.");
  await look(page, "operator-incident-form");
  await form.getByRole("button", { name: "Tell everybody" }).click();
  await page.getByRole("list", { name: "Incidents" }).getByText(TITLE).waitFor();
  await look(page, "operator-incidents");

  await owner.reload();
  await owner.getByText(TITLE).waitFor();
  await look(owner, "home-incident");
  const anybody = await people.newcomer();
  await anybody.page.goto("/status");
  await anybody.page.getByText(TITLE).waitFor();
  await anybody.page.getByRole("list", { name: "Parts" }).waitFor();
  await look(anybody.page, "status");

  await button(page, `Tell more of ${TITLE}`).click();
  await page.getByRole("combobox", { name: "It is now" }).click();
  await page.getByRole("option", { name: "resolved" }).click();
  await page.getByRole("textbox", { name: "Message" }).fill("All of them were sent.");
  await look(page, "operator-incident-more");
  await page.getByRole("dialog").getByRole("button", { name: "Tell everybody" }).click();
  await page.getByRole("list", { name: "Incidents" }).getByText("resolved").first().waitFor();
  await owner.reload();
  await owner.getByText("No runs yet").waitFor();
  expect(await owner.getByText(TITLE).count()).toBe(0);
  expect(people.complaints).toEqual([]);
  await context.close();
});
