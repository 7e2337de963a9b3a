import { expect, test } from "vitest";
import { daysOf } from "../../lib/months";
import type { Sum } from "./api";
import { apart, together, total } from "./series";

const HOUR = 3_600_000;
const DAYS = daysOf("2026-11");

const sum = (day: number, agent: string | null, billable: number, recorded = billable): Sum => ({
  start: `2026-11-${String(day).padStart(2, "0")}T00:00:00.000Z`,
  agent,
  workflow: null,
  system: null,
  connector: null,
  recorded_ms: recorded * HOUR,
  billable_ms: billable * HOUR,
  cu_hours: String(billable),
});

test("each day has what was billed and what was not, and days without are nothing", () => {
  const [billed, free] = together([sum(1, null, 2, 3), sum(30, null, 4)], DAYS);
  expect(billed).toMatchObject({ name: "Billed" });
  expect(billed?.values).toHaveLength(30);
  expect([billed?.values[0], billed?.values[1], billed?.values[29]]).toEqual([2, 0, 4]);
  expect(free?.values[0]).toBe(1);
});

test("what is not billed is left out where all is", () => {
  expect(together([sum(1, null, 2)], DAYS).map(({ name }) => name)).toEqual(["Billed"]);
});

test("a sum of another month is in no day", () => {
  const stray = { ...sum(1, null, 2), start: "2026-12-01T00:00:00.000Z" };
  expect(together([stray], DAYS)).toEqual([]);
});

test("the most stands first, and beyond five the rest is one", () => {
  const sums = Array.from({ length: 8 }, (_, at) => sum(1 + (at % 2), `a${at}`, at + 1));
  const series = apart(sums, DAYS, (one) => one.agent ?? "");
  expect(series.map(({ name }) => name)).toEqual(["a7", "a6", "a5", "a4", "a3", "3 others"]);
  expect(series.map(total).reduce((a, b) => a + b)).toBe(36); // none is lost
  expect(series.at(-1)?.values.slice(0, 2)).toEqual([4, 2]); // a0 and a2; a1
});
