import type { Listing, Schemas } from "@ganglion/client";
import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "../../lib/api";
import { from, listQuery } from "../../lib/lists";
import type { Filter } from "./filter";

/** @param subject what somebody has to acknowledge */
export type Waiting = { reason: string; detail?: string; until?: string | null; subject?: string };
/** The DSL's error object. */
export type Fault = { type?: string; status?: number; title?: string; detail?: string; instance?: string };
export type Run = Omit<Schemas["Run"], "waiting_for" | "error"> & { waiting_for: Waiting | null; error: Fault | null };
export type Step = Omit<Schemas["Step"], "error"> & { error: Fault | null };
export type Workflow = Schemas["Workflow"];
export type Agent = Schemas["Agent"];

const PAGE = 50;
const STEPS = 25;
const CHOICES = 100;
/** While something goes on; streams are faster, and may be missing. */
const LIVE_POLL_MS = 5_000;
const POLL_MS = 15_000;

export const isEnded = ({ ended_at }: Run): boolean => ended_at !== null;

/** Newest first. A page looks through so many runs; where fewer fit, there may be a next page all the same. */
export const runsQuery = (filter: Filter) => ({
  ...listQuery(["runs", "list", filter], (cursor, signal) =>
    answer<Listing<Run>>(
      api.GET("/api/v1/runs", { params: { query: { limit: PAGE, ...filter, ...from(cursor) } }, signal }),
    ),
  ),
  refetchInterval: LIVE_POLL_MS,
});

/** All that is asked about a run is under it. */
export const runKey = (id: string) => ["runs", "one", id] as const;

export const runQuery = (id: string) =>
  queryOptions({
    queryKey: [...runKey(id), "run"],
    queryFn: ({ signal }) => answer<Run>(api.GET("/api/v1/runs/{id}", { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data && isEnded(state.data) ? false : LIVE_POLL_MS),
  });

export const stepsQuery = (id: string, live: boolean) => ({
  ...listQuery([...runKey(id), "steps"], (cursor, signal) =>
    answer<Listing<Step>>(
      api.GET("/api/v1/runs/{id}/steps", {
        params: { path: { id }, query: { limit: STEPS, ...from(cursor) } },
        signal,
      }),
    ),
  ),
  refetchInterval: live ? POLL_MS : (false as const), // its stream tells each step that ends
});

export const workflowQuery = (id: string | null) =>
  queryOptions({
    queryKey: ["workflows", "one", id],
    queryFn: ({ signal }) =>
      answer<Workflow>(api.GET("/api/v1/workflows/{id}", { params: { path: { id: id ?? "" } }, signal })),
    enabled: id !== null,
    staleTime: Number.POSITIVE_INFINITY, // a version never changes
  });

export const workflowsQuery = queryOptions({
  queryKey: ["workflows", "choices"],
  queryFn: ({ signal }) =>
    answer<Listing<Workflow>>(api.GET("/api/v1/workflows", { params: { query: { limit: CHOICES } }, signal })),
});

export const agentsQuery = queryOptions({
  queryKey: ["agents", "choices"],
  queryFn: ({ signal }) =>
    answer<Listing<Agent>>(api.GET("/api/v1/agents", { params: { query: { limit: CHOICES } }, signal })),
});

const at = (id: string) => ({ params: { path: { id } } });

export const start = (body: Schemas["StartRun"]) => answer<Run>(api.POST("/api/v1/runs", { body }));
export const cancel = (id: string) => answer<Schemas["Cancelled"]>(api.POST("/api/v1/runs/{id}/cancel", at(id)));
/** Starts another run. */
export const retry = (id: string) => answer<Run>(api.POST("/api/v1/runs/{id}/retry", at(id)));
export const complete = (id: string) => answer<Run>(api.POST("/api/v1/runs/{id}/complete", at(id)));
export const compensate = (id: string) => answer<Run>(api.POST("/api/v1/runs/{id}/compensate", at(id)));
export const acknowledge = (id: string, subject: string, comment: string) =>
  answer<Run>(api.POST("/api/v1/runs/{id}/acknowledge", { ...at(id), body: { subject, ...(comment && { comment }) } }));
