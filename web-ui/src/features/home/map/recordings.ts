import type { Listing, Schemas } from "@ganglion/client";
import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "../../../lib/api";
import type { AgentFact, ConnectionFact } from "./facts";
import { type Recording, recorded } from "./replay";

type Run = Schemas["Run"];

const PAGE = 100;
/** Pages of what a run did: two thousand effects, holds or steps. */
const PAGES = 20;
/** Pages of agents and of accounts: more could not be told apart on a map. */
const NODE_PAGES = 3;
const CHOICES = 50;

/** Runs to choose from. */
export const choicesQuery = queryOptions({
  queryKey: ["runs", "replay"],
  queryFn: ({ signal }) =>
    answer<Listing<Run>>(api.GET("/api/v1/runs", { params: { query: { limit: CHOICES } }, signal })),
});

/** All of a run that can be played. */
export const recordingQuery = (id: string) =>
  queryOptions({
    queryKey: ["map", "recording", id],
    queryFn: ({ signal }) => recording(id, signal),
    staleTime: 60_000,
  });

async function recording(id: string, signal: AbortSignal): Promise<Recording> {
  const path = { id };
  const run = await answer<Run>(api.GET("/api/v1/runs/{id}", { params: { path }, signal }));
  const root = run.parent === null ? id : await rootOf(id, signal);
  const [effects, holds, steps, agents, connections] = await Promise.all([
    pages<Schemas["Effect"]>(
      (from) => api.GET("/api/v1/runs/{id}/effects", { params: { path, query: { limit: PAGE, ...from } }, signal }),
      PAGES,
    ),
    pages<Schemas["Hold"]>(
      (from) => api.GET("/api/v1/holds", { params: { query: { run: root, limit: PAGE, ...from } }, signal }),
      PAGES,
    ),
    pages<Schemas["Step"]>(
      (from) => api.GET("/api/v1/runs/{id}/steps", { params: { path, query: { limit: PAGE, ...from } }, signal }),
      PAGES,
    ),
    pages<AgentFact>((from) => api.GET("/api/v1/agents", { params: { query: { limit: PAGE, ...from } }, signal })),
    pages<ConnectionFact>((from) =>
      api.GET("/api/v1/connections", { params: { query: { limit: PAGE, ...from } }, signal }),
    ),
  ]);
  return recorded(
    {
      run,
      effects: effects.data,
      holds: root === id ? holds.data : holds.data.filter(({ member }) => member === id),
      steps: steps.data,
      agents: agents.data,
      connections: connections.data,
      cut: effects.cut || holds.cut,
    },
    Date.now(),
  );
}

/** Holds are told by the run that a family began with. */
async function rootOf(id: string, signal: AbortSignal): Promise<string> {
  const call = api.GET("/api/v1/runs/{id}/receipt", { params: { path: { id } }, signal });
  return (await answer<Schemas["Receipt"]>(call)).root;
}

type Pages<T> = { data: T[]; cut: boolean };

/** The first pages of a list, and whether there are more. */
async function pages<T>(
  page: (from: { cursor?: string }) => Promise<{ data?: unknown; error?: unknown; response: Response }>,
  most = NODE_PAGES,
): Promise<Pages<T>> {
  const data: T[] = [];
  let from: { cursor?: string } = {};
  for (let at = 0; at < most; at++) {
    const listing = await answer<Listing<T>>(page(from));
    data.push(...listing.data);
    if (listing.next_cursor === null) return { data, cut: false };
    from = { cursor: listing.next_cursor };
  }
  return { data, cut: true };
}
