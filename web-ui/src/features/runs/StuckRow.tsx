import { Button, Code } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { can, useMember } from "../../lib/session";
import { Row } from "../../ui/Rows";
import { Time } from "../../ui/Time";
import { AcknowledgeDialog } from "./AcknowledgeDialog";
import type { Run } from "./api";
import { Linked } from "./Linked";
import { titleOf, useNames } from "./names";

/** A run that could not take back what had landed. */
export function StuckRow({ run }: { run: Run }) {
  const me = useMember();
  const names = useNames();
  const [asking, setAsking] = useState(false);
  const title = titleOf(run, names.workflow(run.workflow));
  const subject = run.waiting_for?.subject;
  return (
    <Row
      title={
        <Link to="/runs/$id" params={{ id: run.id }}>
          {title}
        </Link>
      }
      under={
        <>
          <Linked text={run.waiting_for?.detail ?? "Something that landed can't be taken back."} />
          {subject && (
            <>
              {" "}
              <Code>{subject}</Code>
            </>
          )}
        </>
      }
      side={<Time at={run.created_at} />}
      actions={
        subject &&
        can(me, "effects:write") && (
          <Button size="xs" aria-label={`Acknowledge: ${title}`} onClick={() => setAsking(true)}>
            Acknowledge
          </Button>
        )
      }
      below={asking && subject && <AcknowledgeDialog run={run} subject={subject} onClose={() => setAsking(false)} />}
    />
  );
}
