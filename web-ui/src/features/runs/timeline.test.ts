import { expect, test } from "vitest";
import { at, effect, held, run } from "./fixtures";
import { lanesOf, percent, scaleOf, spanOf, ticksOf } from "./timeline";

const NOW = Date.parse(at(100));
const HOUR_S = 3_600;
const span = (from: number, to: number) => ({ from: Date.parse(at(from)), to: Date.parse(at(to)) });

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
  expect(spanOf(run, lanes, NOW)).toEqual(span(0, 71));
  expect(spanOf({ ...run, ended_at: null }, [], NOW)).toEqual({ from: Date.parse(at(0)), to: NOW });
  expect(spanOf({ ...run, ended_at: at(0) }, [], NOW)).toEqual({
    from: Date.parse(at(0)),
    to: Date.parse(at(0)) + 100,
  });
});

test("where much happened time is drawn as it went", () => {
  const lanes = lanesOf({ holds: [{ ...held, opened_at: at(2), closed_at: at(50) }], effects: [] }, NOW);
  const scale = scaleOf(span(0, 60), run, lanes);
  expect([-5, 0, 15, 60, 99].map((second) => percent(Date.parse(at(second)), scale))).toEqual([0, 0, 25, 100, 100]);
  expect(ticksOf(scale)).toEqual(
    [0, 15, 30, 45, 60].map((second) => ({ at: second * 1_000, place: second / 0.6 })).map(rounded),
  );
});

const rounded = ({ at: moment, place }: { at: number; place: number }) => ({
  at: moment,
  place: Math.round(place * 100) / 100,
});

test("hours of waiting are drawn short between busy seconds, and nothing is out of order", () => {
  const holds = [
    { ...held, opened_at: at(10), closed_at: at(40) },
    { ...held, opened_at: at(6 * HOUR_S), closed_at: at(6 * HOUR_S + 30) },
  ];
  const doubt = { ...effect, state: "UNKNOWN", dispatched_at: at(20), settled_at: null } as const;
  const whole = span(0, 6 * HOUR_S + 60);
  const scale = scaleOf(whole, run, lanesOf({ holds, effects: [doubt] }, whole.to));
  expect(scale.pieces.map(({ idle }) => idle)).toEqual([false, true, false]);
  const [before, idle, after] = scale.pieces;
  expect(idle).toMatchObject({ from: Date.parse(at(40)), to: Date.parse(at(6 * HOUR_S)) });
  expect((idle?.end ?? 0) - (idle?.start ?? 0)).toBeCloseTo(12);
  expect(before?.end).toBeCloseTo(35.2); // 40 of the 100 busy seconds
  expect(after?.end).toBe(100);
  const places = [0, 10, 40, HOUR_S, 6 * HOUR_S, 6 * HOUR_S + 30].map((second) =>
    percent(Date.parse(at(second)), scale),
  );
  expect(places).toEqual([...places].sort((a, b) => a - b));
  for (const { place } of ticksOf(scale)) expect(place < 35 || place > 47).toBe(true);
});

test.each([
  [100, [0, 20, 40, 60, 80, 100]],
  [7 * HOUR_S * 1_000, [0, 7_200_000, 14_400_000, 21_600_000]],
])("%i ms are told apart by even ticks", (long, ticks) => {
  const scale = { from: 0, to: long, pieces: [{ from: 0, to: long, start: 0, end: 100, idle: false }] };
  expect(ticksOf(scale).map((tick) => tick.at)).toEqual(ticks);
});
