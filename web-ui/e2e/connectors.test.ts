import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { look, shot } from "./look";
import { newOwner } from "./owner";
import { button, People } from "./people";
import { KEY, Shop } from "./shop";

let people: People;
let shop: Shop;

beforeAll(async () => {
  shop = await Shop.open();
  people = await People.arrive();
});

afterAll(async () => {
  shop?.close();
  await people?.leave();
});

const dialog = (page: Page) => page.getByRole("dialog");
const action = (page: Page, told: RegExp) =>
  page.getByRole("list", { name: "Actions" }).getByRole("listitem").filter({ hasText: told });
const rows = (page: Page) => page.getByRole("list", { name: "Connections" });

test("an owner adds a platform by its OpenAPI document, says more of it, follows its new version and deletes it", async () => {
  const page = await newOwner(people, "Shona");
  await page.getByRole("link", { name: "Connections" }).click();
  await button(page, "Add your own platform").click();
  await dialog(page).getByText("Its address", { exact: true }).click();
  await dialog(page).getByRole("textbox", { name: "Name" }).fill("my-shop");
  await dialog(page).getByRole("textbox", { name: "Address" }).fill("http://10.1.2.3/openapi.json");
  await look(page, "own-add");
  await button(page, "Read it").click();
  await dialog(page).getByRole("alert").waitFor(); // nobody is asked in a private network
  await look(page, "own-refused");
  await dialog(page).getByRole("textbox", { name: "Address" }).fill(`${shop.url}/openapi.json`);
  await button(page, "Read it").click();
  await dialog(page).getByRole("table", { name: "Actions" }).waitFor();
  await look(page, "own-review");
  await button(page, "Save and connect").click();
  await dialog(page).getByLabel(/^Key/).fill(KEY);
  await look(page, "own-connect");
  await dialog(page).getByRole("button", { name: "Connect", exact: true }).click();
  await rows(page).getByText("healthy").waitFor();
  await look(page, "connections-own");

  await page.getByRole("list", { name: "Your own platforms" }).getByRole("link", { name: "The shop" }).click();
  await button(page, "Change addItem").waitFor();
  await look(page, "own-platform");
  await button(page, "Change addItem").click();
  await dialog(page).getByLabel("If its answer is lost, it").selectOption("idempotent");
  await dialog(page).getByLabel("Header that it is deduplicated by").fill("Idempotency-Key");
  await dialog(page).getByLabel("It is taken back by").selectOption("dropItem");
  await dialog(page).getByLabel("Its argument id").fill("/output/id");
  await look(page, "own-action");
  await dialog(page).getByRole("button", { name: "Save" }).click();
  await action(page, /addItem.*deduplicated by Idempotency-Key\. dropItem takes it back/).waitFor();
  await button(page, "Change renameItem").click();
  await dialog(page).getByLabel("It may be called").uncheck();
  await dialog(page).getByRole("button", { name: "Save" }).click();
  await action(page, /renameItem.*off/).waitFor();
  await button(page, "Change it").click();
  await dialog(page).getByLabel("Whose credentials they are is told by").selectOption("me");
  await dialog(page).getByLabel("Where its answer has the identifier").fill("/id");
  await look(page, "own-change");
  await dialog(page).getByRole("button", { name: "Save" }).click();
  await page.getByText("me says whose credentials they are, at /id").waitFor();

  shop.version = 2;
  await button(page, "Read it anew").click();
  await dialog(page).getByRole("textbox", { name: "Address" }).fill(`${shop.url}/openapi.json`);
  await button(page, "Show what has changed").click();
  await dialog(page).getByRole("list", { name: "New" }).getByText("addCoupon").waitFor();
  await dialog(page).getByRole("list", { name: "Gone" }).getByText("renameItem").waitFor();
  await look(page, "own-reread");
  await button(page, "Take it over").click();
  await action(page, /addCoupon/).waitFor();

  await button(page, "Delete").click();
  await dialog(page).getByRole("button", { name: "Delete" }).click();
  await dialog(page).getByText("The connector is in use").waitFor();
  await look(page, "own-delete-refused");
  await dialog(page).getByRole("button", { name: "Cancel" }).click();
  await rows(page).getByRole("link").click();
  await page.getByRole("link", { name: "The shop" }).waitFor();
  await button(page, "Delete").click();
  await dialog(page).getByRole("button", { name: "Delete" }).click();
  await page.getByText("Nothing is connected yet").waitFor();
  await page.getByRole("link", { name: "The shop" }).click();
  await button(page, "Delete").click();
  await dialog(page).getByRole("button", { name: "Delete" }).click();
  await page.getByText("Nothing is connected yet").waitFor();
  await page.getByRole("list", { name: "Your own platforms" }).waitFor({ state: "detached" });
  expect(people.complaints).toEqual([]);
});

