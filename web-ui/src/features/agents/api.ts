import type { Listing, Schemas } from "@ganglion/client";
import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "../../lib/api";
import { type Seen, tagOf, unchanged } from "../../lib/etag";
import { from, listQuery } from "../../lib/lists";

export type Agent = Schemas["Agent"];
export type AgentBody = Schemas["AgentBody"];
export type Policy = Schemas["Policy"];
export type Paused = Schemas["PausedAgent"];
export type Connection = Schemas["Connection"];
export type Connector = Schemas["Connector"];
export type Entry = Schemas["StateEntry"];
export type DepthPoint = Schemas["AgentDepth"]["points"][number];
export type ObservedSystem = Schemas["ObservedSystem"];
export type Facet = Schemas["Facet"];
export type Version = Schemas["StateVersion"];

const PAGE = 50;
const MANY = 100;
const LIVE_POLL_MS = 5_000;
const DEPTH_POLL_MS = 30_000;

export const agentsQuery = listQuery(["agents", "list"], (cursor, signal) =>
  answer<Listing<Agent>>(api.GET("/api/v1/agents", { params: { query: { limit: PAGE, ...from(cursor) } }, signal })),
);

export const agentQuery = (id: string) =>
  queryOptions({
    queryKey: ["agents", id],
    queryFn: async ({ signal }): Promise<Seen<Agent>> => {
      const call = api.GET("/api/v1/agents/{id}", { params: at(id), signal });
      const agent = await answer<Agent>(call);
      return { ...agent, etag: (await call).response.headers.get("ETag") };
    },
    refetchInterval: LIVE_POLL_MS,
  });

/** What an agent can be given. */
export const connectionsQuery = queryOptions({
  queryKey: ["connections", "of agents"],
  queryFn: ({ signal }) =>
    answer<Listing<Connection>>(api.GET("/api/v1/connections", { params: { query: { limit: MANY } }, signal })),
  select: ({ data }) => data,
});

export const connectorsQuery = queryOptions({
  queryKey: ["connectors"],
  queryFn: ({ signal }) => answer<Listing<Connector>>(api.GET("/api/v1/connectors", { signal })),
  staleTime: Number.POSITIVE_INFINITY,
  select: ({ data }) => data,
});

export type Span = "day" | "week" | "month";

const DAYS: Record<Span, number> = { day: 1, week: 7, month: 30 };
const DAY_MS = 86_400_000;
const POINTS = 96;

export const depthQuery = (agent: string, span: Span) =>
  queryOptions({
    queryKey: ["agents", agent, "depth", span],
    queryFn: ({ signal }) => {
      const to = new Date();
      const from = new Date(to.getTime() - DAYS[span] * DAY_MS);
      const query = { from: from.toISOString(), to: to.toISOString(), points: POINTS };
      return answer<Schemas["AgentDepth"]>(
        api.GET("/api/v1/agents/{id}/depth", { params: { ...at(agent), query }, signal }),
      );
    },
    refetchInterval: DEPTH_POLL_MS,
  });

export const entriesQuery = (agent: string) => ({
  ...listQuery(["agents", agent, "state"], (cursor, signal) =>
    answer<Listing<Entry>>(
      api.GET("/api/v1/agents/{id}/state", {
        params: { ...at(agent), query: { limit: PAGE, ...from(cursor) } },
        signal,
      }),
    ),
  ),
  refetchInterval: LIVE_POLL_MS,
});

export const entryQuery = (agent: string, key: string) =>
  queryOptions({
    queryKey: ["agents", agent, "state", "entry", key],
    queryFn: ({ signal }) =>
      answer<Entry>(api.GET("/api/v1/agents/{id}/state/{key}", { params: within(agent, key), signal })),
    refetchInterval: LIVE_POLL_MS,
  });

export const historyQuery = (agent: string, key: string) => ({
  ...listQuery(["agents", agent, "state", "history", key], (cursor, signal) =>
    answer<Listing<Version>>(
      api.GET("/api/v1/agents/{id}/state/{key}/history", {
        params: { ...within(agent, key), query: { limit: PAGE, ...from(cursor) } },
        signal,
      }),
    ),
  ),
  refetchInterval: LIVE_POLL_MS,
});

const at = (id: string) => ({ path: { id } });
const within = (id: string, key: string) => ({ path: { id, key } });

export const create = (body: AgentBody) => answer<Agent>(api.POST("/api/v1/agents", { body }));

/** Refused with 412 if somebody has changed it since it was seen. */
export const change = ({ id, etag }: Seen<Agent>, body: AgentBody) =>
  answer<Agent>(api.PATCH("/api/v1/agents/{id}", { params: { ...at(id), header: unchanged(etag) }, body }));
export const remove = (id: string) => answer<void>(api.DELETE("/api/v1/agents/{id}", { params: at(id) }));
export const pause = (id: string) => answer<Paused>(api.POST("/api/v1/agents/{id}/pause", { params: at(id) }));
export const resume = (id: string) => answer<Agent>(api.POST("/api/v1/agents/{id}/resume", { params: at(id) }));

/** @param seen the version that it takes the place of; 0: there is none yet */
export const write = (agent: string, key: string, seen: number, value: unknown) =>
  answer<Entry>(
    api.PUT("/api/v1/agents/{id}/state/{key}", {
      params: { ...within(agent, key), header: unchanged(tagOf(seen)) },
      body: value,
    }),
  );
export const forget = (agent: string, key: string, seen: number) =>
  answer<void>(
    api.DELETE("/api/v1/agents/{id}/state/{key}", {
      params: { ...within(agent, key), header: unchanged(tagOf(seen)) },
    }),
  );
