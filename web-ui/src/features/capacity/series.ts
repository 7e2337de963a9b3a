import { inCuHours } from "../../lib/usage";
import type { Sum } from "./api";

/** CU-hours of each day of a month. */
export type Series = { name: string; values: number[] };

/** So many are told apart in a chart; the rest is one. */
const SHOWN = 6;

type Count = { name: string; day: string; depthMs: number };

/** All together: what is billed, and what is not. */
export function together(sums: Sum[], days: string[]): Series[] {
  const counts = sums.flatMap((sum): Count[] => [
    { name: "Billed", day: sum.start, depthMs: sum.billable_ms },
    { name: "Not billed", day: sum.start, depthMs: sum.recorded_ms - sum.billable_ms },
  ]);
  return series(counts, days).filter(({ name, values }) => name === "Billed" || values.some((value) => value > 0));
}

/** What is billed by who or what it is of, the most first. */
export function apart(sums: Sum[], days: string[], name: (sum: Sum) => string): Series[] {
  const all = series(
    sums.map((sum) => ({ name: name(sum), day: sum.start, depthMs: sum.billable_ms })),
    days,
  ).sort((a, b) => total(b) - total(a));
  if (all.length <= SHOWN) return all;
  const rest = all.slice(SHOWN - 1);
  return [
    ...all.slice(0, SHOWN - 1),
    {
      name: `${rest.length} others`,
      values: days.map((_, at) => rest.reduce((sum, { values }) => sum + (values[at] ?? 0), 0)),
    },
  ];
}

export const total = ({ values }: Series): number => values.reduce((sum, value) => sum + value, 0);

function series(counts: Count[], days: string[]): Series[] {
  const places = new Map(days.map((day, at) => [Date.parse(day), at]));
  const found = new Map<string, number[]>();
  for (const { name, day, depthMs } of counts) {
    const at = places.get(Date.parse(day));
    if (at === undefined) continue;
    const values = found.get(name) ?? days.map(() => 0);
    values[at] = (values[at] ?? 0) + inCuHours(depthMs);
    found.set(name, values);
  }
  return [...found].map(([name, values]) => ({ name, values }));
}
