import type { Schemas } from "@ganglion/client";
import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "../../lib/api";

type Answered = Schemas["Notifications"];

/** @param version its ETag */
export type Settings = Answered & { version: string | null };
export type Kind = Schemas["NotificationKind"];
export type ChannelState = Schemas["NotificationChannel"];
export type Edit = Schemas["NotificationsBody"];
export type Tested = Schemas["NotificationTest"];

export const CHANNELS = ["mail", "slack", "webhook"] as const;
export type Channel = (typeof CHANNELS)[number];
export const CHANNEL_NAME: Record<Channel, string> = { mail: "Mail", slack: "Slack", webhook: "Webhook" };

export const KIND_NAME: Record<string, string> = {
  approvals: "Approvals",
  attention: "Attention",
  failures: "Failures",
  capacity: "Capacity",
  connections: "Connections",
  billing: "Billing",
};

type Call = Promise<{ data?: unknown; error?: unknown; response: Response }>;

async function versioned(call: Call): Promise<Settings> {
  const settings = await answer<Answered>(call);
  return { ...settings, version: (await call).response.headers.get("ETag") };
}

/** What the person who looks is told of in the tenant. */
export const notificationsQuery = queryOptions({
  queryKey: ["notifications"],
  queryFn: ({ signal }) => versioned(api.GET("/api/v1/me/notifications", { signal })),
});

/** Refused with 412 if it was changed since, in another tab. */
export const choose = (edit: Edit, version: string | null) =>
  versioned(
    api.PATCH("/api/v1/me/notifications", {
      body: edit,
      params: { header: { ...(version && { "If-Match": version }) } },
    }),
  );

export const tryOut = (channel: Channel) =>
  answer<Tested>(api.POST("/api/v1/me/notifications/test", { body: { channel } }));
