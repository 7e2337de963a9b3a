import type { Listing, Schemas } from "@ganglion/client";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { answer, api } from "../../lib/api";
import type { Line } from "../../lib/billing";
import { from, listQuery } from "../../lib/lists";
import { monthsLater, startOf } from "../../lib/months";

export type Capacity = Schemas["Capacity"];
export type Sum = Schemas["Usage"];
export type Waiting = { reason: string; detail?: string; until?: string };
export type WaitingRun = Omit<Schemas["Run"], "waiting_for"> & {
  waiting_for: Waiting | null;
};
export type Connection = Schemas["Connection"];
export type Root = Schemas["LedgerRoot"];
type Charged = Omit<Schemas["WhatIfStatement"], "lines"> & { lines: Line[] };
export type WhatIf = Omit<Schemas["WhatIf"], "was" | "would"> & { was: Charged; would: Charged };

/** What sums are told by; null: all together. */
export const GROUPS = ["agent", "system", "workflow", "connector"] as const;
export type Group = (typeof GROUPS)[number];

const PAGE = 100;
const LIVE_POLL_MS = 5_000;
/** Pages of sums that a chart is drawn of; more would be slow to fetch and nothing to look at. */
const CHART_PAGES = 10;

export const capacityQuery = queryOptions({
  queryKey: ["capacity"],
  queryFn: ({ signal }) => answer<Capacity>(api.GET("/api/v1/capacity", { signal })),
  refetchInterval: LIVE_POLL_MS,
});

export const waitingQuery = {
  ...listQuery(["runs", "waiting"], (cursor, signal) =>
    answer<Listing<WaitingRun>>(
      api.GET("/api/v1/runs", { params: { query: { state: "WAITING", limit: 20, ...from(cursor) } }, signal }),
    ),
  ),
  refetchInterval: LIVE_POLL_MS,
};

const sums = (month: string, by: string, cursor: string | undefined, signal: AbortSignal) =>
  answer<Listing<Sum>>(
    api.GET("/api/v1/usage", {
      params: {
        query: { from: startOf(month), to: startOf(monthsLater(month, 1)), by, limit: PAGE, ...from(cursor) },
      },
      signal,
    }),
  );

/** A month day by day; null where there is too much of it to draw. */
export const daysQuery = (month: string, group: Group | undefined) =>
  queryOptions({
    queryKey: ["usage", "days", month, group],
    queryFn: async ({ signal }): Promise<Sum[] | null> => {
      const all: Sum[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < CHART_PAGES; page++) {
        const found = await sums(month, group ? `day,${group}` : "day", cursor, signal);
        all.push(...found.data);
        if (!found.next_cursor) return all;
        cursor = found.next_cursor;
      }
      return null;
    },
    placeholderData: keepPreviousData,
  });

/** A month's sums by what held, or was held. */
export const totalsQuery = (month: string, group: Group) =>
  listQuery(["usage", "totals", month, group], (cursor, signal) => sums(month, `month,${group}`, cursor, signal));

export type Terms = { month: string; plan?: string; k: number };

/** What a month would have cost with that K, and under another plan. */
export const whatIfQuery = ({ month, plan, k }: Terms) =>
  queryOptions({
    queryKey: ["what-if", month, plan, k],
    queryFn: ({ signal }) =>
      answer<WhatIf>(
        api.GET("/api/v1/billing/what-if", {
          params: { query: { month, k: String(k), ...(plan && { plan }) } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });

export const rootQuery = queryOptions({
  queryKey: ["ledger", "root"],
  queryFn: ({ signal }) => answer<Root>(api.GET("/api/v1/ledger/root", { params: { query: { limit: 1 } }, signal })),
});

/** All lines of the ledger, a JSON object a line. */
export const exported = () => answer<Blob>(api.GET("/api/v1/ledger", { parseAs: "blob" }));

export const agentsQuery = queryOptions({
  queryKey: ["agents"],
  queryFn: ({ signal }) =>
    answer<Listing<Schemas["Agent"]>>(api.GET("/api/v1/agents", { params: { query: { limit: PAGE } }, signal })),
});

export const workflowsQuery = queryOptions({
  queryKey: ["workflows"],
  queryFn: ({ signal }) =>
    answer<Listing<Schemas["Workflow"]>>(api.GET("/api/v1/workflows", { params: { query: { limit: PAGE } }, signal })),
});

export const connectionsQuery = queryOptions({
  queryKey: ["connections"],
  queryFn: ({ signal }) =>
    answer<Listing<Connection>>(api.GET("/api/v1/connections", { params: { query: { limit: PAGE } }, signal })),
});
