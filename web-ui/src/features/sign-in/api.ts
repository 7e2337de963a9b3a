import type { Schemas } from "@ganglion/client";
import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "../../lib/api";

export type Domain = Schemas["SignInDomain"];
export type Provider = Schemas["SignInProvider"];
export type ProviderBody = Schemas["SignInProviderBody"];
export type SignInSettings = Omit<Schemas["TenantSignIn"], "domains" | "provider"> & {
  domains: Domain[];
  provider: Provider | null;
};

const POLL_MS = 5_000;

/** How the tenant's people sign in. Looks again by itself while nobody has tried the provider: they do so elsewhere. */
export const settingsQuery = queryOptions({
  queryKey: ["tenant-sign-in"],
  queryFn: ({ signal }) => answer<SignInSettings>(api.GET("/api/v1/tenant/sign-in", { signal })),
  refetchInterval: ({ state }) => (state.data?.provider && !state.data.provider.used_at ? POLL_MS : false),
});

export const addDomain = (domain: string) =>
  answer<Domain>(api.POST("/api/v1/tenant/sign-in/domains", { body: { domain } }));

/** Refused with 409 while the name servers don't answer with the record. */
export const verifyDomain = (domain: string) =>
  answer<Domain>(api.POST("/api/v1/tenant/sign-in/domains/{domain}/verification", { params: { path: { domain } } }));

export const removeDomain = (domain: string) =>
  answer(api.DELETE("/api/v1/tenant/sign-in/domains/{domain}", { params: { path: { domain } } }));

export const putProvider = (body: ProviderBody) =>
  answer<Provider>(api.PUT("/api/v1/tenant/sign-in/provider", { body }));

export const enforce = (enforced: boolean) =>
  answer<Provider>(api.PATCH("/api/v1/tenant/sign-in/provider", { body: { enforced } }));

export const removeProvider = () => answer(api.DELETE("/api/v1/tenant/sign-in/provider"));

export const isVerified = (domain: Domain) => domain.verified_at !== null;
