import { compare, type Line, type MapView, type SystemNode, type Under } from "./view";

/** How many nodes there is room for. */
export type Room = { agents: number; systems: number };

/** The rest of the agents, where there are too many to be drawn. */
const OTHERS = "others";

/**
 * The same map with no more nodes than there is room for: the systems of the platforms with the most of them become one
 * node each, and so do the agents that stand last. Nothing is left out: lines and pulses go to the node that stands for
 * theirs. Pure.
 */
export function folded(view: MapView, room: Room): MapView {
  const agents = foldAgents(view, room.agents);
  const systems = foldSystems(view.systems, room.systems);
  if (agents.size === 0 && systems.size === 0) return view;
  const place = (line: { agent: string; system: string }) => ({
    agent: agents.get(line.agent) ?? line.agent,
    system: systems.get(line.system) ?? line.system,
  });
  const lines = new Map<string, Line>();
  const ids = new Map<string, string>();
  for (const line of view.lines) {
    const at = place(line);
    const id = `${at.agent}|${at.system}`;
    ids.set(line.id, id);
    lines.set(id, added(lines.get(id), { ...line, ...at, id }));
  }
  return {
    ...view,
    agents: merged(view.agents, agents, (id, all) => ({
      id,
      name: `${all.length}${all.length < view.agents.length ? " more" : ""} agents`,
      paused: false,
      depth: sum(all, ({ depth }) => depth),
      stands: all.length,
    })),
    systems: merged(view.systems, systems, together).sort(
      (a, b) => compare(a.connector, b.connector) || compare(a.id, b.id),
    ),
    lines: [...lines.values()].sort((a, b) => compare(a.id, b.id)),
    pulses: view.pulses.map((pulse) => ({ ...pulse, line: ids.get(pulse.line) ?? pulse.line })),
  };
}

function foldAgents({ agents }: MapView, room: number): Map<string, string> {
  if (agents.length <= room) return new Map();
  return new Map(agents.slice(Math.max(0, room - 1)).map(({ id }) => [id, OTHERS]));
}

function foldSystems(systems: readonly SystemNode[], room: number): Map<string, string> {
  const platforms = grouped(systems, ({ connector }) => connector);
  const most = [...platforms].sort(([a, x], [b, y]) => y.length - x.length || compare(a, b));
  const gone = new Map<string, string>();
  let left = systems.length;
  for (const [connector, own] of most) {
    if (left <= room || own.length < 2) break;
    for (const { id } of own) gone.set(id, `platform ${connector}`);
    left -= own.length - 1;
  }
  return gone;
}

function together(id: string, all: SystemNode[]): SystemNode {
  const [first] = all;
  const connector = first?.connector ?? "";
  const swarms = all.flatMap(({ swarm }) => (swarm ? [swarm] : []));
  return {
    id,
    connector,
    label: `${all.length} × ${connector}`,
    weight: sum(all, ({ weight }) => weight),
    trouble:
      all.find(({ trouble }) => trouble === "unknown")?.trouble ?? all.find(({ trouble }) => trouble)?.trouble ?? null,
    swarm:
      swarms.length === 0
        ? null
        : {
            inFlight: sum(swarms, ({ inFlight }) => inFlight),
            answered: sum(swarms, ({ answered }) => answered),
            more: swarms.some(({ more }) => more),
          },
    stands: all.length,
  };
}

function merged<N extends { id: string }>(
  nodes: readonly N[],
  gone: ReadonlyMap<string, string>,
  make: (id: string, all: N[]) => N,
): N[] {
  const kept = nodes.filter(({ id }) => !gone.has(id));
  const groups = grouped(
    nodes.filter(({ id }) => gone.has(id)),
    ({ id }) => gone.get(id) ?? id,
  );
  return [...kept, ...[...groups].map(([id, all]) => make(id, all))];
}

function added(one: Line | undefined, other: Line): Line {
  if (!one) return other;
  const under: Under = {
    INTENDED: one.under.INTENDED + other.under.INTENDED,
    DISPATCHED: one.under.DISPATCHED + other.under.DISPATCHED,
    UNKNOWN: one.under.UNKNOWN + other.under.UNKNOWN,
  };
  return { ...one, weight: one.weight + other.weight, runs: Math.max(one.runs, other.runs), under };
}

function grouped<T>(all: readonly T[], by: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(by(one), [...(groups.get(by(one)) ?? []), one]);
  return groups;
}

const sum = <T>(all: readonly T[], of: (one: T) => number): number => all.reduce((total, one) => total + of(one), 0);
