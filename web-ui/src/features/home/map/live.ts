import type { EffectFact, EffectState, Facts, Pulse, RunFact, RunState, Snapshot } from "./facts";
import type { LiveState, Told } from "./state";

/** So many effects that were settled last can be seen as pulses at once. */
const PULSES = 64;

const UNSETTLED: ReadonlySet<EffectState> = new Set(["INTENDED", "DISPATCHED", "UNKNOWN"]);
export const ENDED: ReadonlySet<RunState> = new Set(["SUCCEEDED", "COMPENSATED", "FAILED", "CANCELLED"]);

const isSettled = (state: EffectState): boolean => !UNSETTLED.has(state);

/** What waits for somebody. */
export type Attention = { unknown: number; runs: number; approvals: number; connections: number };

export const sumOf = ({ unknown, runs, approvals, connections }: Attention): number =>
  unknown + runs + approvals + connections;

/** What there is now: the snapshot, and over it what was told since it was asked for. Pure. */
export function now({ snapshot, log }: LiveState): Facts | null {
  if (!snapshot) return null;
  const runs = runsOf(snapshot, log);
  const told = log.flatMap((one) => (one.of === "run" ? [one.run] : [])); // whose runs they are stays true
  return {
    agents: snapshot.agents,
    connections: snapshot.connections,
    agentOf: new Map([...told, ...runs.values()].map((run) => [run.id, run.agent])),
    holds: snapshot.holds.filter(({ run, member }) => !ENDED.has(runs.get(member ?? run)?.state ?? "RUNNING")),
    effects: effectsOf(snapshot, log),
    pulses: log.flatMap(pulse).slice(-PULSES),
    answered: new Map(),
    cut: snapshot.cut,
  };
}

/** What waits for somebody now. Pure. */
export function attentionNow({ snapshot, log }: LiveState): Attention {
  if (!snapshot) return { unknown: 0, runs: 0, approvals: 0, connections: 0 };
  const asked = new Set(snapshot.approvals);
  for (const told of since(snapshot, log)) {
    if (told.of !== "approval") continue;
    if (told.pending) asked.add(told.approval);
    else asked.delete(told.approval);
  }
  return {
    unknown: effectsOf(snapshot, log).filter(({ state }) => state === "UNKNOWN").length,
    runs: [...runsOf(snapshot, log).values()].filter(({ state }) => state === "NEEDS_ATTENTION").length,
    approvals: asked.size,
    connections: snapshot.connections.filter(({ status }) => status === "reauthorize").length,
  };
}

const since = ({ asOf }: Snapshot, log: readonly Told[]) => log.filter(({ seq }) => seq > asOf);

function runsOf(snapshot: Snapshot, log: readonly Told[]): Map<string, RunFact> {
  const runs = new Map(snapshot.runs.map((run) => [run.id, run]));
  for (const told of since(snapshot, log)) if (told.of === "run") runs.set(told.run.id, told.run);
  return runs;
}

function effectsOf(snapshot: Snapshot, log: readonly Told[]): EffectFact[] {
  const effects = new Map(snapshot.effects.map((effect) => [effect.id, effect]));
  for (const told of since(snapshot, log)) if (told.of === "effect") effects.set(told.effect.id, told.effect);
  return [...effects.values()].filter(({ state }) => !isSettled(state));
}

function pulse(told: Told): Pulse[] {
  if (told.of !== "effect") return [];
  const { run, system, connector, state } = told.effect;
  return [{ id: String(told.seq), run, system, connector, state, born: null }];
}
