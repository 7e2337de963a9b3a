import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { can, type Member } from "../../../lib/session";
import { begin, foundQuery } from "./begin";

const NEEDED = ["lab:write", "connections:write", "agents:write", "workflows:write", "runs:write"];

/** Whether somebody may do all that the first run takes. */
export const mayBegin = (me: Member): boolean => NEEDED.every((scope) => can(me, scope));

/** How far the first run is; nothing is asked for whoever may not begin it. */
export const useBegun = (me: Member) => useQuery({ ...foundQuery, enabled: mayBegin(me) });

const UNDER_WAY = "ganglion.first-minute";

/** The way to the first run: how far it is, and what goes on with it; by itself after a reload in the middle. */
export function useFirstMinute(me: Member) {
  const { tenant } = me;
  const client = useQueryClient();
  const found = useBegun(me);
  const beginning = useMutation({
    scope: { id: "first-minute" },
    mutationFn: () => {
      remember(tenant);
      return begin((now) => {
        client.setQueryData(foundQuery.queryKey, now);
        void client.invalidateQueries({ queryKey: ["map"] });
      });
    },
    onSettled: () => {
      remember(null);
      return client.invalidateQueries({ queryKey: ["runs"] });
    },
  });
  const resumed = useRef(false);
  const { mutate } = beginning;
  const interrupted = mayBegin(me) && found.data?.run === null && remembered() === tenant;
  useEffect(() => {
    if (!interrupted || resumed.current) return;
    resumed.current = true;
    mutate();
  }, [interrupted, mutate]);
  return { found, beginning };
}

function remembered(): string | null {
  try {
    return sessionStorage.getItem(UNDER_WAY);
  } catch {
    return null;
  }
}

function remember(tenant: string | null): void {
  try {
    if (tenant) sessionStorage.setItem(UNDER_WAY, tenant);
    else sessionStorage.removeItem(UNDER_WAY);
  } catch {
    // storage is blocked: a reload needs the button again
  }
}
