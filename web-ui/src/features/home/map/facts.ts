import type { Schemas } from "@ganglion/client";

export type EffectState = Schemas["EffectState"];
export type RunState = Schemas["RunState"];
type Of<Name extends keyof Schemas, Member extends keyof Schemas[Name]> = Pick<Schemas[Name], Member>;

export type AgentFact = Of<"Agent", "id" | "name" | "paused_at">;
export type ConnectionFact = Of<"Connection", "name" | "connector" | "label" | "system" | "status">;
export type RunFact = Of<"Run", "id" | "agent" | "state">;
export type HoldFact = Of<"Hold", "id" | "run" | "member" | "system" | "connector" | "weight">;
export type EffectFact = Of<"Effect", "id" | "run" | "position" | "connector" | "system" | "state">;
export type ApprovalFact = Of<"Approval", "id">;
export type CapacityFact = Schemas["Capacity"];

/** What the API said of a tenant in one go. */
export type Snapshot = {
  /** Counts them in the order they were asked for. */
  number: number;
  /** The last event that had come when it was asked for: what was told up to there is in it. */
  asOf: number;
  agents: readonly AgentFact[];
  connections: readonly ConnectionFact[];
  /** Those under way, and those whose holds there are. */
  runs: readonly RunFact[];
  /** Open ones. */
  holds: readonly HoldFact[];
  /** INTENDED, DISPATCHED and UNKNOWN ones. */
  effects: readonly EffectFact[];
  /** Pending ones. */
  approvals: readonly ApprovalFact[];
  capacity: CapacityFact;
  /** Whether there is more of something than was asked for. */
  cut: boolean;
};

/** An effect whose fate was told, to be seen once on its line. */
export type Pulse = {
  id: string;
  run: string;
  system: string;
  connector: string;
  state: EffectState;
  /** When, by the clock that the map is drawn by; null: when it is first drawn. */
  born: number | null;
};

/** All that the map shows, at one instant. */
export type Facts = {
  agents: readonly AgentFact[];
  connections: readonly ConnectionFact[];
  /** Who acts in a run; null: nobody. Runs that aren't in it are somebody's unknown. */
  agentOf: ReadonlyMap<string, string | null>;
  holds: readonly HoldFact[];
  /** Those that are not settled; `swarm`: it is one call of many, and told as a count. */
  effects: readonly (EffectFact & { swarm?: boolean })[];
  pulses: readonly Pulse[];
  /** Calls of swarms that were answered, by system. */
  answered: ReadonlyMap<string, number>;
  cut: boolean;
};
