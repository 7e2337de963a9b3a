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

/** A stretch of the picture. `start` and `end` are in percent of its width. */
export type Piece = Span & { start: number; end: number; idle: boolean };
/** Where moments stand; long stretches in which nothing happened are drawn short. */
export type Scale = Span & { pieces: Piece[] };

/** A stretch without anything is idle from this share of all on, … */
const IDLE_SHARE = 0.1;
/** … and drawn short where idle ones are so much of all that the rest could not be seen. */
const MOSTLY_IDLE = 0.6;
/** What an idle stretch is drawn as, and all of them together at most; in percent. */
const IDLE_WIDTH = 12;
const IDLE_WIDTHS = 50;

/** A run may wait for hours between some busy seconds: the seconds are what people want to see. */
export function scaleOf(span: Span, run: Run, lanes: Lane[]): Scale {
  const long = span.to - span.from;
  const quiet = quietOf(span, run, lanes).filter(({ from, to }) => to - from >= long * IDLE_SHARE);
  const idleMs = quiet.reduce((sum, { from, to }) => sum + to - from, 0);
  if (idleMs < long * MOSTLY_IDLE) return { ...span, pieces: [{ ...span, start: 0, end: 100, idle: false }] };
  const width = Math.min(IDLE_WIDTH, IDLE_WIDTHS / quiet.length);
  const perMs = (100 - width * quiet.length) / Math.max(1, long - idleMs);
  const pieces: Piece[] = [];
  let [moment, place] = [span.from, 0];
  const add = (to: number, end: number, idle: boolean) => {
    if (to > moment) pieces.push({ from: moment, to, start: place, end, idle });
    [moment, place] = [to, end];
  };
  for (const { from, to } of quiet) {
    add(from, place + (from - moment) * perMs, false);
    add(to, place + width, true);
  }
  add(span.to, 100, false);
  return { ...span, pieces };
}

/** Between what was held, sent and settled. What is in doubt for hours is as idle as a run that waits. */
function quietOf(span: Span, run: Run, lanes: Lane[]): Span[] {
  const instant = (at: number) => ({ from: at, to: at });
  const busy: Span[] = [
    instant(span.from),
    ...(run.started_at ? [instant(Date.parse(run.started_at))] : []),
    ...lanes.flatMap(({ holds }) => holds),
    ...lanes.flatMap(({ acts }) => acts.flatMap((act) => [instant(act.from), ...(act.open ? [] : [instant(act.to)])])),
    instant(span.to),
  ].sort((a, b) => a.from - b.from);
  const quiet: Span[] = [];
  let end = span.from;
  for (const { from, to } of busy) {
    if (from > end) quiet.push({ from: end, to: from });
    end = Math.max(end, to);
  }
  return quiet;
}

/** Where a moment stands, in percent. */
export function percent(at: number, scale: Scale): number {
  const within = Math.min(scale.to, Math.max(scale.from, at));
  const piece = scale.pieces.find(({ to }) => within <= to);
  if (!piece) return 100;
  const share = (within - piece.from) / (piece.to - piece.from);
  return Math.round((piece.start + share * (piece.end - piece.start)) * 100) / 100;
}

/** @param at milliseconds since the beginning */
export type Tick = { at: number; place: number };

/** Ticks closer than this to another, or to an idle stretch, could not be read; in percent. */
const APART = 10;

const TICKS = 5;

/** Even distances from the beginning, where something happened. */
export function ticksOf(scale: Scale): Tick[] {
  const busy = scale.pieces.filter(({ idle }) => !idle);
  const long = busy.reduce((sum, { from, to }) => sum + to - from, 0);
  const step = STEPS_MS.find((one) => long / one <= TICKS) ?? long;
  const ticks: Tick[] = [];
  for (const piece of busy) {
    const first = Math.ceil((piece.from - scale.from) / step) * step;
    for (let at = first; at <= piece.to - scale.from; at += step) {
      const place = percent(scale.from + at, scale);
      const free = ticks.every((other) => place - other.place >= APART) && !nearIdle(place, scale);
      if (free) ticks.push({ at, place });
    }
  }
  return ticks;
}

const nearIdle = (place: number, { pieces }: Scale) =>
  pieces.some(({ idle, start, end }) => idle && place > start - APART / 2 && place < end + APART / 2);
