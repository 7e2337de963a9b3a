import { follow, listen } from "@ganglion/client";
import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { api } from "./api";

/** What happens at once is asked for once. */
const GATHER_MS = 300;

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
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      void refresh();
    }, GATHER_MS);
  };
  const following = async () => {
    for await (const _told of open(leaving.signal)) soon();
  };
  following().catch(() => undefined); // refused, or broken for good: what is asked by an interval goes on
  return () => {
    leaving.abort();
    clearTimeout(timer);
    void refresh(); // what was told last, or would have been
  };
}
