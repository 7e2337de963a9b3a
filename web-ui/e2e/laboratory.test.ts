import { afterAll, beforeAll, expect, test } from "vitest";
import { look } from "./look";
import { newOwner } from "./owner";
import { button, People } from "./people";

const MINUTE_MS = 60_000;

let people: People;

beforeAll(async () => {
  people = await People.arrive();
});

afterAll(() => people?.leave());

test("a scenario's own solution is tried, judged, and stands on the leaderboard", async () => {
  const page = await newOwner(people, "Lara");
  await page.getByRole("link", { name: "Laboratory" }).click();
  await page.getByText("No trials yet").waitFor();
  await look(page, "laboratory");
  await page.getByRole("list", { name: "Scenarios" }).getByRole("link").first().click();
  await page.getByText("Nobody stands here yet").waitFor();
  await look(page, "laboratory-scenario");
  await button(page, "Start trials").click();
  await page.getByRole("dialog").getByRole("textbox", { name: "Trials" }).fill("2");
  await look(page, "laboratory-start");
  await page.getByRole("dialog").getByRole("button", { name: "Start", exact: true }).click();
  const trials = page.getByRole("list", { name: "Trials" });
  await expect.poll(() => trials.getByText("judged").count(), { timeout: MINUTE_MS }).toBe(2);
  await page.getByRole("table", { name: "Leaderboard" }).waitFor({ timeout: MINUTE_MS });
  await look(page, "laboratory-judged");
  expect(people.complaints).toEqual([]);
});
