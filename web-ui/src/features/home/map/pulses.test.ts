import { expect, test } from "vitest";
import type { EffectState } from "./facts";
import { seenAt } from "./pulses";
import { STATES } from "./words";

const SETTLED: EffectState[] = ["LANDED", "NOT_LANDED", "UNKNOWN", "UNDONE", "ABANDONED"];
const ages = Array.from({ length: 100 }, (_, at) => at / 100);

test("a pulse is never off its line and is over after its life", () => {
  for (const state of SETTLED) {
    for (const age of ages) {
      const seen = seenAt(state, age, false);
      expect(seen?.share).toBeGreaterThanOrEqual(0);
      expect(seen?.share).toBeLessThanOrEqual(1);
    }
    expect(seenAt(state, 1, false)).toBeNull();
    expect(seenAt(state, -0.1, false)).toBeNull();
  }
});

test("what landed goes from the agent to the system and shows there that it has", () => {
  expect(seenAt("LANDED", 0, false)).toEqual({ share: 0, state: "DISPATCHED", burst: 0 });
  expect(seenAt("LANDED", 0.5, false)).toEqual({ share: 1, state: "LANDED", burst: 0 });
});

test("what did not land turns back before the system", () => {
  const way = ages.map((age) => seenAt("NOT_LANDED", age, false)?.share ?? 0);
  expect(Math.max(...way)).toBeLessThan(1);
  expect(way.at(-1)).toBeLessThan(Math.max(...way));
});

test("what was undone comes from the system", () => {
  expect(seenAt("UNDONE", 0, false)?.share).toBe(1);
  expect(seenAt("UNDONE", 0.6, false)?.share).toBeLessThan(0.5);
});

test("where people want no motion, it stands where it ends and shows its state at once", () => {
  for (const state of SETTLED) {
    const seen = ages.map((age) => seenAt(state, age, true));
    expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(seen[0]?.state).toBe(state);
  }
});

test("no two states have the same shape", () => {
  const shapes = Object.values(STATES).map(({ shape }) => shape);
  expect(new Set(shapes).size).toBe(shapes.length);
});
