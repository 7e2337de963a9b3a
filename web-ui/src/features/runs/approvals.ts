import type { Listing, Schemas } from "@ganglion/client";
import { answer, api } from "../../lib/api";
import { from, listQuery } from "../../lib/lists";
import type { Me } from "../../lib/session";
import { runKey } from "./api";

export type Approval = Schemas["Approval"];

const PAGE = 50;
const LIVE_POLL_MS = 5_000;

/** What waits for a decision, newest first. */
export const pendingQuery = {
  ...listQuery(["approvals", "pending"], (cursor, signal) =>
    answer<Listing<Approval>>(
      api.GET("/api/v1/approvals", { params: { query: { state: "PENDING", limit: PAGE, ...from(cursor) } }, signal }),
    ),
  ),
  refetchInterval: LIVE_POLL_MS,
};

/** What a run has asked, newest first. */
export const askedQuery = (run: string, live: boolean) => ({
  ...listQuery([...runKey(run), "approvals"], (cursor, signal) =>
    answer<Listing<Approval>>(
      api.GET("/api/v1/approvals", { params: { query: { run, limit: PAGE, ...from(cursor) } }, signal }),
    ),
  ),
  refetchInterval: live ? LIVE_POLL_MS : (false as const),
});

export type Decision = "approve" | "reject";

export function decide(id: string, decision: Decision, comment: string): Promise<Approval> {
  const said = { params: { path: { id } }, body: { ...(comment && { comment }) } };
  return answer(
    decision === "approve"
      ? api.POST("/api/v1/approvals/{id}/approve", said)
      : api.POST("/api/v1/approvals/{id}/reject", said),
  );
}

/** Whether somebody is among those who are named; the API decides anyway. */
export function mayDecide({ approvers }: Approval, me: Me): boolean {
  const names = [me.actor, me.role, me.person.email?.toLowerCase()];
  return approvers.length === 0 || approvers.some((name) => names.includes(name));
}

/** What an act asks is its function, connection and frozen arguments. */
export type Act = { function: string; connection?: string | null; arguments: unknown };

/** null where a task itself asks. */
export function actOf({ effect, detail }: Approval): Act | null {
  const act = detail as Partial<Act> | null;
  return effect !== null && typeof act?.function === "string"
    ? { arguments: null, ...act, function: act.function }
    : null;
}
