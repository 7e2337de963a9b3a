import { Button, Code } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { can, useMember } from "../../lib/session";
import { JsonDetails, JsonView } from "../../ui/JsonView";
import { Row } from "../../ui/Rows";
import { Time } from "../../ui/Time";
import classes from "./Approvals.module.css";
import { type Approval, actOf, type Decision, mayDecide } from "./approvals";
import { ApprovalBadge } from "./Badges";
import { DecisionDialog } from "./DecisionDialog";

const TIMEOUT: Record<Approval["on_timeout"], string> = {
  approve: "it is taken as approved",
  reject: "it is taken as rejected",
  fail: "its task fails",
};

/** A question to people: what exactly is asked, who may decide it, until when. */
export function ApprovalRow({ one, withRun }: { one: Approval; withRun?: boolean }) {
  const me = useMember();
  const [deciding, setDeciding] = useState<Decision>();
  const pending = one.state === "PENDING";
  const mine = mayDecide(one, me);
  return (
    <Row
      title={
        <>
          {one.title}
          {!pending && <ApprovalBadge one={one} />}
        </>
      }
      under={
        <>
          {withRun && (
            <>
              <Link to="/runs/$id" params={{ id: one.run }}>
                The run
              </Link>{" "}
              asks at{" "}
            </>
          )}
          <Code>{one.position}</Code>
          {pending && one.approvers.length > 0 && <> · decided by {one.approvers.join(", ")} alone</>}
          {one.decided_by && <> · decided by {one.decided_by}</>}
          {one.comment && <> · “{one.comment}”</>}
        </>
      }
      side={
        pending ? (
          <span>
            until <Time at={one.expires_at} />, then {TIMEOUT[one.on_timeout]}
          </span>
        ) : (
          <Time at={one.decided_at ?? one.asked_at} />
        )
      }
      actions={
        pending &&
        can(me, "approvals:write") &&
        mine && (
          <>
            <Button size="xs" aria-label={`Approve: ${one.title}`} onClick={() => setDeciding("approve")}>
              Approve
            </Button>
            <Button
              size="xs"
              variant="default"
              aria-label={`Reject: ${one.title}`}
              onClick={() => setDeciding("reject")}
            >
              Reject
            </Button>
          </>
        )
      }
      below={
        <>
          <Asked one={one} open={pending} />
          {deciding && <DecisionDialog one={one} decision={deciding} onClose={() => setDeciding(undefined)} />}
        </>
      }
    />
  );
}

/** The frozen arguments of an act, or what a task wants to be seen. */
function Asked({ one, open }: { one: Approval; open: boolean }) {
  const act = actOf(one);
  if (!act) {
    return open ? (
      <div className={classes.act}>
        <JsonView label="What is asked" value={one.detail} />
      </div>
    ) : (
      <JsonDetails label="What was asked" value={one.detail} />
    );
  }
  if (!open) return <JsonDetails label={`What ${act.function} was to send`} value={act.arguments} />;
  return (
    <div className={classes.act}>
      <p>
        <Code>{act.function}</Code> {act.connection && <>through {act.connection}</>} sends exactly this, and nothing
        else:
      </p>
      <JsonView label="Frozen arguments" value={act.arguments} />
    </div>
  );
}
