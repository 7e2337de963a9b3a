import type { Schemas } from "@ganglion/client";
import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "../../../lib/api";
import type { Snapshot } from "./facts";

const BUSY_POLL_MS = 2_000;
const QUIET_POLL_MS = 6_000;

let asked = 0;

/** What there is now, and up to which event. */
export const snapshotQuery = (asOf: () => number) =>
  queryOptions({
    queryKey: ["map"],
    queryFn: ({ signal }) => snapshot(++asked, asOf(), signal),
    refetchInterval: ({ state }) => (state.data && isBusy(state.data) ? BUSY_POLL_MS : QUIET_POLL_MS),
    staleTime: 0,
  });

const isBusy = ({ holds, effects, runs }: Snapshot): boolean =>
  holds.length > 0 || effects.length > 0 || runs.some(({ state }) => state === "RUNNING");

async function snapshot(number: number, asOf: number, signal: AbortSignal): Promise<Snapshot> {
  const map = await answer<Schemas["CoordinationMap"]>(api.GET("/api/v1/map", { signal }));
  return { number, asOf, ...map };
}
