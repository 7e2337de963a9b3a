import type { Listing, Schemas } from "@ganglion/client";
import { answer, api } from "../../lib/api";
import { from, listQuery } from "../../lib/lists";

export type ApiKey = Schemas["ApiKey"];
export type NewApiKey = { api_key: ApiKey; secret: string };
export type ApiKeyBody = Schemas["ApiKeyBody"];

const PAGE = 50;

export const keysQuery = listQuery(["api-keys"], (cursor, signal) =>
  answer<Listing<ApiKey>>(api.GET("/api/v1/api-keys", { params: { query: { limit: PAGE, ...from(cursor) } }, signal })),
);

export const create = (body: ApiKeyBody) => answer<NewApiKey>(api.POST("/api/v1/api-keys", { body }));
export const rotate = (id: string, overlap: string) =>
  answer<NewApiKey>(api.POST("/api/v1/api-keys/{id}/rotate", { params: { path: { id } }, body: { overlap } }));
export const revoke = (id: string) =>
  answer<ApiKey>(api.POST("/api/v1/api-keys/{id}/revoke", { params: { path: { id } } }));

export type KeyState = "active" | "replaced" | "expired" | "revoked";

/** What a key is at a moment; a replaced one works on until it expires. */
export function stateOf(key: ApiKey, now: number): KeyState {
  if (key.revoked_at && Date.parse(key.revoked_at) <= now) return "revoked";
  if (key.expires_at && Date.parse(key.expires_at) <= now) return "expired";
  return key.rotated_to ? "replaced" : "active";
}
