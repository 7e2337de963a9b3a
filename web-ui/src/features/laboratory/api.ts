import type { Listing, Schemas } from "@ganglion/client";
import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "../../lib/api";
import { from, listQuery } from "../../lib/lists";

export type Scenario = Schemas["Scenario"];
export type Trial = Schemas["Trial"];
export type Standing = Schemas["Standing"];
export type Workflow = Schemas["Workflow"];

const PAGE = 50;
const CHOICES = 100;
const LIVE_POLL_MS = 2_000;
const POLL_MS = 15_000;

export const isOver = ({ state }: Trial): boolean => state === "judged" || state === "failed";

export const scenariosQuery = queryOptions({
  queryKey: ["lab", "scenarios"],
  queryFn: ({ signal }) => answer<Listing<Scenario>>(api.GET("/api/v1/lab/scenarios", { signal })),
  staleTime: Number.POSITIVE_INFINITY, // they come with the platform
  select: ({ data }) => data,
});

/** Newest first; of all scenarios where none is named. */
export const trialsQuery = (scenario?: string) => ({
  ...listQuery(["lab", "trials", scenario ?? "all"], (cursor, signal) =>
    answer<Listing<Trial>>(
      api.GET("/api/v1/lab/trials", {
        params: { query: { limit: PAGE, ...(scenario && { scenario }), ...from(cursor) } },
        signal,
      }),
    ),
  ),
  refetchInterval: ({ state }: { state: { data?: { pages: Listing<Trial>[] } | undefined } }) =>
    state.data?.pages.some((page) => page.data.some((trial) => !isOver(trial))) ? LIVE_POLL_MS : POLL_MS,
});

export const leaderboardQuery = (name: string) =>
  queryOptions({
    queryKey: ["lab", "leaderboard", name],
    queryFn: ({ signal }) =>
      answer<Listing<Standing>>(
        api.GET("/api/v1/lab/scenarios/{name}/leaderboard", { params: { path: { name } }, signal }),
      ),
    refetchInterval: POLL_MS,
    select: ({ data }) => data,
  });

export const workflowsQuery = queryOptions({
  queryKey: ["workflows", "to try"],
  queryFn: ({ signal }) =>
    answer<Listing<Workflow>>(api.GET("/api/v1/workflows", { params: { query: { limit: CHOICES } }, signal })),
  select: ({ data }) => data,
});

/** @param workflow left out: the scenario's own solution */
export const start = (body: { scenario: string; seed: number; seeds: number; workflow?: string }) =>
  answer<Listing<Trial>>(api.POST("/api/v1/lab/trials", { body }));
