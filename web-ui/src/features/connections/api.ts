import type { Listing, Schemas } from "@ganglion/client";
import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "../../lib/api";
import { type Seen, unchanged } from "../../lib/etag";
import { from, listQuery } from "../../lib/lists";
import { isObject, type Shape, shapeOf } from "../../lib/schema";

export type Connection = Schemas["Connection"];
export type Connector = Schemas["Connector"];
export type Action = Schemas["Action"];
export type Agent = Schemas["Agent"];
export type Hold = Schemas["Hold"];
export type Paused = Omit<Schemas["PausedConnection"], "connection"> & { connection: Connection };
export type NewConnection = Schemas["NewConnection"];
export type Budget = Schemas["UpstreamBudget"];
export type WaitingRun = Omit<Schemas["Run"], "waiting_for"> & {
  waiting_for: { reason: string; detail?: string } | null;
};
export type Consent = Schemas["AuthorizeConnection"];

/** The environment of simulated platforms. */
export const LAB = "lab";
const PAGE = 50;
const MANY = 100;
const LIVE_POLL_MS = 5_000;

export const connectionsQuery = {
  ...listQuery(["connections", "list"], (cursor, signal) =>
    answer<Listing<Connection>>(
      api.GET("/api/v1/connections", { params: { query: { limit: PAGE, ...from(cursor) } }, signal }),
    ),
  ),
  refetchInterval: LIVE_POLL_MS,
};

export const connectionQuery = (id: string) =>
  queryOptions({
    queryKey: ["connections", id],
    queryFn: async ({ signal }): Promise<Seen<Connection>> => {
      const call = api.GET("/api/v1/connections/{id}", { params: at(id), signal });
      const connection = await answer<Connection>(call);
      return { ...connection, etag: (await call).response.headers.get("ETag") };
    },
    refetchInterval: LIVE_POLL_MS,
  });

/** The catalogue; it changes with the installation's version, and when somebody adds a connector of their own. */
export const connectorsQuery = queryOptions({
  queryKey: ["connectors"],
  queryFn: ({ signal }) => answer<Listing<Connector>>(api.GET("/api/v1/connectors", { signal })),
  staleTime: Number.POSITIVE_INFINITY,
  select: ({ data }) => data,
});

/** What is held right now, by whom. */
export const heldQuery = queryOptions({
  queryKey: ["holds", "open"],
  queryFn: ({ signal }) =>
    answer<Listing<Hold>>(api.GET("/api/v1/holds", { params: { query: { state: "OPEN", limit: MANY } }, signal })),
  refetchInterval: LIVE_POLL_MS,
});

/** What the platform lets this account do, and what of it is used. */
export const budgetsQuery = (id: string) =>
  queryOptions({
    queryKey: ["connections", id, "budgets"],
    queryFn: ({ signal }) =>
      answer<Schemas["UpstreamBudgets"]>(api.GET("/api/v1/connections/{id}/budgets", { params: at(id), signal })),
    refetchInterval: LIVE_POLL_MS,
  });

/** Runs that wait, and why. */
export const waitingQuery = queryOptions({
  queryKey: ["runs", "waiting", "of connections"],
  queryFn: ({ signal }) =>
    answer<Listing<WaitingRun>>(
      api.GET("/api/v1/runs", { params: { query: { state: "WAITING", limit: MANY } }, signal }),
    ),
  refetchInterval: LIVE_POLL_MS,
});

/** Whether a run waits for this account's turn: the reason names it as the API does. */
export const waitsFor = ({ connector, label }: Connection, { waiting_for: why }: WaitingRun): boolean =>
  why?.reason === "system" && (why.detail ?? "").startsWith(`waits for system ${connector} ${label} held by run `);

/** Who may use which connection. */
export const agentsQuery = queryOptions({
  queryKey: ["agents", "of connections"],
  queryFn: ({ signal }) =>
    answer<Listing<Agent>>(api.GET("/api/v1/agents", { params: { query: { limit: MANY } }, signal })),
});

const at = (id: string) => ({ path: { id } });

export const connect = (body: NewConnection) => answer<Connection>(api.POST("/api/v1/connections", { body }));

