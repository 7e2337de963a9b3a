import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { call } from "./calls";
import { look } from "./look";
import { newOwner } from "./owner";
import { button, People } from "./people";

let people: People;

beforeAll(async () => {
  people = await People.arrive();
});

afterAll(() => people?.leave());

const dialog = (page: Page) => page.getByRole("dialog");

const LISTENING = `
document: {dsl: 1.0.3, namespace: e2e, name: ordered, version: 1.0.0}
schedule: {on: {one: {with: {type: com.shop.ordered}}}}
do:
  - note: {set: {order: '\${ $workflow.input[0].data.order }'}}
`;

test("an owner adds a source and a trigger; what comes in starts a run", async () => {
  const page = await newOwner(people, "Ines");
  await call(page, "POST", "/workflows", LISTENING, "application/yaml");
  await page.getByRole("link", { name: "Webhooks" }).click();
  await page.getByText("No platform tells you anything yet").waitFor();
  await page.getByText("Nothing is read yet").waitFor();
  await button(page, "Add a source").click();
  await dialog(page).getByRole("textbox", { name: "Name" }).fill("orders of the shop");
  await look(page, "sources-add");
  await dialog(page).getByRole("combobox", { name: "Kind" }).click();
  await page.getByRole("option", { name: /the address alone/ }).click();
  await dialog(page).getByLabel("Type of its events").fill("com.shop.ordered");
  await dialog(page).getByRole("button", { name: "Add the source" }).click();
  const address = await dialog(page).getByRole("group", { name: "Address" }).innerText();
  await look(page, "sources-address");
  await button(page, "I have copied it").click();
  await button(page, "New address for orders of the shop").click();
  await look(page, "sources-rotate");
  await page.keyboard.press("Escape");
  await dialog(page).waitFor({ state: "detached" });

  const told = await fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ order: 7 }),
  });
  expect(told.status).toBeLessThan(300);

  await call(page, "POST", "/connections", await account(page, "x"));
  await button(page, "Add a trigger").click();
  await dialog(page).getByRole("textbox", { name: "Name" }).fill("mentions of us");
  await dialog(page).getByRole("combobox", { name: "Connection" }).click();
  await page.getByRole("option", { name: "x" }).click();
  await dialog(page).getByRole("combobox", { name: "What is read" }).click();
  await page.getByRole("option").first().click();
  await look(page, "triggers-add");
  await dialog(page).getByRole("button", { name: "Add the trigger" }).click();
  await page.getByRole("list", { name: "Triggers" }).getByText("active").waitFor();
  await look(page, "webhooks-inbound");
  await button(page, "Pause mentions of us").click();
  await button(page, "Resume mentions of us").waitFor();
  await button(page, "Delete mentions of us").click();
  await look(page, "triggers-delete");
  await dialog(page).getByRole("button", { name: "Delete" }).click();
  await page.getByText("Nothing is read yet").waitFor();

  await page.getByRole("link", { name: "Runs", exact: true }).click();
  await page.getByRole("link", { name: "e2e/ordered 1.0.0" }).waitFor();
  expect(people.complaints).toEqual([]);
});

/** An account at a simulated platform, to be connected. */
async function account(page: Page, platform: string): Promise<object> {
  const { connection } = (await call(page, "POST", "/lab/accounts", { platform })) as { connection: object };
  return { name: platform, ...connection };
}

test("a person has what happens told to a system of their own, tries it and takes it back", async () => {
  const page = await newOwner(people, "Nils");
  let told = 0;
  const server = createServer((request, response) => {
    told++;
    request.resume();
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  await page.getByRole("link", { name: "Settings" }).click();
  await button(page, "Set up webhook").click();
  await dialog(page)
    .getByLabel("Address")
    .fill(`http://127.0.0.1:${(server.address() as AddressInfo).port}/told`);
  await look(page, "notifications-webhook");
  await dialog(page).getByRole("button", { name: "Save" }).click();
  await button(page, "Test webhook").click();
  await page.getByText("The test was taken by webhook.").waitFor();
  expect(told).toBe(1);
  const approvals = page.getByRole("checkbox", { name: "Approvals by Webhook" });
  await approvals.click(); // it shows what is on record, and that takes a moment
  await expect.poll(() => approvals.isChecked()).toBe(true);
  await look(page, "notifications");
  await button(page, "Remove webhook").click();
  await dialog(page).getByRole("button", { name: "Remove" }).click();
  await button(page, "Set up webhook").waitFor();
  expect(people.complaints).toEqual([]);
  server.close();
});
