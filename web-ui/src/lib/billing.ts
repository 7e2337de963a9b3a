import type { Listing, Schemas } from "@ganglion/client";
import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "./api";
import { from, listQuery } from "./lists";
import type { Money } from "./money";

export type Plan = Schemas["Plan"];
export type Plans = Schemas["Plans"];

export type Customer = Schemas["BillingCustomer"];
export type Agreed = Schemas["Subscription"];
/** @param version its ETag */
export type Subscription = Agreed & { version: string | null };

export type Line = Schemas["InvoiceLine"];
export type Held = Schemas["InvoiceUsage"];
export type Party = Schemas["InvoiceParty"];
export type Invoice = Schemas["Invoice"];
export type InvoiceSummary = Schemas["InvoiceSummary"];

const PAGE = 20;
const SO_FAR_POLL_MS = 60_000;

/** What may be chosen; it changes with the operator's price list alone. */
export const plansQuery = queryOptions({
  queryKey: ["plans"],
  queryFn: ({ signal }) => answer<Plans>(api.GET("/api/v1/plans", { signal })),
  staleTime: 300_000,
});

export const subscriptionQuery = queryOptions({
  queryKey: ["billing", "subscription"],
  queryFn: async ({ signal }): Promise<Subscription> => {
    const call = api.GET("/api/v1/subscription", { signal });
    const agreed = await answer<Agreed>(call);
    return { ...agreed, version: (await call).response.headers.get("ETag") };
  },
});

/** What this month comes to, if all stays as it is. */
export const upcomingQuery = queryOptions({
  queryKey: ["billing", "upcoming"],
  queryFn: ({ signal }) => answer<Invoice>(api.GET("/api/v1/invoices/upcoming", { signal })),
  refetchInterval: SO_FAR_POLL_MS,
});

/** Credit notes too, newest first. */
export const invoicesQuery = listQuery(["billing", "invoices"], (cursor, signal) =>
  answer<Listing<InvoiceSummary>>(
    api.GET("/api/v1/invoices", { params: { query: { limit: PAGE, ...from(cursor) } }, signal }),
  ),
);

/** What burst has cost in a month so far, its cap drawn; by the lines of its invoice. */
export function burstCost({ lines, currency }: Invoice): Money {
  const burst = lines.filter(({ kind }) => kind === "burst" || kind === "cap");
  return { amount_minor: burst.reduce((sum, line) => sum + line.amount_minor, 0), currency };
}
