import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { call } from "./calls";
import { LATER } from "./later";
import { newOwner } from "./owner";
import { button, People } from "./people";
import { KEY, Shop } from "./shop";

/** `npm run pictures` writes them where the documents have them; else they are shots like all others. */
const FOLDER = process.env.GANGLION_PICTURES ?? join(import.meta.dirname, "shots/pictures");
const MOST_BYTES = 200_000;
const MINUTE_MS = 180_000; // of a slow machine

let people: People;
let shop: Shop;

beforeAll(async () => {
  mkdirSync(FOLDER, { recursive: true });
  shop = await Shop.open();
  people = await People.arrive();
});

afterAll(async () => {
  shop?.close();
  await people?.leave();
});

/** Keeps a picture of a part of a page, as people with a light screen see it. */
async function picture(of: Locator | Page, name: string): Promise<void> {
  const png = await of.screenshot({ animations: "disabled" });
  expect(png.length, `${name}: bytes`).toBeLessThan(MOST_BYTES);
  writeFileSync(join(FOLDER, `${name}.png`), png);
}

const card = (page: Page, title: string) => page.getByRole("region", { name: title });

test("the coordination map while a run acts, and the run's page after it", async () => {
  const page = await newOwner(people, "Petra");
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "no-preference" });
  await page.setViewportSize({ width: 1280, height: 900 });
  await button(page, "Start your first run").click();
  // the picture is taken when the run holds several systems at once
  await page
    .getByRole("group", { name: /^Coordination map: 1 agent, 6 systems, depth [4-9]/ })
    .waitFor({ timeout: MINUTE_MS });
  await picture(card(page, "Coordination map"), "map");
  await page.getByText(/^It held systems with a depth of \d+ at once/).waitFor({ timeout: MINUTE_MS });
  await page.getByRole("list", { name: "Latest runs" }).getByRole("link").first().click();
  await page.getByRole("img", { name: /Timeline over/ }).waitFor();
  await page.getByRole("list", { name: "Steps" }).waitFor();
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await picture(page, "run");
  expect(people.complaints).toEqual([]);
});

const RISKY = `
document: {dsl: 1.0.3, namespace: shop, name: restock, version: 1.0.0, title: Restock the shop}
do:
  - add:
      call: my-shop.addItem
      with: {connection: shop, body: {name: Green tea}}
`;
const ASKING = `
document: {dsl: 1.0.3, namespace: shop, name: launch, version: 1.0.0, title: Launch a product}
do:
  - ask:
      call: ganglion.approval
      with:
        title: Publish the launch on four platforms?
        detail: {caption: Green tea is back, budget: 120 EUR}
        timeout: {hours: 6}
`;

test("an effect of which nobody knows whether it landed waits for a person, who says so, beside an approval", async () => {
  const page = await newOwner(people, "Ulla");
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await call(page, "POST", "/connectors", { name: "my-shop", url: `${shop.url}/openapi.json` });
  await call(page, "POST", "/connections", {
    name: "shop",
    connector: "my-shop",
    environment: "production",
    credentials: { key: KEY },
  });
  const policy = { irreversible: "allow" };
  const body = { name: "shopkeeper", connections: ["shop"], policy };
  const { id: agent } = (await call(page, "POST", "/agents", body)) as { id: string };
  await call(page, "POST", "/workflows", RISKY, "application/yaml");
  await call(page, "POST", "/workflows", ASKING, "application/yaml");
  shop.silent = true; // it takes the item, and its answer is lost
  await call(page, "POST", "/runs", { workflow: "shop/restock", agent, input: {} });
  await call(page, "POST", "/runs", { workflow: "shop/launch", agent, input: {} });
  await page.getByRole("link", { name: /^Attention/ }).click();
  await page.getByRole("list", { name: "In doubt" }).waitFor({ timeout: MINUTE_MS });
  await button(page, "Approve: Publish the launch on four platforms?").waitFor();
  await picture(page, "attention");

  await button(page, "Resolve: addItem").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: "It landed" }).check();
  await dialog.getByLabel("Reference").fill("1");
  await dialog.getByRole("button", { name: "Put it on record" }).click();
  await page.getByText("No effect is in doubt").waitFor();
  const ended = async () => {
    const runs = (await call(page, "GET", "/runs?workflow=shop/restock")) as { data: { state: string }[] };
    return runs.data[0]?.state;
  };
  await expect.poll(ended, { timeout: MINUTE_MS }).toBe("SUCCEEDED");
  expect(shop.items, "sent once, although nobody answered").toBe(1);
  expect(people.complaints).toEqual([]);
});

test("the bill, as it is after some months", async () => {
  const page = await newOwner(people, "Bea");
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  for (const [path, body] of Object.entries(LATER)) {
    await page.route(
      (url) => url.pathname === path,
      (route) => route.fulfill({ json: typeof body === "function" ? body(new URL(route.request().url())) : body }),
    );
  }
  await page.goto("/billing");
  await page.getByRole("row", { name: /x @acme/ }).waitFor();
  const bill = card(page, "Upcoming invoice");
  await bill.scrollIntoViewIfNeeded();
  await picture(bill, "billing");
  expect(people.complaints).toEqual([]);
});
