import { listen, type TenantEvent } from "@ganglion/client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useReducer, useRef, useState } from "react";
import { api } from "../../../lib/api";
import { can, useMember } from "../../../lib/session";
import { snapshotQuery } from "./api";
import { attentionNow, now } from "./live";
import { fold, NOTHING, newest } from "./state";

/** What the map shows; other events would only be thrown away. */
const TYPES = [
  ...["run.succeeded", "run.failed", "run.compensated", "run.cancelled", "run.needs_attention"],
  ...["effect.landed", "effect.not_landed", "effect.unknown", "effect.undone"],
  ...["approval.requested", "approval.approved", "approval.rejected", "approval.expired", "approval.withdrawn"],
];
const LATEST = ["runs", "latest"];
/** Events that come close together are drawn together. */
const GATHER_MS = 120;
/** After events there is something new to ask for, but not more often. */
const ASK_AGAIN_MS = 900;
/** A stream that can't be opened is tried again; meanwhile the map is asked for as often as ever. */
const STREAM_REST_MS = 15_000;

/** What there is now, live: asked for now and then, and told in between. */
export function useLive() {
  const me = useMember();
  const client = useQueryClient();
  const [state, tell] = useReducer(fold, NOTHING);
  const place = useRef(0);
  place.current = newest(state);
  const query = useMemo(() => snapshotQuery(() => place.current), []);
  const { data: snapshot, error, refetch } = useQuery(query);
  const [streaming, setStreaming] = useState(true);
  const mayListen = can(me, "events:read");
  useEffect(() => {
    if (snapshot) tell({ kind: "snapshot", snapshot });
  }, [snapshot]);
  useEffect(() => {
    if (!mayListen) return;
    const again = delayed(ASK_AGAIN_MS, () => {
      // what is being asked is not asked anew: else much news would keep the answer away
      for (const queryKey of [query.queryKey, LATEST])
        void client.invalidateQueries({ queryKey }, { cancelRefetch: false });
    });
    const stop = follow({
      onState: setStreaming,
      onEvents: (events) => {
        tell({ kind: "events", events });
        again.soon();
      },
    });
    return () => {
      stop();
      again.cancel();
    };
  }, [mayListen, client, query]);
  const facts = useMemo(() => now(state), [state]);
  const attention = useMemo(() => attentionNow(state), [state]);
  return { facts, attention, capacity: snapshot?.capacity, streaming, error, refetch };
}

type Follower = { onState: (streaming: boolean) => void; onEvents: (events: TenantEvent[]) => void };

/** Follows the tenant's events until it is stopped, some at a time. */
function follow({ onState, onEvents }: Follower): () => void {
  const stopped = new AbortController();
  let gathered: TenantEvent[] = [];
  let resting: ReturnType<typeof setTimeout> | undefined;
  const hand = delayed(GATHER_MS, () => {
    const events = gathered;
    gathered = [];
    onEvents(events);
  });
  const open = async () => {
    onState(true);
    try {
      for await (const event of listen(api, { types: TYPES, signal: stopped.signal })) {
        gathered.push(event);
        hand.soon();
      }
    } catch {
      // what it missed is asked for
    }
    if (stopped.signal.aborted) return;
    onState(false);
    resting = setTimeout(() => void open(), STREAM_REST_MS);
  };
  void open();
  return () => {
    stopped.abort();
    hand.cancel();
    clearTimeout(resting);
  };
}

/** Does something a little later, once, however often it is wanted until then. */
function delayed(ms: number, act: () => void): { soon: () => void; cancel: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    soon: () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        act();
      }, ms);
    },
    cancel: () => clearTimeout(timer),
  };
}