test("an owner adds an MCP server, and trusts what it says of its tools by a click", async () => {
  const page = await newOwner(people, "Mona");
  await page.getByRole("link", { name: "Connections" }).click();
  await button(page, "Add your own platform").click();
  await dialog(page).getByText("MCP server", { exact: true }).click();
  await dialog(page).getByRole("textbox", { name: "Name" }).fill("my-notes");
  await dialog(page).getByRole("textbox", { name: "Address" }).fill(`${shop.url}/mcp`);
  await look(page, "own-mcp");
  await button(page, "Read it").click();
  await button(page, "Trust what it says").waitFor();
  await look(page, "own-mcp-review");
  await button(page, "Trust what it says").click();
  await button(page, "Save and connect").click();
  await dialog(page).getByRole("button", { name: "Back" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("list", { name: "Your own platforms" }).getByRole("link", { name: "127.0.0.1" }).click();
  await action(page, /look_up.*is asked again/).waitFor();
  await button(page, "Read it anew").click();
  await look(page, "own-mcp-reread");
  await button(page, "Show what has changed").click();
  await dialog(page).getByText("It says the same as before").waitFor();
  expect(people.complaints).toEqual([]);
});

test("an account is connected on the platform's own page, and is told no where one says no", async () => {
  const page = await newOwner(people, "Otto");
  await page.getByRole("link", { name: "Connections" }).click();
  await consent(page, "main");
  await shot(page, "oauth-page");
  await button(page, "Deny").click();
  await page.getByText("You said no on the platform's page").waitFor();
  await look(page, "oauth-denied");
  await consent(page, "main");
  await button(page, "Allow").click();
  await page.getByText("The platform lets us in.").waitFor();
  await rows(page).getByText("healthy").waitFor();
  await look(page, "oauth-connected");

  await page.route("**/api/v1/connections/*/budgets", (route) => route.fulfill({ json: BUDGETS }));
  await page.getByRole("link", { name: "Look at the connection" }).click();
  await page.getByRole("list", { name: "Budgets" }).waitFor();
  await look(page, "connection-budgets");
  expect(people.complaints).toEqual([]);
});

/** To the page of a simulated platform, on which somebody is asked. */
async function consent(page: Page, name: string): Promise<void> {
  await button(page, "Connect an account").click();
  await dialog(page).getByRole("button", { name: /^X/ }).click();
  await dialog(page).getByRole("textbox", { name: "Name" }).fill(name);
  await dialog(page).getByRole("combobox", { name: "Where" }).click();
  await page.getByRole("option", { name: "the laboratory" }).click();
  await button(page, "Connect with X").click();
  await page.getByRole("heading", { name: "X", exact: true }).waitFor();
}

/** What a real platform allows; those of the laboratory count for themselves. */
const WINDOW = { clear_at: "2026-11-30T12:15:00.000Z", paused_until: null, waiting: 0 };
const BUDGETS = {
  windows: [
    { ...WINDOW, title: "posts of x @acme", limit: 100, length: "PT15M", used: 12 },
    { ...WINDOW, title: "posts of this app", limit: 10_000, length: "P1D", used: 8_700, waiting: 3 },
    {
      ...WINDOW,
      title: "reads of x @acme",
      limit: 900,
      length: "PT15M",
      used: 900,
      paused_until: "2026-11-30T12:15:00.000Z",
      waiting: 1,
    },
  ],
};
