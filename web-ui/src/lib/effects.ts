import type { Schemas } from "@ganglion/client";
import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "./api";

export type Effect = Schemas["Effect"];

/** So many are looked at one by one; of more their identifiers have to do. */
const SHOWN = 20;
const LIVE_POLL_MS = 2_000;
const UNDER_WAY: ReadonlySet<Effect["state"]> = new Set(["INTENDED", "DISPATCHED", "UNKNOWN"]);

/** What became of effects that were in flight; asked again until all fates are known. */
export const effectsQuery = (ids: string[]) =>
  queryOptions({
    queryKey: ["effects", ids],
    queryFn: ({ signal }) =>
      Promise.all(
        ids
          .slice(0, SHOWN)
          .map((id) => answer<Effect>(api.GET("/api/v1/effects/{id}", { params: { path: { id } }, signal }))),
      ),
    enabled: ids.length > 0,
    refetchInterval: ({ state }) => (state.data?.some((one) => UNDER_WAY.has(one.state)) ? LIVE_POLL_MS : false),
  });
