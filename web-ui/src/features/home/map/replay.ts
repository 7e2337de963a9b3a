import type { Schemas } from "@ganglion/client";
import type { AgentFact, ConnectionFact, EffectFact, EffectState, Facts, HoldFact, Pulse } from "./facts";
import { PULSE_MS } from "./pulses";
import { madeAt } from "./times";
import { SWARM_FROM } from "./view";

type Run = Pick<Schemas["Run"], "id" | "agent" | "created_at" | "started_at" | "ended_at">;
type Effect = EffectFact & Pick<Schemas["Effect"], "dispatched_at" | "settled_at" | "undo_of">;
type Hold = HoldFact & Pick<Schemas["Hold"], "opened_at" | "closed_at">;
type Step = Pick<Schemas["Step"], "name" | "position" | "started_at" | "ended_at">;

/** What the API tells of a run. */
export type Told = {
  run: Run;
  effects: readonly Effect[];
  holds: readonly Hold[];
  steps: readonly Step[];
  agents: readonly AgentFact[];
  connections: readonly ConnectionFact[];
  cut: boolean;
};

/** Milliseconds since 1970; infinite: not yet. */
type Acted = {
  effect: EffectFact;
  intended: number;
  dispatched: number;
  settled: number;
  undone: number;
  swarm: boolean;
};
type Span<T> = { what: T; from: number; to: number };

/** A run as it can be played. */
export type Recording = {
  run: Run;
  from: number;
  to: number;
  acts: readonly Acted[];
  holds: readonly Span<HoldFact>[];
  steps: readonly Span<Step>[];
  agents: readonly AgentFact[];
  connections: readonly ConnectionFact[];
  cut: boolean;
};

const at = (time: string | null, otherwise: number): number => (time === null ? otherwise : Date.parse(time));

/**
 * A run made ready to be played. Pure.
 *
 * @param now the end of what has not ended
 */
export function recorded(told: Told, now: number): Recording {
  const { run, holds, steps, agents, connections, cut } = told;
  const began = at(run.started_at, Date.parse(run.created_at));
  const acts = actsOf(told.effects, began);
  const spans = {
    holds: holds.map((what) => ({ what, from: Date.parse(what.opened_at), to: at(what.closed_at, now) })),
    steps: steps.map((what) => ({ what, from: Date.parse(what.started_at), to: at(what.ended_at, now) })),
  };
  const times = acts.flatMap(({ intended, settled }) => [intended, ...(Number.isFinite(settled) ? [settled] : [])]);
  const opened = spans.holds.map(({ from }) => from);
  const from = Math.min(began, ...extremes([...times, ...opened]));
  const to = Math.max(from + 1, at(run.ended_at, now), ...extremes(times));
  return {
    run,
    from,
    to,
    acts,
    ...spans,
    // what the run had nothing to do with would only be in the way
    agents: agents.filter(({ id }) => id === run.agent),
    connections: placesOf([...holds, ...told.effects], connections),
    cut,
  };
}

/** Where it acted: connected accounts, and what no connection is of (any more). */
function placesOf(acted: readonly (HoldFact | EffectFact)[], connections: readonly ConnectionFact[]): ConnectionFact[] {
  const used = new Map(acted.map(({ system, connector }) => [system, connector]));
  const connected = connections.filter(({ system }) => used.has(system));
  const known = new Set(connected.map(({ system }) => system));
  const others = [...used].filter(([system]) => !known.has(system));
  return [
    ...connected,
    ...others.map(([system, connector]) => ({
      name: "",
      connector,
      label: connector,
      system,
      status: "active" as const,
    })),
  ];
}

/** What there was at a time: what the map showed, or would have. Pure. */
export function stateAt(recording: Recording, time: number, rate: number): Facts {
  const { run, acts, holds, agents, connections, cut } = recording;
  const effects: (EffectFact & { swarm?: boolean })[] = [];
  const pulses: Pulse[] = [];
  const answered = new Map<string, number>();
  for (const act of acts) {
    const state = fateAt(act, time);
    if (state === null) continue;
    const { effect, swarm } = act;
    if (state === "INTENDED" || state === "DISPATCHED" || state === "UNKNOWN")
      effects.push({ ...effect, state, swarm });
    else if (swarm) answered.set(effect.system, (answered.get(effect.system) ?? 0) + 1);
    const born = swarm ? null : bornAt(act, time, rate);
    if (born !== null) {
      const { id, system, connector } = effect;
      pulses.push({ id: `${id} ${state}`, run: effect.run, system, connector, state, born });
    }
  }
  return {
    agents,
    connections,
    agentOf: new Map([[run.id, run.agent]]),
    holds: open(holds, time),
    effects,
    pulses,
    answered,
    cut,
  };
}

/** The tasks that were under way at a time, the innermost last. Pure. */
export function stepsAt({ steps }: Recording, time: number): string[] {
  return open(steps, time)
    .sort((a, b) => a.position.length - b.position.length)
    .map(({ name }) => name);
}

function open<T>(spans: readonly Span<T>[], time: number): T[] {
  return spans.filter(({ from, to }) => from <= time && time < to).map(({ what }) => what);
}

/** Null: it was not meant yet. */
function fateAt({ effect, intended, dispatched, settled, undone }: Acted, time: number): EffectState | null {
  if (time < intended) return null;
  if (time >= undone) return "UNDONE";
  if (time >= settled) return effect.state === "UNDONE" ? "LANDED" : effect.state;
  if (time < dispatched) return "INTENDED";
  return effect.state === "UNKNOWN" ? "UNKNOWN" : "DISPATCHED";
}

/** When its last fate was told, if it can still be seen. */
function bornAt({ settled, undone }: Acted, time: number, rate: number): number | null {
  const last = time >= undone ? undone : settled;
  return time >= last && time < last + PULSE_MS * rate ? last : null;
}

function actsOf(effects: readonly Effect[], began: number): Acted[] {
  const crowds = new Map<string, number>();
  for (const one of effects) crowds.set(visit(one), (crowds.get(visit(one)) ?? 0) + 1);
  const undone = new Map(
    effects.flatMap(({ undo_of: of, settled_at, state }) =>
      of && settled_at && state === "LANDED" ? [[of, Date.parse(settled_at)] as const] : [],
    ),
  );
  return effects.map((effect) => {
    const dispatched = at(effect.dispatched_at, Number.POSITIVE_INFINITY);
    const settled = at(effect.settled_at, Number.POSITIVE_INFINITY);
    const made = madeAt(effect.id);
    const intended = Math.min(made === null || made < began ? began : made, dispatched, settled);
    const taken = effect.state === "UNDONE" ? (undone.get(effect.id) ?? settled) : Number.POSITIVE_INFINITY;
    return {
      effect,
      intended,
      dispatched,
      settled,
      undone: taken,
      swarm: (crowds.get(visit(effect)) ?? 0) >= SWARM_FROM,
    };
  });
}

const visit = ({ run, position, system }: EffectFact): string => `${run} ${position} ${system}`;

/** The least and the most; nothing of nothing. Not by a spread of all: there may be thousands. */
function extremes(times: readonly number[]): number[] {
  const [first] = times;
  if (first === undefined) return [];
  return [times.reduce((a, b) => Math.min(a, b), first), times.reduce((a, b) => Math.max(a, b), first)];
}
