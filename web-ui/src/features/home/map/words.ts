import type { EffectState } from "./facts";
import type { AgentNode, MapView, SystemNode, Under } from "./view";

/** What people call a state, and the shape that it has on the map: never its colour alone. */
export const STATES: Record<EffectState, { word: string; shape: Shape }> = {
  INTENDED: { word: "intended", shape: "ring" },
  DISPATCHED: { word: "dispatched", shape: "triangle" },
  LANDED: { word: "landed", shape: "disc" },
  NOT_LANDED: { word: "not landed", shape: "cross" },
  UNKNOWN: { word: "unknown", shape: "diamond" },
  UNDONE: { word: "undone", shape: "square" },
  ABANDONED: { word: "never sent", shape: "dash" },
};
export type Shape = "ring" | "triangle" | "disc" | "cross" | "diamond" | "square" | "dash";

/** In the order of an effect's life. */
export const LEGEND: readonly EffectState[] = ["INTENDED", "DISPATCHED", "LANDED", "NOT_LANDED", "UNKNOWN", "UNDONE"];

const TROUBLE = {
  unknown: "nobody knows what became of an effect",
  reauthorize: "the platform refuses its credentials",
  paused: "its connection is paused",
} as const;

export const many = (count: number, one: string, more = `${one}s`): string =>
  `${count.toLocaleString()} ${count === 1 ? one : more}`;

/** The node in a sentence, for who can't see it. */
export function aboutAgent({ name, paused, depth }: AgentNode): string {
  const holds = depth === 0 ? "holds nothing" : `holds ${many(depth, "system")} by weight`;
  return `Agent ${name}: ${holds}${paused ? ", is paused" : ""}`;
}

export function aboutSystem(system: SystemNode, view: MapView): string {
  const names = new Map(view.agents.map(({ id, name }) => [id, name]));
  const lines = view.lines.filter((line) => line.system === system.id);
  const holders = lines.filter(({ weight }) => weight > 0).map(({ agent }) => names.get(agent) ?? "an agent");
  const parts = [
    holders.length === 0 ? "held by nobody" : `held by ${holders.join(" and ")} with weight ${system.weight}`,
    ...lines.flatMap(({ under }) => underWay(under)),
    ...(system.swarm ? [calls(system)] : []),
    ...(system.trouble ? [TROUBLE[system.trouble]] : []),
  ];
  return `${titleOf(system)}: ${parts.join(", ")}`;
}

/** A system's name with its platform, unless the one says the other. */
export function titleOf({ connector, label, stands }: SystemNode): string {
  return stands > 1 || label === connector ? label : `${connector} ${label}`;
}

export function underWay(under: Under): string[] {
  return (["INTENDED", "DISPATCHED", "UNKNOWN"] as const)
    .filter((state) => under[state] > 0)
    .map((state) => `${under[state].toLocaleString()} ${STATES[state].word}`);
}

/** A swarm's count: all of its calls that are known of. */
export function calls({ swarm }: SystemNode): string {
  if (!swarm) return "";
  const all = swarm.inFlight + swarm.answered;
  const text = `${all.toLocaleString()}${swarm.more ? "+" : ""} ${all === 1 ? "call" : "calls"} of a swarm`;
  return swarm.answered === 0 ? text : `${text}, ${swarm.answered.toLocaleString()} answered`;
}
