import type { Listing, Schemas } from "@ganglion/client";
import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "../../lib/api";
import { from, listQuery } from "../../lib/lists";

export type Endpoint = Schemas["Endpoint"];
export type EndpointBody = Schemas["EndpointBody"];
export type EndpointEdit = Schemas["EndpointEdit"];
export type NewEndpoint = Schemas["NewEndpoint"];
export type Delivery = Schemas["Delivery"];
export type DeliveryState = "pending" | "delivered" | "failed";
/** @param version its ETag */
export type Seen = Endpoint & { version: string | null };

const PAGE = 50;
const LIVE_POLL_MS = 5_000;

export const endpointsQuery = listQuery(["endpoints"], (cursor, signal) =>
  answer<Listing<Endpoint>>(
    api.GET("/api/v1/endpoints", { params: { query: { limit: PAGE, ...from(cursor) } }, signal }),
  ),
);

export const endpointQuery = (id: string) =>
  queryOptions({
    queryKey: ["endpoints", id],
    queryFn: async ({ signal }): Promise<Seen> => {
      const call = api.GET("/api/v1/endpoints/{id}", { params: { path: { id } }, signal });
      const endpoint = await answer<Endpoint>(call);
      return { ...endpoint, version: (await call).response.headers.get("ETag") };
    },
    refetchInterval: LIVE_POLL_MS,
  });

export const deliveriesQuery = (id: string, state: DeliveryState | undefined) => ({
  ...listQuery(["endpoints", id, "deliveries", state], (cursor, signal) =>
    answer<Listing<Delivery>>(
      api.GET("/api/v1/endpoints/{id}/deliveries", {
        params: { path: { id }, query: { limit: PAGE, ...(state && { state }), ...from(cursor) } },
        signal,
      }),
    ),
  ),
  refetchInterval: LIVE_POLL_MS,
});

/** What can be told; it changes with the installation's version alone. */
export const eventTypesQuery = queryOptions({
  queryKey: ["event-types"],
  queryFn: ({ signal }) =>
    answer<Listing<Schemas["EventType"]>>(
      api.GET("/api/v1/event-types", { params: { query: { limit: 100 } }, signal }),
    ),
  staleTime: Number.POSITIVE_INFINITY,
});

const at = (id: string) => ({ path: { id } });

export const create = (body: EndpointBody) => answer<NewEndpoint>(api.POST("/api/v1/endpoints", { body }));

/** Refused with 412 if somebody has changed it since it was seen. */
export const change = ({ id, version }: Seen, body: EndpointEdit) =>
  answer<Endpoint>(
    api.PATCH("/api/v1/endpoints/{id}", {
      params: { ...at(id), header: { ...(version && { "If-Match": version }) } },
      body,
    }),
  );
export const remove = (id: string) => answer<void>(api.DELETE("/api/v1/endpoints/{id}", { params: at(id) }));
export const rotate = (id: string, overlap: string) =>
  answer<NewEndpoint>(api.POST("/api/v1/endpoints/{id}/rotate", { params: at(id), body: { overlap } }));
export const tryOut = (id: string) =>
  answer<Schemas["Message"]>(api.POST("/api/v1/endpoints/{id}/test", { params: at(id), body: {} }));

const replay = (id: string, body: Schemas["EndpointReplay"]) =>
  answer<Schemas["Replayed"]>(api.POST("/api/v1/endpoints/{id}/replay", { params: at(id), body }));
export const replayFailed = (id: string) => replay(id, { failed: true });
export const replayOne = (id: string, message: string) => replay(id, { message });

/** What an endpoint is doing. */
export type Health = "on" | "failing" | "off";

export function healthOf({ enabled, failing_since }: Endpoint): Health {
  if (!enabled) return "off";
  return failing_since ? "failing" : "on";
}
