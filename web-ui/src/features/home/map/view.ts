import type { ConnectionFact, EffectState, Facts } from "./facts";

/** From so many calls of one visit on, they are one swarm and not many effects. */
export const SWARM_FROM = 8;
/** Stands for who acts in runs without an agent. */
export const NOBODY = "nobody";

/** Effects that are under way, by what is known of them. */
export type Under = Readonly<Record<"INTENDED" | "DISPATCHED" | "UNKNOWN", number>>;
/** @param answered calls that were; the others are in flight */
export type Swarm = { inFlight: number; answered: number; more: boolean };

export type AgentNode = { id: string; name: string; paused: boolean; depth: number; stands: number };
export type SystemNode = {
  id: string;
  connector: string;
  label: string;
  /** Of all holds on it. */
  weight: number;
  trouble: "unknown" | "reauthorize" | "paused" | null;
  swarm: Swarm | null;
  /** For how many systems it stands. */
  stands: number;
};
/** All that an agent does with a system. */
export type Line = { id: string; agent: string; system: string; weight: number; runs: number; under: Under };
/** Whether an agent holds a system or has something under way there; else there was a pulse lately. */
export const isThere = ({ weight, under }: Line): boolean =>
  weight > 0 || under.INTENDED + under.DISPATCHED + under.UNKNOWN > 0;
export type LinePulse = { id: string; line: string; state: EffectState; born: number | null };

/** What is drawn, in an order that only changes with who is there. */
export type MapView = {
  agents: readonly AgentNode[];
  systems: readonly SystemNode[];
  lines: readonly Line[];
  pulses: readonly LinePulse[];
  depth: number;
  breadth: number;
  cut: boolean;
};

const NONE: Under = { INTENDED: 0, DISPATCHED: 0, UNKNOWN: 0 };
export const lineId = (agent: string, system: string): string => `${agent}|${system}`;

/** What the map shows of these facts. Pure. */
export function viewOf(facts: Facts): MapView {
  const acts = (run: string, root = run) => facts.agentOf.get(run) ?? facts.agentOf.get(root) ?? NOBODY;
  const systems = systemsOf(facts);
  const lines = new Map<string, Line & { by: Set<string> }>();
  const line = (agent: string, system: string, run: string) => {
    const id = lineId(agent, system);
    const found = lines.get(id) ?? { id, agent, system, weight: 0, runs: 0, under: NONE, by: new Set<string>() };
    found.by.add(run);
    lines.set(id, found);
    return found;
  };
  for (const hold of facts.holds)
    line(acts(hold.member ?? hold.run, hold.run), hold.system, hold.run).weight += hold.weight;
  const crowds = crowdsOf(facts);
  for (const effect of facts.effects) {
    const on = line(acts(effect.run), effect.system, effect.run);
    const { state } = effect;
    if (state !== "INTENDED" && state !== "DISPATCHED" && state !== "UNKNOWN") continue;
    if (!crowds.has(crowdOf(effect)) && !effect.swarm) on.under = { ...on.under, [state]: on.under[state] + 1 };
    else join(systems, effect.system, facts.cut);
  }
  const pulses = facts.pulses.map(({ id, run, system, state, born }) => {
    return { id, line: line(acts(run), system, run).id, state, born };
  });
  for (const [system, answered] of facts.answered) answer(systems, system, answered, facts.cut);
  const drawn = [...lines.values()].map(({ by, ...one }): Line => ({ ...one, runs: by.size }));
  return {
    agents: agentsOf(facts, drawn),
    systems: [...systems.values()].map((one) => weighed(one, drawn)).sort(byPlatform),
    lines: drawn.sort((a, b) => compare(a.id, b.id)),
    pulses,
    depth: facts.holds.reduce((sum, { weight }) => sum + weight, 0),
    breadth: new Set(facts.holds.map(({ connector }) => connector)).size,
    cut: facts.cut,
  };
}

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** One platform's systems stand together, so that breadth can be seen. */
const byPlatform = (a: SystemNode, b: SystemNode) => compare(a.connector, b.connector) || compare(a.id, b.id);

function systemsOf({ connections, holds, effects, pulses }: Facts): Map<string, SystemNode> {
  const systems = new Map<string, SystemNode>();
  const add = (id: string, connector: string, connection?: ConnectionFact) => {
    if (!id || systems.has(id)) return;
    const trouble = connection?.status === "reauthorize" || connection?.status === "paused" ? connection.status : null;
    const label = connection?.label || connector;
    systems.set(id, { id, connector, label, weight: 0, trouble, swarm: null, stands: 1 });
  };
  for (const connection of [...connections].sort((a, b) => compare(a.name, b.name))) {
    add(connection.system, connection.connector, connection);
  }
  const acted: readonly { system: string; connector: string }[] = [...holds, ...effects, ...pulses];
  for (const { system, connector } of acted) add(system, connector);
  return systems;
}

function weighed(system: SystemNode, lines: readonly Line[]): SystemNode {
  const own = lines.filter((line) => line.system === system.id);
  const unknown = own.some(({ under }) => under.UNKNOWN > 0);
  const weight = own.reduce((sum, line) => sum + line.weight, 0);
  return { ...system, weight, trouble: unknown ? "unknown" : system.trouble };
}

function agentsOf({ agents }: Facts, lines: readonly Line[]): AgentNode[] {
  const known = new Map(agents.map(({ id, name, paused_at }) => [id, { id, name, paused: paused_at !== null }]));
  for (const { agent } of lines) {
    if (!known.has(agent)) {
      const name = agent === NOBODY ? "No agent" : "An agent";
      known.set(agent, { id: agent, name, paused: false });
    }
  }
  return [...known.values()]
    .map((one) => ({
      ...one,
      depth: lines.filter(({ agent }) => agent === one.id).reduce((sum, { weight }) => sum + weight, 0),
      stands: 1,
    }))
    .sort((a, b) => compare(a.id, b.id));
}

const crowdOf = ({ run, position, system }: Facts["effects"][number]) => `${run} ${position} ${system}`;

/** Visits with so many calls under way at once that they are a swarm. */
function crowdsOf({ effects }: Facts): Set<string> {
  const counts = new Map<string, number>();
  for (const effect of effects) counts.set(crowdOf(effect), (counts.get(crowdOf(effect)) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= SWARM_FROM).map(([crowd]) => crowd));
}

function join(systems: Map<string, SystemNode>, id: string, more: boolean): void {
  const system = systems.get(id);
  if (!system) return;
  const { inFlight = 0, answered = 0 } = system.swarm ?? {};
  systems.set(id, { ...system, swarm: { inFlight: inFlight + 1, answered, more } });
}

function answer(systems: Map<string, SystemNode>, id: string, answered: number, more: boolean): void {
  const system = systems.get(id);
  if (system && answered > 0) {
    systems.set(id, { ...system, swarm: { inFlight: system.swarm?.inFlight ?? 0, answered, more } });
  }
}
