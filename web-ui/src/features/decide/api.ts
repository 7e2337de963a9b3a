import type { Schemas } from "@ganglion/client";
import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "../../lib/api";

export type Asked = Schemas["OpenedApprovalLink"];
export type Decided = Schemas["ApprovalLinkDecision"];
export type Decision = "approve" | "reject";

/** What a link's token begins with. */
export const TOKEN = "gl_";

/** Looking changes nothing. */
export const askedQuery = (token: string) =>
  queryOptions({
    queryKey: ["approval-link", token],
    queryFn: ({ signal }) =>
      answer<Asked>(api.GET("/api/v1/approval-links/{token}", { params: { path: { token } }, signal })),
    refetchOnWindowFocus: false,
    enabled: token !== "",
  });

export function decide(token: string, decision: Decision, comment: string): Promise<Decided> {
  const said = { params: { path: { token } }, body: { ...(comment && { comment }) } };
  return answer(
    decision === "approve"
      ? api.POST("/api/v1/approval-links/{token}/approve", said)
      : api.POST("/api/v1/approval-links/{token}/reject", said),
  );
}

type Act = { function: string; connection?: string | null; arguments: unknown };

/** An act's function, connection and frozen arguments; null where a task itself asks. */
export function actOf({ detail }: Asked): Act | null {
  const act = detail as Partial<Act> | null;
  return typeof act?.function === "string" && "arguments" in act
    ? { arguments: null, ...act, function: act.function }
    : null;
}
