import type { Listing, Schemas } from "@ganglion/client";
import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "../../../lib/api";
import type { AgentFact, ConnectionFact, EffectFact, EffectState, HoldFact, RunFact, Snapshot } from "./facts";

const PAGE = 100;
/** Pages of one list: more could not be told apart on a map. */
const PAGES = 3;
/** Runs that are asked for one by one, since holds name them and no list did. */
const BY_ID = 20;
/** Whose runs are is remembered of so many: it never changes. */
const REMEMBERED = 2_000;
const BUSY_POLL_MS = 2_000;
const QUIET_POLL_MS = 6_000;

let asked = 0;
const known = new Map<string, RunFact>();

/** What there is now, and up to which event. */
export const snapshotQuery = (asOf: () => number) =>
  queryOptions({
    queryKey: ["map"],
    queryFn: ({ signal }) => snapshot(++asked, asOf(), signal),
    refetchInterval: ({ state }) => (state.data && isBusy(state.data) ? BUSY_POLL_MS : QUIET_POLL_MS),
    staleTime: 0,
  });

const isBusy = ({ holds, effects, runs }: Snapshot): boolean =>
  holds.length > 0 || effects.length > 0 || runs.some(({ state }) => state === "RUNNING" || state === "QUEUED");

async function snapshot(number: number, asOf: number, signal: AbortSignal): Promise<Snapshot> {
  const effects = (state: EffectState) =>
    pages<EffectFact>((from) =>
      api.GET("/api/v1/effects", { params: { query: { state, limit: PAGE, ...from } }, signal }),
    );
  const runs = (state: RunFact["state"]) =>
    pages<RunFact>(
      (from) => api.GET("/api/v1/runs", { params: { query: { state, limit: PAGE, ...from } }, signal }),
      1,
    );
  const lists = await Promise.all([
    pages<AgentFact>((from) => api.GET("/api/v1/agents", { params: { query: { limit: PAGE, ...from } }, signal })),
    pages<ConnectionFact>((from) =>
      api.GET("/api/v1/connections", { params: { query: { limit: PAGE, ...from } }, signal }),
    ),
    pages<HoldFact>((from) =>
      api.GET("/api/v1/holds", { params: { query: { state: "OPEN", limit: PAGE, ...from } }, signal }),
    ),
    effects("INTENDED"),
    effects("DISPATCHED"),
    effects("UNKNOWN"),
    runs("RUNNING"),
    runs("NEEDS_ATTENTION"),
    pages<Pick<Schemas["Approval"], "id">>((from) =>
      api.GET("/api/v1/approvals", { params: { query: { state: "PENDING", limit: PAGE, ...from } }, signal }),
    ),
    answer<Schemas["Capacity"]>(api.GET("/api/v1/capacity", { signal })),
  ]);
  const [agents, connections, holds, intended, dispatched, unknown, running, stuck, approvals, capacity] = lists;
  const open = [...intended.data, ...dispatched.data, ...unknown.data];
  const listed = [...running.data, ...stuck.data];
  return {
    number,
    asOf,
    agents: agents.data,
    connections: connections.data,
    runs: [...listed, ...(await others(listed, [...holds.data, ...open], signal))],
    holds: holds.data,
    effects: open,
    approvals: approvals.data,
    capacity,
    cut: lists.some((list) => "cut" in list && list.cut),
  };
}

/** Runs that are named and were not listed: their agents, from memory where possible. */
async function others(
  listed: readonly RunFact[],
  naming: readonly { run: string }[],
  signal: AbortSignal,
): Promise<RunFact[]> {
  for (const { id, agent, state } of listed) remember({ id, agent, state });
  const told = new Set(listed.map(({ id }) => id));
  const named = [...new Set(naming.map(({ run }) => run))].filter((id) => !told.has(id));
  const unknown = named.filter((id) => !known.has(id)).slice(0, BY_ID);
  const found = await Promise.allSettled(
    unknown.map((id) => answer<RunFact>(api.GET("/api/v1/runs/{id}", { params: { path: { id } }, signal }))),
  );
  for (const one of found) {
    if (one.status === "fulfilled") remember({ id: one.value.id, agent: one.value.agent, state: one.value.state });
  }
  // a remembered state may have passed: they hold something, so that they go on
  return named.flatMap((id) => {
    const run = known.get(id);
    return run ? [{ ...run, state: "WAITING" as const }] : [];
  });
}

function remember(run: RunFact): void {
  known.delete(run.id);
  known.set(run.id, run);
  const [oldest] = known.keys();
  if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest);
}

type Pages<T> = { data: T[]; cut: boolean };

/** The first pages of a list, and whether there are more. */
export async function pages<T>(
  page: (from: { cursor?: string }) => Promise<{ data?: unknown; error?: unknown; response: Response }>,
  most = PAGES,
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
