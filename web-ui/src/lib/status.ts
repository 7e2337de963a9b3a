import type { Schemas } from "@ganglion/client";
import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "./api";

export type Status = Schemas["Status"];
export type Incident = Schemas["Incident"];
export type IncidentUpdate = Schemas["IncidentUpdate"];

const POLL_MS = 60_000;

/** How the platform does, for everybody, whether they have signed in or not. */
export const statusQuery = queryOptions({
  queryKey: ["status"],
  queryFn: ({ signal }) => answer<Status>(api.GET("/api/v1/status", { signal })),
  refetchInterval: POLL_MS,
  retry: false, // it is asked again soon
});

const PARTS: Record<string, string> = {
  api: "API and dashboard",
  workers: "Runs",
  webhooks: "Webhooks",
  sign_in: "Sign-in",
  laboratory: "Laboratory",
};

/** What people call a part. */
export const partName = (part: string) => PARTS[part] ?? part;

const COLORS: Record<string, string> = {
  operational: "green",
  maintenance: "blue",
  unknown: "gray",
  degraded: "yellow",
  outage: "red",
  investigating: "red",
  identified: "orange",
  monitoring: "blue",
  resolved: "green",
};

/** Of a part's state, or an incident's. */
export const stateColor = (state: string) => COLORS[state] ?? "gray";
