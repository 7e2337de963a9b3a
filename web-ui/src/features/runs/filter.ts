import type { Schemas } from "@ganglion/client";

export type RunState = Schemas["RunState"];

export const RUN_STATES = [
  "QUEUED",
  "RUNNING",
  "WAITING",
  "NEEDS_ATTENTION",
  "SUCCEEDED",
  "COMPENSATED",
  "FAILED",
  "CANCELLED",
] as const satisfies RunState[];

/** @param workflow by namespace and name: all its versions */
export type Filter = { state?: RunState; workflow?: string; agent?: string };

/** The filter that an address stands for; what it can't is left out. */
export function filterOf(search: { [part in keyof Filter]?: unknown }): Filter {
  const text = (value: unknown) => (typeof value === "string" && value ? value : undefined);
  const state = RUN_STATES.find((one) => one === search.state);
  const [workflow, agent] = [text(search.workflow), text(search.agent)];
  return { ...(state && { state }), ...(workflow && { workflow }), ...(agent && { agent }) };
}

/** What the page's address says: the filter, and whether a run is about to be started. */
export type RunsSearch = Filter & { start?: true };

export const runsSearch = (search: { [part in keyof RunsSearch]?: unknown }): RunsSearch => ({
  ...filterOf(search),
  ...(search.start === true && { start: true as const }),
});
