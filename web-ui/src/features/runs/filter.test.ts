import { expect, test } from "vitest";
import { filterOf } from "./filter";

test("an address gives the filter that it names", () => {
  const filter = { state: "FAILED", workflow: "demo/campaign", agent: "agt_1" };
  expect(filterOf(filter)).toEqual(filter);
});

test("what names no state, and what is empty, is left out", () => {
  expect(filterOf({ state: "LOST", workflow: "", agent: 7 })).toEqual({});
});
