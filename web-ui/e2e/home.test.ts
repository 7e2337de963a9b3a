import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { look } from "./look";
import { newOwner } from "./owner";
import { button, People } from "./people";

/** From the button to the end of the run: a first minute is no longer. */
const MINUTE_MS = 60_000;

let people: People;

beforeAll(async () => {
  people = await People.arrive();
});

afterAll(() => people?.leave());

test("a new owner's first run takes a minute, is seen on the map as it happens and can be played again", async () => {
  const page = await newOwner(people, "Nora");
  await page.getByText("Accounts: 0 of 6").waitFor();
  await page.getByText("Nobody acts on anything yet").waitFor();
  await look(page, "home-first-minute");

  await button(page, "Start your first run").click();
  await page.getByText(/^It held systems with a depth of \d+ at once/).waitFor({ timeout: MINUTE_MS });
  await page.getByRole("group", { name: /^Coordination map: 1 agent, 6 systems/ }).waitFor();
  await look(page, "home-first-run");
  expect(await page.getByRole("list", { name: "Latest runs" }).getByRole("listitem").count()).toBe(1);
  await page.reload();
  await page.getByText(/^It held systems/).waitFor();
  expect(await page.getByRole("list", { name: "Latest runs" }).getByRole("listitem").count()).toBe(1);

  await page.getByText("As a table").click();
  await page.getByRole("row", { name: /^evm/ }).waitFor();
  await look(page, "home-table");

  await page.getByText("Replay", { exact: true }).click();
  const moment = page.getByRole("slider", { name: "Moment of the run" });
  await moment.focus();
  await page.keyboard.press("Home");
  expect(await moment.getAttribute("aria-valuetext")).toMatch(/^0\.00 s of/);
  for (let page10 = 0; page10 < 5; page10++) await page.keyboard.press("PageUp");
  await look(page, "home-replay");
  await button(page, "Play").click();
  await button(page, "Pause").waitFor();
  expect(people.complaints).toEqual([]);
});

test("after the first run an owner connects their first real account, and is told what its platform allows", async () => {
  const page = await newOwner(people, "Rhea");
  const bot = { id: 4711, is_bot: true, first_name: "Acme", username: "acme_bot" };
  const server = createServer((_, response) => {
    response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify({ ok: true, result: bot }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  await button(page, "Start your first run").click();
  await page.getByText(/^It held systems/).waitFor({ timeout: MINUTE_MS });
  await page.getByRole("link", { name: "Connect your first real account" }).click();
  await page.getByRole("list", { name: "Connections" }).getByText("laboratory").first().waitFor();
  await look(page, "connections-first-run");
  await button(page, "Connect an account").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Find a platform" }).fill("tele");
  await dialog.getByRole("button", { name: /^Telegram/ }).click();
  await dialog.getByLabel(/^Bot token/).fill("4711:AAAAAAAAAAAAAAAAAAAAAAAA");
  await dialog
    .getByRole("textbox", { name: "Address" })
    .fill(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  await dialog.getByRole("button", { name: "Connect", exact: true }).click();
  await page.getByRole("link", { name: "telegram", exact: true }).click();
  await page.getByRole("list", { name: "Budgets" }).getByText("30 of 30 left in any 1 s").waitFor();
  await look(page, "connection-real");
  await page.getByRole("link", { name: "Home" }).click();
  await page.getByRole("group", { name: /^Coordination map: 1 agent, 7 systems/ }).waitFor();
  expect(await page.getByText("Connect your first real account").count()).toBe(0);
  expect(people.complaints).toEqual([]);
  server.close();
});

test("the map is worked by keyboard", async () => {
  const page = await newOwner(people, "Olaf");
  await button(page, "Start your first run").click();
  await page.getByText(/^It held systems/).waitFor({ timeout: MINUTE_MS });
  await page.getByRole("button", { name: /^Agent lab-campaigner/ }).focus();
  await page.keyboard.press("ArrowRight");
  await page.getByText(/^binance .*: held by/).waitFor();
  await look(page, "home-chosen");
  expect(people.complaints).toEqual([]);
});
