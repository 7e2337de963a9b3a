import type { Schemas } from "@ganglion/client";

export type EffectState = Schemas["EffectState"];
export type RunState = Schemas["RunState"];
export type AgentFact = Schemas["AgentOnMap"];
export type ConnectionFact = Omit<Schemas["ConnectionOnMap"], "id">;
export type RunFact = Schemas["RunOnMap"];
export type HoldFact = Schemas["HoldOnMap"];
export type EffectFact = Schemas["EffectOnMap"];
export type CapacityFact = Schemas["Capacity"];

/** What the API said of a tenant in one go. */
export type Snapshot = Readonly<Schemas["CoordinationMap"]> & {
  /** Counts them in the order they were asked for. */
  number: number;
  /** The last event that had come when it was asked for: what was told up to there is in it. */
  asOf: number;
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
