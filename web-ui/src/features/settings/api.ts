import { queryOptions } from "@tanstack/react-query";
import { type Answer, answer, api } from "../../lib/api";

/** @param version its ETag */
export type Tenant = Answer<"Tenant"> & { version: string | null };

export const tenantQuery = queryOptions({
  queryKey: ["tenant"],
  queryFn: async ({ signal }): Promise<Tenant> => {
    const call = api.GET("/api/v1/tenant", { signal });
    const tenant = await answer<Answer<"Tenant">>(call);
    return { ...tenant, version: (await call).response.headers.get("ETag") };
  },
});

/** Refused with 412 if somebody has renamed it since. */
export const rename = (name: string, version: string | null) =>
  answer<Answer<"Tenant">>(
    api.PATCH("/api/v1/tenant", { body: { name }, params: { header: { ...(version && { "If-Match": version }) } } }),
  );

export const leave = () => answer(api.POST("/api/v1/tenant/leave"));
