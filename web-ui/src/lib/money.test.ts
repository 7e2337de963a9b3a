import { expect, test } from "vitest";
import { amountOf, moneyOf, written } from "./money";
import { daysOf, isMonth, monthsLater, utc } from "./months";
import { cuHours } from "./usage";

test("an amount is written by its currency's minor units", () => {
  expect(written({ amount_minor: -4_900, currency: "EUR" })).toBe("-€49.00");
  expect(written({ amount_minor: 4_900, currency: "JPY" })).toBe("¥4,900");
});

test("what is filled in comes to whole minor units, and back", () => {
  expect(moneyOf(0.29, "EUR")).toEqual({ amount_minor: 29, currency: "EUR" });
  expect(moneyOf(50, "JPY")).toEqual({ amount_minor: 50, currency: "JPY" });
  expect(amountOf({ amount_minor: 29, currency: "EUR" })).toBe(0.29);
});

test("depth-milliseconds are rounded down to a hundredth, as bills do", () => {
  expect(cuHours(3_600_000)).toBe("1.00 CUh");
  expect(cuHours(3_599_999)).toBe("0.99 CUh");
  expect(cuHours(4_500_000_000)).toBe("1,250.00 CUh");
});

test("months go over the year's end, and have their own days", () => {
  expect(monthsLater("2026-01", -1)).toBe("2025-12");
  expect(monthsLater("2026-11", 2)).toBe("2027-01");
  expect(daysOf("2028-02")).toHaveLength(29);
  expect(daysOf("2026-11").at(-1)).toBe("2026-11-30T00:00:00.000Z");
});

test.each(["2026-00", "2026-13", "2026-1", "26-11", 202611, undefined])("%s is no month", (text) => {
  expect(isMonth(text)).toBe(false);
});

test("a moment of a bill is its day at midnight, in UTC", () => {
  expect(utc("2026-09-01T00:00:00Z")).toBe("Sep 1, 2026");
  expect(utc("2026-09-16T12:00:00Z")).toMatch(/^Sep 16, 2026, 12:00\sPM UTC$/);
});
