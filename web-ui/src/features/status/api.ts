import type { Listing } from "@ganglion/client";
import { answer, api } from "../../lib/api";
import { from, listQuery } from "../../lib/lists";
import type { Incident } from "../../lib/status";

const PAGE = 10;

/** All that was ever told, newest first. */
export const historyQuery = listQuery(["incidents"], (cursor, signal) =>
  answer<Listing<Incident>>(
    api.GET("/api/v1/status/incidents", { params: { query: { limit: PAGE, ...from(cursor) } }, signal }),
  ),
);
