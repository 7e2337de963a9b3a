import type { Listing, Schemas } from "@ganglion/client";
import { answer, api } from "./api";
import { from, listQuery } from "./lists";
import type { Role } from "./session";

export type TeamMember = Schemas["Member"] & { role: Role };

const PAGE = 100;

export const membersQuery = listQuery(["members"], (cursor, signal) =>
  answer<Listing<TeamMember>>(
    api.GET("/api/v1/members", { params: { query: { limit: PAGE, ...from(cursor) } }, signal }),
  ),
);

/** What people call somebody. */
export const called = (one: TeamMember): string => one.name ?? one.email ?? one.id;
