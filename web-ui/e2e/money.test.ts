import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LATER } from "./later";
import { look } from "./look";
import { newOwner } from "./owner";
import { button, People } from "./people";

let people: People;

beforeAll(async () => {
  people = await People.arrive();
});

afterAll(() => people?.leave());

test("an owner looks at capacity, chooses a plan by its proration, turns burst on and takes the ledger along", async () => {
  const page = await newOwner(people, "Paula");

  await page.getByRole("link", { name: "Capacity & usage" }).click();
  await page.getByText("No run waits").waitFor();
  await page.getByText(/^Nothing was held in/).waitFor();
  await page.getByText("It has no lines yet").waitFor();
  await look(page, "capacity-empty");
  await button(page, "Tell me").click();
  await page.getByText(/would have cost .*it came to/).waitFor();
  await look(page, "capacity-what-if");

  await page.getByRole("link", { name: "Billing", exact: true }).click();
  await page.getByText("No invoices yet").waitFor();
  await page.getByText("No lines: nothing is to be paid.").waitFor();
  await look(page, "billing-free");
  await button(page, "Choose Scale").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText(/then comes to/).waitFor();
  await look(page, "billing-change-scale");
  const foretold = await dialog.getByRole("table", { name: "Lines" }).innerText();
  await dialog.getByRole("button", { name: "Change to Scale" }).click();
  await page.getByText("You are on Scale from now on.").waitFor();
  const upcoming = page.getByRole("region", { name: "Upcoming invoice" });
  await upcoming.getByRole("table", { name: "Lines" }).waitFor();
  const charged = cents(await upcoming.getByRole("table", { name: "Lines" }).innerText());
  const expected = cents(foretold);
  expect(charged).toHaveLength(expected.length);
  for (const [line, amount] of charged.entries()) {
    expect([expected[line], (expected[line] ?? 0) - 1]).toContain(amount); // a cent of it is gone each 67 s
  }

  await page.getByText("Yearly").click();
  await button(page, "Choose Team").click();
  await dialog.getByText("In trial").waitFor();
  await look(page, "billing-change-team");
  await dialog.getByRole("button", { name: "Change to Team" }).click();
  await page.getByText("You are on Team from now on.").waitFor();

  await page.getByRole("switch", { name: "Burst is on" }).check({ force: true }); // its track covers it
  await page.getByLabel(/At most so much a month/).fill("20");
  await page.getByRole("region", { name: "Burst" }).getByRole("button", { name: "Save" }).click();
  await page.getByText(/of at most €20.00 this month/).waitFor();
  await page.getByRole("textbox", { name: "Tax number" }).fill("DE123456789");
  await page.getByRole("region", { name: "Made out to" }).getByRole("button", { name: "Save" }).click();
  await page.getByText("Saved.").waitFor();
  await look(page, "billing-team");

  await page.getByRole("link", { name: "Capacity & usage" }).click();
  await page.getByText("with burst up to 10,000").waitFor();
  await look(page, "capacity-burst");
  const [file] = await Promise.all([page.waitForEvent("download"), button(page, "Export").click()]);
  expect(file.suggestedFilename()).toBe("ganglion-ledger.jsonl");
  const lines = readFileSync(await file.path(), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines.map(({ kind }) => kind)).toEqual(["plan", "capacity", "plan", "capacity", "capacity"]);
  await page.getByText(lines.at(-1).hash).waitFor(); // the root that an export has to end with
  expect(people.complaints).toEqual([]);
});

/** What a table's lines come to, in cents. */
const cents = (table: string) =>
  (table.match(/-?€[\d,.]+/g) ?? []).map((amount) => Number(amount.replace(/[€,.]/g, "")));

test("what only a month brings: usage, invoices, an overdue one, a suspended tenant", async () => {
  const page = await newOwner(people, "Vera");
  for (const [path, body] of Object.entries(LATER)) {
    await page.route(
      (url) => url.pathname === path,
      (route) => route.fulfill({ json: typeof body === "function" ? body(new URL(route.request().url())) : body }),
    );
  }
  await page.goto("/capacity?month=2026-11&by=agent");
  await page.getByRole("row", { name: /campaigner/ }).waitFor();
  await page.getByRole("img", { name: /CU-hours of each day/ }).waitFor();
  await page.getByText("capacity 25/25").waitFor();
  await look(page, "capacity-used");
  await page.getByText("As a table").click();
  await look(page, "capacity-table");
  await page.goto("/capacity?month=2026-11");
  await page.getByRole("img", { name: /CU-hours of each day/ }).waitFor();
  await look(page, "capacity-together");

  await page.goto("/billing");
  await page.getByText("An invoice is overdue").waitFor();
  await page.getByRole("row", { name: /x @acme/ }).waitFor();
  await look(page, "billing-used");
  await page.getByRole("link", { name: "See invoice GAN-000041" }).click();
  await page.getByRole("heading", { name: "Invoice GAN-000041" }).waitFor();
  await look(page, "invoice");

  await page.route(
    (url) => url.pathname === "/api/v1/me",
    async (route) => {
      const response = await route.fetch();
      const me = await response.json();
      const tenants = me.tenants.map((one: object) => ({ ...one, suspended: true }));
      await route.fulfill({ response, json: { ...me, tenants } });
    },
  );
  await page.reload();
  await page.getByText("This tenant is suspended").waitFor();
  await look(page, "suspended");
  expect(people.complaints).toEqual([]);
});
