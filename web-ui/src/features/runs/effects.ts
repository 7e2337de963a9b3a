import type { Listing, Schemas } from "@ganglion/client";
import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "../../lib/api";
import { from, listQuery } from "../../lib/lists";
import { runKey } from "./api";

export type Effect = Schemas["Effect"];
export type EffectState = Schemas["EffectState"];
/** One stretch of a hold; not closed while it is open. */
export type Held = Omit<Required<Schemas["Held"]>, "closed_at" | "close_reason"> & {
  closed_at?: string | null;
  close_reason?: string | null;
};
export type Receipt = Omit<Schemas["Receipt"], "holds"> & { holds: Held[] };
export type Action = Schemas["Action"];

const PAGE = 50;
const LIVE_POLL_MS = 5_000;

/** What a retry class lets be done after an unknown outcome. */
export const RETRY_MEANING: Record<Effect["retry_class"], string> = {
  pure: "changes nothing outside, so it may be tried again",
  idempotent: "the platform takes the same act once, so the same bytes may be sent again",
  reconcilable: "it can be looked up, and is sent again only if it is proven that it did not land",
  blind: "it can't be looked up, and is never sent a second time",
};

export const UNDO_MEANING: Record<Effect["undo_class"], string> = {
  reversible: "the platform can take it back",
  compensable: "an opposite act exists",
  irreversible: "it can't be taken back",
};

export const EVIDENCE: Record<NonNullable<Effect["evidence"]>, string> = {
  response: "the platform's answer",
  lookup: "a look-up on the platform",
  person: "a person said so",
};

export const receiptQuery = (id: string, live: boolean) =>
  queryOptions({
    queryKey: [...runKey(id), "receipt"],
    queryFn: ({ signal }) =>
      answer<Receipt>(api.GET("/api/v1/runs/{id}/receipt", { params: { path: { id } }, signal })),
    refetchInterval: live ? LIVE_POLL_MS : false, // effects have no stream of their own
  });

/** Those whose fate nobody knows yet, in the order they were intended. */
export const unknownQuery = {
  ...listQuery(["effects", "unknown"], (cursor, signal) =>
    answer<Listing<Effect>>(
      api.GET("/api/v1/effects", { params: { query: { state: "UNKNOWN", limit: PAGE, ...from(cursor) } }, signal }),
    ),
  ),
  refetchInterval: LIVE_POLL_MS,
};

/** What a connector says of its actions; it changes with the installation's version alone. */
export const connectorQuery = (name: string) =>
  queryOptions({
    queryKey: ["connectors", "one", name],
    queryFn: ({ signal }) =>
      answer<Schemas["Connector"]>(api.GET("/api/v1/connectors/{name}", { params: { path: { name } }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** What became of an effect, as a person found out. */
export type Found = { outcome: "landed"; reference: string } | { outcome: "not_landed" };

export const resolve = (id: string, body: Found) =>
  answer<Effect>(api.POST("/api/v1/effects/{id}/resolve", { params: { path: { id } }, body }));
export const lookUp = (id: string) =>
  answer<Effect>(api.POST("/api/v1/effects/{id}/look-up", { params: { path: { id } } }));
