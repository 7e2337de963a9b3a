import type { Listing, Schemas } from "@ganglion/client";
import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "./api";

/** Counted no further: whoever has more to do sees that there is much. */
const COUNTED = 100;
const POLL_MS = 30_000;

/** @param more whether there is more than was counted */
export type Attention = { count: number; more: boolean };

/** How much waits for a person: approvals that nobody has decided, and runs that can't go on by themselves. */
export const attentionQuery = queryOptions({
  queryKey: ["attention"],
  queryFn: async ({ signal }): Promise<Attention> => {
    const lists = await Promise.all([
      answer<Listing<Schemas["Approval"]>>(
        api.GET("/api/v1/approvals", { params: { query: { state: "PENDING", limit: COUNTED } }, signal }),
      ),
      answer<Listing<Schemas["Run"]>>(
        api.GET("/api/v1/runs", { params: { query: { state: "NEEDS_ATTENTION", limit: COUNTED } }, signal }),
      ),
    ]);
    return {
      count: lists.reduce((sum, { data }) => sum + data.length, 0),
      more: lists.some((list) => list.next_cursor !== null),
    };
  },
  refetchInterval: POLL_MS,
});
