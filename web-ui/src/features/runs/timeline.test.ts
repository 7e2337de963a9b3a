import { expect, test } from "vitest";
import { at, effect, held, run } from "./fixtures";
import { lanesOf, percent, spanOf, ticksOf } from "./timeline";

const NOW = Date.parse(at(100));

test("each system has one lane with what was held and done there", () => {
  const lanes = lanesOf(
    {
      holds: [{ ...held, opened_at: at(41), closed_at: null }, held, { ...held, system: "sys_2", connector: "evm" }],
      effects: [effect, { ...effect, id: "eff_2", system: "sys_3", connector: "image", connection: "pictures" }],
    },
    NOW,
  );
  expect(lanes.map(({ key, label }) => [key, label])).toEqual([
    ["sys_1", "@acme"],
    ["sys_2", "@acme"],
    ["sys_3", "pictures"],
  ]);
  expect(lanes[0]?.holds.map(({ from, to, open }) => [from, to, open])).toEqual([
    [Date.parse(at(11)), Date.parse(at(31)), false],
    [Date.parse(at(41)), NOW, true],
  ]);
  expect(lanes[0]?.acts).toHaveLength(1);
});

test("what was never sent is not drawn", () => {
  const abandoned = { ...effect, state: "ABANDONED", dispatched_at: null, settled_at: at(20) } as const;
  expect(lanesOf({ holds: [], effects: [abandoned] }, NOW)).toEqual([]);
});

test("a run's span goes from its acceptance to its end, and on to what outlasted it", () => {
  const lanes = lanesOf({ holds: [{ ...held, closed_at: at(71) }], effects: [] }, NOW);
  expect(spanOf(run, lanes, NOW)).toEqual({ from: Date.parse(at(0)), to: Date.parse(at(71)) });
  expect(spanOf({ ...run, ended_at: null }, [], NOW)).toEqual({ from: Date.parse(at(0)), to: NOW });
  expect(spanOf({ ...run, ended_at: at(0) }, [], NOW)).toEqual({
    from: Date.parse(at(0)),
    to: Date.parse(at(0)) + 100,
  });
});

test("a moment's place is in percent, and within", () => {
  const span = { from: 1_000, to: 3_000 };
  expect([0, 1_000, 1_500, 3_000, 9_000].map((moment) => percent(moment, span))).toEqual([0, 0, 25, 100, 100]);
});

test.each([
  [61_000, [0, 15_000, 30_000, 45_000, 60_000]],
  [100, [0, 20, 40, 60, 80, 100]],
  [7 * 3_600_000, [0, 7_200_000, 14_400_000, 21_600_000]],
])("%i ms are told apart by even ticks", (to, ticks) => {
  expect(ticksOf({ from: 0, to }, 5)).toEqual(ticks);
});