export type NewConnector = Schemas["NewConnector"];
export type ActionEdit = Schemas["ActionEdit"];
export type ConnectorEdit = Schemas["ConnectorEdit"];
/** Where a description is read anew; `confirm` takes over what was seen. */
export type Rereading = Schemas["RefreshConnector"];
export type Changes = Omit<Schemas["ConnectorChanges"], "connector"> & { connector: Connector };

/** Makes a connector of one's own. */
export async function addConnector(body: NewConnector): Promise<Seen<Connector>> {
  const call = api.POST("/api/v1/connectors", { body });
  const connector = await answer<Connector>(call);
  return { ...connector, etag: (await call).response.headers.get("ETag") };
}

/** One of the tenant's own, as it is now. */
export const ownConnectorQuery = (name: string) =>
  queryOptions({
    queryKey: ["connectors", name],
    queryFn: async ({ signal }): Promise<Seen<Connector>> => {
      const call = api.GET("/api/v1/connectors/{name}", { params: { path: { name } }, signal });
      const connector = await answer<Connector>(call);
      return { ...connector, etag: (await call).response.headers.get("ETag") };
    },
  });

/** Says what only its owner can say of it; refused with 412 if somebody has changed it since. */
export const editConnector = ({ name, etag }: Seen<Connector>, body: ConnectorEdit) =>
  answer<Connector>(
    api.PATCH("/api/v1/connectors/{name}", { params: { path: { name }, header: unchanged(etag) }, body }),
  );

/** What its description says otherwise by now; with `confirm` that is taken over. */
export const rereadConnector = ({ name, etag }: Seen<Connector>, body: Rereading) =>
  answer<Changes>(
    api.POST("/api/v1/connectors/{name}/refresh", { params: { path: { name }, header: unchanged(etag) }, body }),
  );

/** Refused while connections or workflows use it. */
export const removeConnector = ({ name, etag }: Seen<Connector>) =>
  answer<void>(api.DELETE("/api/v1/connectors/{name}", { params: { path: { name }, header: unchanged(etag) } }));

/** Opens an account at a simulated platform; what a connection to it needs. */
export const openLabAccount = (platform: string) =>
  answer<{ connection: Partial<NewConnection> }>(api.POST("/api/v1/lab/accounts", { body: { platform } }));

/** Where a person lets us act in their account. */
export const authorize = (body: Consent) =>
  answer<Schemas["Authorization"]>(api.POST("/api/v1/connections/authorize", { body }));

export const check = (id: string) => answer<Connection>(api.POST("/api/v1/connections/{id}/check", { params: at(id) }));
export const pause = (id: string) => answer<Paused>(api.POST("/api/v1/connections/{id}/pause", { params: at(id) }));
export const resume = (id: string) =>
  answer<Connection>(api.POST("/api/v1/connections/{id}/resume", { params: at(id) }));
/** Refused with 412 if somebody has changed it since it was seen. */
export const rotate = ({ id, etag }: Seen<Connection>, credentials: Record<string, unknown>) =>
  answer<Connection>(
    api.POST("/api/v1/connections/{id}/rotate", {
      params: { ...at(id), header: unchanged(etag) },
      body: { credentials },
    }),
  );
export const remove = (id: string) => answer<void>(api.DELETE("/api/v1/connections/{id}", { params: at(id) }));

/** Where a connection of this connector may act, real platforms first. */
export function placesOf({ environments }: Connector): string[] {
  return [...environments.filter((one) => one !== LAB), ...environments.filter((one) => one === LAB)];
}

/** Whether calls name their address themselves, so that there is nothing to connect. */
export function needsNone({ credentials, environments }: Connector): boolean {
  const asks = isObject(credentials) && credentials.maxProperties !== 0;
  return !asks && environments.every((one) => one === LAB);
}

/** Whether the laboratory has such a platform: one that hands out credentials by name. */
export function simulated({ credentials, environments }: Connector): boolean {
  return environments.includes(LAB) && isObject(credentials) && Array.isArray(credentials.required);
}

/** What credentials it asks for; empty where they can't be asked for one by one. */
export function asksFor({ credentials }: Connector): Shape {
  return shapeOf(credentials) ?? { fields: [], free: true };
}
