import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { answer, api } from "../../lib/api";
import { type Agreed, type Customer, type Invoice, type Subscription, subscriptionQuery } from "../../lib/billing";
import type { Money } from "../../lib/money";

export type Interval = Agreed["interval"];
export type Choice = { plan: string; interval: Interval };
export type Preview = { subscription: Agreed; upcoming: Invoice };

/** What a change of plan would come to; it is as old as the dialog that shows it. */
export const previewQuery = ({ plan, interval }: Choice) =>
  queryOptions({
    queryKey: ["billing", "preview", plan, interval],
    queryFn: ({ signal }) =>
      answer<Preview>(api.GET("/api/v1/subscription/preview", { params: { query: { plan, interval } }, signal })),
    staleTime: 0,
    gcTime: 0,
  });

export const invoiceQuery = (id: string) =>
  queryOptions({
    queryKey: ["billing", "invoice", id],
    queryFn: ({ signal }) => answer<Invoice>(api.GET("/api/v1/invoices/{id}", { params: { path: { id } }, signal })),
  });

/** What was filled in of a customer. */
export type Filled = { [K in keyof Customer]?: string | null };
export type Change = Partial<Choice> & { burst?: boolean; burst_cap?: Money; customer?: Filled };

/** Refused with 412 if somebody has changed it since it was seen. */
export const change = async (what: Change, { version }: Subscription): Promise<Subscription> => {
  const call = api.PATCH("/api/v1/subscription", {
    body: what,
    params: { header: { ...(version && { "If-Match": version }) } },
  });
  return { ...(await answer<Agreed>(call)), version: (await call).response.headers.get("ETag") };
};

/** Shows at once what is agreed now: forms that begin anew with it must not do so under the hand. */
export const show = (client: QueryClient, after: Subscription) => {
  client.setQueryData(subscriptionQuery.queryKey, after);
  return Promise.all([
    client.invalidateQueries({ queryKey: ["billing"] }),
    client.invalidateQueries({ queryKey: ["capacity"] }),
  ]);
};

/** Addresses of the payment provider's pages. */
export const checkout = () => answer<{ url: string }>(api.POST("/api/v1/billing/checkout"));
export const portal = () => answer<{ url: string }>(api.POST("/api/v1/billing/portal"));

export const FILES = ["pdf", "csv", "json"] as const;
export type File = (typeof FILES)[number];

const one = (id: string) => ({ params: { path: { id } }, parseAs: "blob" }) as const;

/** An invoice as a file. */
export function file(id: string, kind: File): Promise<Blob> {
  switch (kind) {
    case "pdf":
      return answer<Blob>(api.GET("/api/v1/invoices/{id}.pdf", one(id)));
    case "csv":
      return answer<Blob>(api.GET("/api/v1/invoices/{id}.csv", one(id)));
    case "json":
      return answer<Blob>(api.GET("/api/v1/invoices/{id}", one(id)));
  }
}
