import type { Schemas } from "@ganglion/client";
import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "../../lib/api";

type Changed = Schemas["Tenant"];

/** @param version its ETag */
export type Tenant = Changed & { version: string | null };

export const tenantQuery = queryOptions({
  queryKey: ["tenant"],
  queryFn: async ({ signal }): Promise<Tenant> => {
    const call = api.GET("/api/v1/tenant", { signal });
    const tenant = await answer<Changed>(call);
    return { ...tenant, version: (await call).response.headers.get("ETag") };
  },
});

/** Refused with 412 if somebody has renamed it since. */
export const rename = (name: string, version: string | null) =>
  answer<Changed>(
    api.PATCH("/api/v1/tenant", { body: { name }, params: { header: { ...(version && { "If-Match": version }) } } }),
  );

type Links = Schemas["ApprovalLinkSetting"];

/** @param version its ETag */
export type LinkSetting = Links & { version: string | null };

/** Which messages bring links that decide approvals. */
export const linksQuery = queryOptions({
  queryKey: ["tenant", "approval-links"],
  queryFn: async ({ signal }): Promise<LinkSetting> => {
    const call = api.GET("/api/v1/tenant/approval-links", { signal });
    return { ...(await answer<Links>(call)), version: (await call).response.headers.get("ETag") };
  },
});

/** Refused with 412 if somebody has chosen otherwise since. */
export const chooseLinks = (change: Partial<Links>, version: string | null) =>
  answer<Links>(
    api.PATCH("/api/v1/tenant/approval-links", {
      body: change,
      params: { header: { ...(version && { "If-Match": version }) } },
    }),
  );

export const leave = () => answer(api.POST("/api/v1/tenant/leave"));

/** @param name the tenant's, so that it is meant */
export const erase = (name: string) => answer<Changed>(api.DELETE("/api/v1/tenant", { params: { query: { name } } }));

export const restore = () => answer<Changed>(api.POST("/api/v1/tenant/restore"));

/** Every row of every table, a JSON object a line. */
export const exported = () => answer<Blob>(api.GET("/api/v1/tenant/export", { parseAs: "blob" }));
