import type { Listing, Schemas } from "@ganglion/client";
import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "../../lib/api";
import { from, listQuery } from "../../lib/lists";

export type Source = Schemas["Source"];
export type SourceBody = Schemas["SourceBody"];
export type NewSource = Schemas["NewSource"];
export type Trigger = Schemas["Trigger"];
export type TriggerBody = Schemas["TriggerBody"];
export type Poll = Schemas["Poll"];

const PAGE = 50;
const LIVE_POLL_MS = 5_000;
const at = (id: string) => ({ path: { id } });

export const sourcesQuery = listQuery(["sources"], (cursor, signal) =>
  answer<Listing<Source>>(api.GET("/api/v1/sources", { params: { query: { limit: PAGE, ...from(cursor) } }, signal })),
);
export const createSource = (body: SourceBody) => answer<NewSource>(api.POST("/api/v1/sources", { body }));
export const rotateSource = (id: string, overlap: string) =>
  answer<NewSource>(api.POST("/api/v1/sources/{id}/rotate", { params: at(id), body: { overlap } }));
export const removeSource = (id: string) => answer<void>(api.DELETE("/api/v1/sources/{id}", { params: at(id) }));

export const triggersQuery = {
  ...listQuery(["triggers"], (cursor, signal) =>
    answer<Listing<Trigger>>(
      api.GET("/api/v1/triggers", { params: { query: { limit: PAGE, ...from(cursor) } }, signal }),
    ),
  ),
  refetchInterval: LIVE_POLL_MS,
};
export const createTrigger = (body: TriggerBody) => answer<Trigger>(api.POST("/api/v1/triggers", { body }));
export const pauseTrigger = (id: string) =>
  answer<Trigger>(api.POST("/api/v1/triggers/{id}/pause", { params: at(id) }));
export const resumeTrigger = (id: string) =>
  answer<Trigger>(api.POST("/api/v1/triggers/{id}/resume", { params: at(id) }));
export const removeTrigger = (id: string) => answer<void>(api.DELETE("/api/v1/triggers/{id}", { params: at(id) }));

/** A connection, and what of its platform can be read again and again. */
export type Readable = { connection: string; polls: Poll[] };

/** Connections that a trigger can read by. */
export const readableQuery = queryOptions({
  queryKey: ["triggers", "readable"],
  queryFn: async ({ signal }): Promise<Readable[]> => {
    const [connections, connectors] = await Promise.all([
      answer<Listing<Schemas["Connection"]>>(
        api.GET("/api/v1/connections", { params: { query: { limit: 100 } }, signal }),
      ),
      answer<Listing<Schemas["Connector"]>>(api.GET("/api/v1/connectors", { signal })),
    ]);
    const polls = new Map(connectors.data.map((one) => [one.name, one.polls]));
    return connections.data
      .map((one) => ({ connection: one.name, polls: polls.get(one.connector) ?? [] }))
      .filter((one) => one.polls.length > 0);
  },
});

/** A kind of source: what its form asks for. */
type Kind = { label: string; secret: string | null; where: string };

/** By what the API calls them. */
export const KINDS: Record<string, Kind> = {
  telegram: {
    label: "Telegram",
    secret: "The secret_token that you give to setWebhook",
    where: "Call setWebhook of the Bot API with this address as url, and the secret as secret_token.",
  },
  slack: {
    label: "Slack",
    secret: "The app's signing secret",
    where: "Enter it at api.slack.com as the app's Request URL, of events, commands or interactivity.",
  },
  discord: {
    label: "Discord",
    secret: "The application's public key",
    where: "Enter it in the developer portal as the application's Interactions Endpoint URL or Webhook Events URL.",
  },
  x: {
    label: "X",
    secret: "The app's consumer secret (API key secret)",
    where: "Register it by POST /2/webhooks of the X API; X then asks for its challenge, which is answered here.",
  },
  stripe: {
    label: "Stripe",
    secret: "The endpoint's signing secret, whsec_…",
    where: "Add it as an endpoint in Stripe's dashboard; its signing secret is what is asked for here.",
  },
  hmac: {
    label: "HMAC in a header, as GitHub signs",
    secret: "What its sender signs with",
    where: "Enter it as your sender's webhook address, with the same secret.",
  },
  standard: {
    label: "Standard Webhooks",
    secret: "The sender's secret, whsec_…",
    where: "Enter it as your sender's webhook address.",
  },
  token: { label: "No signature: the address alone", secret: null, where: "Let your sender POST to it." },
};

export const kindOf = (source: Source): string => KINDS[source.verification]?.label ?? source.verification;
export const isPlatform = (kind: string): boolean => ["telegram", "slack", "discord", "x", "stripe"].includes(kind);
