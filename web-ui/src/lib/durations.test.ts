import { expect, test } from "vitest";
import { between, inWords, lasting } from "./durations";

test.each([
  [0, "0 ms"],
  [840, "840 ms"],
  [3_249, "3.2 s"],
  [59_999, "59 s"],
  [250_000, "4 min 10 s"],
  [6 * 3_600_000, "6 h"],
  [2 * 86_400_000 + 4 * 3_600_000 + 59_000, "2 d 4 h"],
  [-5, "0 ms"],
])("%i ms are %s", (ms, words) => {
  expect(lasting(ms)).toBe(words);
});

test("what lies between two moments is told", () => {
  expect(between("2026-11-29T08:00:00.000Z", "2026-11-29T08:01:30.000Z")).toBe("1 min 30 s");
});

test.each([
  ["PT30S", "30 s"],
  ["PT1H30M", "1 h 30 min"],
  ["P1DT2H", "1 d 2 h"],
  ["PT0.5S", "500 ms"],
  ["P", "P"],
  ["soon", "soon"],
])("the duration %s is %s", (iso, words) => {
  expect(inWords(iso)).toBe(words);
});
