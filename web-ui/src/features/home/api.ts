import { queryOptions } from "@tanstack/react-query";
import { type Answer, answer, api, type Listing } from "../../lib/api";

export type Run = Answer<"Run", "workflow" | "version" | "agent" | "waiting_for" | "started_at" | "ended_at">;
export type RunState = Run["state"];
export type Workflow = Answer<"Workflow">;
export type Agent = Answer<"Agent">;

const LATEST = 10;
const LIVE_POLL_MS = 2_000;
const POLL_MS = 15_000;
const CHOICES = 100;
const ENDED: ReadonlySet<RunState> = new Set(["SUCCEEDED", "COMPENSATED", "FAILED", "CANCELLED"]);

export const runsQuery = queryOptions({
  queryKey: ["runs", "latest"],
  queryFn: ({ signal }) =>
    answer<Listing<Run>>(api.GET("/api/v1/runs", { params: { query: { limit: String(LATEST) } }, signal })),
  refetchInterval: ({ state }) => (state.data?.data.some((run) => !ENDED.has(run.state)) ? LIVE_POLL_MS : POLL_MS),
});

export const workflowsQuery = queryOptions({
  queryKey: ["workflows"],
  queryFn: ({ signal }) =>
    answer<Listing<Workflow>>(api.GET("/api/v1/workflows", { params: { query: { limit: String(CHOICES) } }, signal })),
});

export const agentsQuery = queryOptions({
  queryKey: ["agents"],
  queryFn: ({ signal }) =>
    answer<Listing<Agent>>(api.GET("/api/v1/agents", { params: { query: { limit: String(CHOICES) } }, signal })),
});
