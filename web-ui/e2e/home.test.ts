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
