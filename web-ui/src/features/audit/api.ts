import type { Listing, Schemas } from "@ganglion/client";
import { answer, api } from "../../lib/api";
import { from, listQuery } from "../../lib/lists";

export type AuditEntry = Schemas["AuditEntry"];
export type Filter = { actor?: string; action?: string; target?: string };
export type Verdict = Schemas["AuditVerdict"];

const PAGE = 50;

export const auditQuery = (filter: Filter) =>
  listQuery(["audit", filter], (cursor, signal) =>
    answer<Listing<AuditEntry>>(
      api.GET("/api/v1/audit", { params: { query: { limit: PAGE, ...filter, ...from(cursor) } }, signal }),
    ),
  );

/** The whole log, a JSON object a line. */
export const exported = () => answer<Blob>(api.GET("/api/v1/audit/export", { parseAs: "blob" }));

export const verify = () => answer<Verdict>(api.GET("/api/v1/audit/verification"));
