import { follow, listen } from "@ganglion/client";
import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { api } from "./api";

/** What happens at once is asked for once, … */
const GATHER_MS = 250;
/** … and what happens all the time no oftener than this. */
const REST_MS = 1_000;

/**
 * Asks again for what a key stands for whenever a run's stream tells something, to the run's end. Where there is no stream the
 * queries' own intervals remain.
 *
 * @param run null: nothing is followed
 */
export function useRunEvents(run: string | null, queryKey: QueryKey): void {
  const client = useQueryClient();
  const key = JSON.stringify(queryKey);
  useEffect(() => {
    if (run === null) return;
    return refreshing(
      (signal) => follow(api, run, { signal }),
      () => client.invalidateQueries({ queryKey: JSON.parse(key) }),
    );
  }, [client, run, key]);
}

/** The same for what happens in the tenant, by the names of event types. */
export function useTenantEvents(types: readonly string[], queryKeys: readonly QueryKey[], enabled: boolean): void {
  const client = useQueryClient();
  const [names, keys] = [JSON.stringify(types), JSON.stringify(queryKeys)];
  useEffect(() => {
    if (!enabled) return;
    return refreshing(
      (signal) => listen(api, { types: JSON.parse(names), signal }),
      () => Promise.all((JSON.parse(keys) as QueryKey[]).map((queryKey) => client.invalidateQueries({ queryKey }))),
    );
  }, [client, names, keys, enabled]);
}

/** Refreshes soon after each thing that a stream tells; answers how to leave it. */
function refreshing(
  open: (signal: AbortSignal) => AsyncIterable<unknown>,
  refresh: () => Promise<unknown>,
): () => void {
  const leaving = new AbortController();
  let told = false;
  let busy = false;
  const soon = async () => {
    told = true;
    if (busy) return;
    busy = true;
    while (told && !leaving.signal.aborted) {
      await pause(GATHER_MS);
      told = false;
      await refresh(); // to its end: one that came in between would begin it anew, for ever
      await pause(REST_MS);
    }
    busy = false;
  };
  const following = async () => {
    for await (const _told of open(leaving.signal)) void soon();
  };
  following().catch(() => undefined); // refused, or broken for good: what is asked by an interval goes on
  return () => {
    leaving.abort();
    void refresh(); // what was told last, or would have been
  };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
