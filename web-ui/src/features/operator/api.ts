import type { Listing, Schemas } from "@ganglion/client";
import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "../../lib/api";
import { type Seen, unchanged } from "../../lib/etag";
import { from, listQuery } from "../../lib/lists";
import type { Incident } from "../../lib/status";

export type OperatedTenant = Schemas["OperatedTenant"];
export type TenantState = "active" | "paused" | "suspended" | "deleted" | "moving" | "moved";
export type Health = Schemas["PlatformHealth"];
export type Limits = Schemas["TenantLimits"];
export type IncidentBody = Schemas["IncidentBody"];
export type IncidentUpdateBody = Schemas["IncidentUpdateBody"];
export type EnterpriseBody = Schemas["EnterpriseBody"];
export type Sought = { q?: string; state?: TenantState };

export const TENANT_STATES: TenantState[] = ["active", "paused", "suspended", "deleted", "moving", "moved"];

const PAGE = 50;
const HEALTH_POLL_MS = 15_000;

export const tenantsQuery = (sought: Sought) =>
  listQuery(["operator", "tenants", sought], (cursor, signal) =>
    answer<Listing<OperatedTenant>>(
      api.GET("/api/v1/operator/tenants", {
        params: { query: { limit: PAGE, ...sought, ...from(cursor) } },
        signal,
      }),
    ),
  );

export const tenantQuery = (tenant: string) =>
  queryOptions({
    queryKey: ["operator", "tenant", tenant],
    queryFn: ({ signal }) =>
      answer<OperatedTenant>(api.GET("/api/v1/operator/tenants/{tenant}", { params: { path: { tenant } }, signal })),
  });

export const limitsQuery = (tenant: string) =>
  queryOptions({
    queryKey: ["operator", "limits", tenant],
    queryFn: async ({ signal }): Promise<Seen<Limits>> => {
      const call = api.GET("/api/v1/operator/tenants/{tenant}/limits", { params: { path: { tenant } }, signal });
      const read = await answer<Limits>(call);
      return { ...read, etag: (await call).response.headers.get("ETag") };
    },
  });

export const healthQuery = queryOptions({
  queryKey: ["operator", "health"],
  queryFn: ({ signal }) => answer<Health>(api.GET("/api/v1/operator/health", { signal })),
  refetchInterval: HEALTH_POLL_MS,
});

export const incidentsQuery = listQuery(["operator", "incidents"], (cursor, signal) =>
  answer<Listing<Incident>>(
    api.GET("/api/v1/operator/incidents", { params: { query: { limit: PAGE, ...from(cursor) } }, signal }),
  ),
);

const path = (tenant: string) => ({ path: { tenant } });

export const suspend = (tenant: string, reason: string) =>
  answer<OperatedTenant>(
    api.POST("/api/v1/operator/tenants/{tenant}/suspend", { params: path(tenant), body: { reason } }),
  );

export const resume = (tenant: string) =>
  answer<OperatedTenant>(api.POST("/api/v1/operator/tenants/{tenant}/resume", { params: path(tenant) }));

export const limit = (tenant: string, body: { k: number; requests_per_minute?: number }, etag: string | null) =>
  answer<Limits>(
    api.PUT("/api/v1/operator/tenants/{tenant}/limits", {
      params: { ...path(tenant), header: unchanged(etag) },
      body,
    }),
  );

/** The plan Enterprise, by hand. */
export const agree = (tenant: string, body: EnterpriseBody) =>
  answer<unknown>(api.PUT("/api/v1/operator/tenants/{tenant}/subscription", { params: path(tenant), body }));

export const begin = (body: IncidentBody) => answer<Incident>(api.POST("/api/v1/operator/incidents", { body }));

export const tell = (id: string, body: IncidentUpdateBody) =>
  answer<Incident>(api.POST("/api/v1/operator/incidents/{id}/updates", { params: { path: { id } }, body }));
