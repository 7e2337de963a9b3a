import type { Listing, Schemas } from "@ganglion/client";
import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "../../lib/api";

export type Run = Schemas["Run"];
export type RunState = Run["state"];
export type Workflow = Schemas["Workflow"];
export type Agent = Schemas["Agent"];

const LATEST = 10;
const LIVE_POLL_MS = 2_000;
const POLL_MS = 15_000;
const CHOICES = 100;
const ENDED: ReadonlySet<RunState> = new Set(["SUCCEEDED", "COMPENSATED", "FAILED", "CANCELLED"]);

export const runsQuery = queryOptions({
  queryKey: ["runs", "latest"],
  queryFn: ({ signal }) =>
    answer<Listing<Run>>(api.GET("/api/v1/runs", { params: { query: { limit: LATEST } }, signal })),
  refetchInterval: ({ state }) => (state.data?.data.some((run) => !ENDED.has(run.state)) ? LIVE_POLL_MS : POLL_MS),
});

export const workflowsQuery = queryOptions({
  queryKey: ["workflows"],
  queryFn: ({ signal }) =>
    answer<Listing<Workflow>>(api.GET("/api/v1/workflows", { params: { query: { limit: CHOICES } }, signal })),
});

export const agentsQuery = queryOptions({
  queryKey: ["agents"],
  queryFn: ({ signal }) =>
    answer<Listing<Agent>>(api.GET("/api/v1/agents", { params: { query: { limit: CHOICES } }, signal })),
});
