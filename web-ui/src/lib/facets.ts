import type { Schemas } from "@ganglion/client";
import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "./api";

export type Facet = Schemas["Facet"];

const LIVE_POLL_MS = 5_000;

/** What an agent's systems told when they were last asked. */
export const facetsQuery = (agent: string) =>
  queryOptions({
    queryKey: ["agents", agent, "facets"],
    queryFn: ({ signal }) =>
      answer<Schemas["Facets"]>(api.GET("/api/v1/agents/{id}/facets", { params: { path: { id: agent } }, signal })),
    refetchInterval: LIVE_POLL_MS,
  });
