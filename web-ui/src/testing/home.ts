import type { Schemas } from "@ganglion/client";
import { HttpResponse, http } from "msw";
import type { Me, Role } from "../lib/session";
import { answers, me, page } from "./server";

/** What the home page asks for, where a test doesn't say otherwise: nothing of anything, and a silent stream. */
export const homeIsEmpty = () => [
  ...["agents", "connections", "holds", "workflows"].map((list) =>
    http.get(`*/api/v1/${list}`, () => HttpResponse.json(page())),
  ),
  answers("get", "/map", mapOf({})),
  http.get("*/api/v1/events/stream", () => stream()),
];

/** What is coordinated now; what is left out: nothing. */
export const mapOf = (what: Partial<Schemas["CoordinationMap"]>): Schemas["CoordinationMap"] => ({
  agents: [],
  connections: [],
  runs: [],
  holds: [],
  effects: [],
  approvals: [],
  capacity: { k: 5, ceiling: 5, used: 0, waiting: 0 },
  cut: false,
  ...what,
});

const READS = ["runs", "agents", "connections", "effects", "approvals", "events", "usage", "workflows", "lab"];
const WRITES = ["runs", "agents", "connections", "effects", "approvals", "workflows", "lab"];

/** Somebody with all that a role has on the home page. */
export function at(role: Role, more: Partial<Me> = {}): Me {
  const someone = me(role, more);
  const writes = role === "owner" || role === "admin" || role === "operator" ? WRITES : [];
  const scopes = [...READS.map((of) => `${of}:read`), ...writes.map((of) => `${of}:write`)];
  return { ...someone, scopes: [...new Set([...someone.scopes, ...scopes])] };
}

export type Sent = { id: number; type: string; data: object };

/** A stream of events that stays open; `sent` is handed what sends one. */
export function stream(sent?: (send: (event: Sent) => void) => void) {
  const body = new ReadableStream({
    start(controller) {
      const encoder = new TextEncoder();
      controller.enqueue(encoder.encode(":\n\n"));
      sent?.(({ id, type, data }) => {
        const said = JSON.stringify({ type, timestamp: "2026-11-29T10:00:00.000Z", data });
        controller.enqueue(encoder.encode(`id: ${id}\nevent: ${type}\ndata: ${said}\n\n`));
      });
    },
  });
  return new HttpResponse(body, { headers: { "Content-Type": "text/event-stream" } });
}
