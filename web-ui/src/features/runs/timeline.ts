import type { Run } from "./api";
import type { Effect, Held, Receipt } from "./effects";

/** A stretch of time, in milliseconds since 1970. */
export type Span = { from: number; to: number };
/** @param open whether it goes on */
export type HoldBar = Span & { open: boolean; hold: Held };
export type ActBar = Span & { open: boolean; effect: Effect };
/** What was held of one system, and done there. */
export type Lane = { key: string; connector: string; label: string; holds: HoldBar[]; acts: ActBar[] };

/** The shortest that is drawn: a run whose all is one instant has a width too. */
const SHORTEST_MS = 100;

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS_MS = [
  ...[10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((seconds) => seconds * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR),
  ...[1, 2, 7, 14, 30, 90, 365].map((days) => days * DAY),
];

/** A lane for each system, in the order in which they were first held or acted on. */
export function lanesOf({ holds, effects }: Pick<Receipt, "holds" | "effects">, now: number): Lane[] {
  const lanes = new Map<string, Lane>();
  const lane = (system: string | null, connector: string, label: string) => {
    const key = system ?? connector;
    const found = lanes.get(key) ?? { key, connector, label, holds: [], acts: [] };
    lanes.set(key, found);
    return found;
  };
  for (const hold of [...holds].sort((a, b) => Date.parse(a.opened_at) - Date.parse(b.opened_at))) {
    const bar = { ...stretch(hold.opened_at, hold.closed_at, now), hold };
    lane(hold.system, hold.connector, hold.label).holds.push(bar);
  }
  for (const effect of effects) {
    if (!effect.dispatched_at) continue; // it was never sent
    const bar = { ...stretch(effect.dispatched_at, effect.settled_at, now), effect };
    lane(effect.system, effect.connector, effect.connection ?? "").acts.push(bar);
  }
  return [...lanes.values()];
}

function stretch(from: string, to: string | null | undefined, now: number): Span & { open: boolean } {
  const begin = Date.parse(from);
  return { from: begin, to: Math.max(begin, to ? Date.parse(to) : now), open: !to };
}

/** From when a run was accepted to its end or now, with all that its lanes show. */
export function spanOf(run: Run, lanes: Lane[], now: number): Span {
  const bars: Span[] = lanes.flatMap(({ holds, acts }) => [...holds, ...acts]);
  const from = Math.min(Date.parse(run.created_at), ...bars.map((bar) => bar.from));
  const end = run.ended_at ? Date.parse(run.ended_at) : now;
  return { from, to: Math.max(end, from + SHORTEST_MS, ...bars.map((bar) => bar.to)) };
}

/** Where a moment stands in a span, in percent. */
export function percent(at: number, { from, to }: Span): number {
  return Math.round(((Math.min(to, Math.max(from, at)) - from) / (to - from)) * 10_000) / 100;
}

/** Even distances from the beginning, at most so many; in milliseconds. */
export function ticksOf({ from, to }: Span, most: number): number[] {
  const long = to - from;
  const step = STEPS_MS.find((one) => long / one <= most) ?? long;
  return Array.from({ length: Math.floor(long / step) + 1 }, (_, at) => at * step);
}
