import { Button, Code } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { lazy, Suspense, useMemo, useState } from "react";
import { can, useMember } from "../../lib/session";
import { CopyField } from "../../ui/CopyField";
import { LinkButton } from "../../ui/LinkButton";
import { Page } from "../../ui/Page";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { RowsLoading } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { Time } from "../../ui/Time";
import { nameOf, type Workflow, workflowQuery } from "./api";
import { ScheduleSection } from "./ScheduleSection";
import { sourceOf } from "./source";
import { VersionsSection } from "./VersionsSection";
import classes from "./WorkflowPage.module.css";

const Workbench = lazy(() => import("./Workbench").then((it) => ({ default: it.Workbench })));
const RunDialog = lazy(() => import("./RunDialog").then((it) => ({ default: it.RunDialog })));

/** One version of a workflow. */
export function WorkflowPage() {
  const { id } = useParams({ from: "/tenant/workflows/$id" });
  const me = useMember();
  const mayRead = can(me, "workflows:read");
  const workflow = useQuery({ ...workflowQuery(id), enabled: mayRead });
  const [starting, setStarting] = useState(false);
  const one = workflow.data;
  return (
    <Page
      title={one ? `${nameOf(one)} ${one.version}` : "Workflow"}
      intro={one?.title}
      actions={
        one && (
          <>
            {can(me, "runs:write") && <Button onClick={() => setStarting(true)}>Run it</Button>}
            {can(me, "workflows:write") && (
              <LinkButton to="/workflows/new" search={{ from: one.id }} variant="default">
                Write the next version
              </LinkButton>
            )}
          </>
        )
      }
    >
      {!mayRead && <Section title="Not with your role">Ask an owner or admin for another role.</Section>}
      <ProblemAlert error={workflow.error} onRetry={() => void workflow.refetch()} />
      {mayRead && workflow.isPending && <RowsLoading />}
      {one && <Document one={one} />}
      {one && <ScheduleSection id={one.id} mayChange={can(me, "workflows:write")} />}
      {one && <VersionsSection one={one} />}
      {one && starting && (
        <Suspense>
          <RunDialog workflow={one} onClose={() => setStarting(false)} />
        </Suspense>
      )}
    </Page>
  );
}

function Document({ one }: { one: Workflow }) {
  const text = useMemo(() => sourceOf(one.definition), [one]);
  return (
    <Section
      title="What it does"
      intro={
        <>
          Stored <Time at={one.created_at} /> as <Code>{one.id}</Code>; comments are not kept.
        </>
      }
    >
      <Suspense fallback={<RowsLoading rows={6} />}>
        <Workbench key={one.id} text={text} />
      </Suspense>
      <details className={classes.more}>
        <summary>Start it by the API</summary>
        <CopyField
          label="A request that starts a run"
          text={`curl -H 'Authorization: Bearer gk_live_…' -H 'Content-Type: application/json' \\
  -d '{"workflow": "${nameOf(one)}:${one.version}", "input": {}}' ${location.origin}/api/v1/runs`}
        />
      </details>
    </Section>
  );
}
