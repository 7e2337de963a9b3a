import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useRunEvents } from "../../lib/live";
import { can, useMember } from "../../lib/session";
import { JsonView } from "../../ui/JsonView";
import { Page } from "../../ui/Page";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Rows, RowsLoading } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { Time } from "../../ui/Time";
import { ApprovalRow } from "./ApprovalRow";
import { isEnded, type Run, runKey, runQuery, type Workflow, workflowQuery } from "./api";
import { askedQuery } from "./approvals";
import { Effects } from "./Effects";
import { receiptQuery } from "./effects";
import { titleOf, useNames } from "./names";
import { ReceiptSection } from "./ReceiptSection";
import { RunActions } from "./RunActions";
import { Standing } from "./Standing";
import { Steps } from "./Steps";
import { Timeline } from "./Timeline";

/** What happened in a run, what happens, and why. */
export function RunPage() {
  const { id } = useParams({ from: "/tenant/runs/$id" });
  const me = useMember();
  const mayRead = can(me, "runs:read");
  const run = useQuery({ ...runQuery(id), enabled: mayRead });
  const workflowId = run.data?.workflow ?? null;
  const workflow = useQuery({
    ...workflowQuery(workflowId),
    enabled: workflowId !== null && can(me, "workflows:read"),
  });
  useRunEvents(run.data && !isEnded(run.data) ? id : null, runKey(id));
  return (
    <Page
      title={run.data ? titleOf(run.data, workflow.data) : "Run"}
      intro={run.data ? <Accepted run={run.data} /> : id}
      actions={run.data && can(me, "runs:write") && <RunActions run={run.data} />}
    >
      {!mayRead && <Section title="Not with your role">Ask an owner or admin for another role.</Section>}
      <ProblemAlert error={run.error} onRetry={() => void run.refetch()} />
      {mayRead && run.isPending && <RowsLoading />}
      {run.data && <Parts key={id} run={run.data} workflow={workflow.data} />}
    </Page>
  );
}

function Accepted({ run }: { run: Run }) {
  return (
    <>
      {run.id} · accepted <Time at={run.created_at} />
      {run.parent && (
        <>
          {" from "}
          <Link to="/runs/$id" params={{ id: run.parent }}>
            another run
          </Link>
        </>
      )}
    </>
  );
}

function Parts({ run, workflow }: { run: Run; workflow: Workflow | undefined }) {
  const me = useMember();
  const ended = isEnded(run);
  const names = useNames();
  const receipt = useQuery(receiptQuery(run.id, !ended));
  const now = Math.max(Date.now(), receipt.dataUpdatedAt);
  return (
    <>
      <Standing run={run} workflow={workflow} agent={names.agent(run.agent) ?? undefined} now={now} />
      {can(me, "approvals:read") && <Asked run={run.id} ended={ended} />}
      <ProblemAlert error={receipt.error} onRetry={() => void receipt.refetch()} />
      {receipt.isPending && <RowsLoading />}
      {receipt.data && (
        <>
          <Section title="Timeline" intro="Which systems were held when, and what was done there.">
            <Timeline run={run} receipt={receipt.data} now={now} />
          </Section>
          <Effects effects={receipt.data.effects} run={run} />
        </>
      )}
      <Steps run={run} />
      {receipt.data && <ReceiptSection receipt={receipt.data} start={run.created_at} />}
      <Section title="Input">
        <JsonView label="Input" value={run.input} />
      </Section>
      {run.output !== null && (
        <Section title="Output">
          <JsonView label="Output" value={run.output} />
        </Section>
      )}
    </>
  );
}

/** What the run asked people, if it did. */
function Asked({ run, ended }: { run: string; ended: boolean }) {
  const asked = useInfiniteQuery(askedQuery(run, !ended));
  if (asked.error) return <ProblemAlert error={asked.error} onRetry={() => void asked.refetch()} />;
  if (!asked.data || asked.data.length === 0) return null;
  return (
    <Section title="Approvals" flush>
      <Rows label="Approvals">
        {asked.data.map((one) => (
          <ApprovalRow key={one.id} one={one} />
        ))}
      </Rows>
    </Section>
  );
}
