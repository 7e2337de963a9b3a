import type { Listing, Schemas } from "@ganglion/client";
import type { InfiniteData } from "@tanstack/react-query";
import { answer, api } from "../../lib/api";
import { from, listQuery } from "../../lib/lists";
import type { TeamMember } from "../../lib/members";
import type { Role } from "../../lib/session";

export type Invitation = Schemas["Invitation"] & { role: Role };

const PAGE = 50;

const MAIL_POLL_MS = 2_000;

export const invitationsQuery = listQuery(["invitations"], (cursor, signal) =>
  answer<Listing<Invitation>>(
    api.GET("/api/v1/invitations", { params: { query: { limit: PAGE, ...from(cursor) } }, signal }),
  ),
);

/** Polls while a mail is on its way. */
export const untilSent = ({ state }: { state: { data?: InfiniteData<Listing<Invitation>> | undefined } }) =>
  state.data?.pages.some(({ data }) => data.some((one) => one.state === "pending" && !one.sent_at)) && MAIL_POLL_MS;

const member = (id: string) => ({ params: { path: { id } } });

export const changeRole = (id: string, role: Role) =>
  answer<TeamMember>(api.PATCH("/api/v1/members/{id}", { ...member(id), body: { role } }));
export const remove = (id: string) => answer(api.DELETE("/api/v1/members/{id}", member(id)));
export const transfer = (id: string) => answer(api.POST("/api/v1/members/{id}/transfer", member(id)));
export const invite = (email: string, role: Role) =>
  answer<Invitation>(api.POST("/api/v1/invitations", { body: { email, role } }));
export const resend = (id: string) => answer<Invitation>(api.POST("/api/v1/invitations/{id}/resend", member(id)));
export const revoke = (id: string) => answer<Invitation>(api.POST("/api/v1/invitations/{id}/revoke", member(id)));
