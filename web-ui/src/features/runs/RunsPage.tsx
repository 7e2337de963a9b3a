import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useTenantEvents } from "../../lib/live";
import { can, useMember } from "../../lib/session";
import { CopyField } from "../../ui/CopyField";
import { MoreButton } from "../../ui/MoreButton";
import { Page } from "../../ui/Page";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Empty, RowsLoading } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { Time } from "../../ui/Time";
import { type Run, runsQuery, type Workflow } from "./api";
import type { Filter } from "./filter";
import { nameOf, useNames } from "./names";
import { RunFilter } from "./RunFilter";
import { RunRows } from "./RunRows";

/** A form's parts are much of what a first look would load. */
const StartRun = lazy(() => import("./StartRun").then((it) => ({ default: it.StartRun })));

const TOLD = ["run.succeeded", "run.failed", "run.compensated", "run.cancelled", "run.needs_attention"] as const;
const LISTS = [["runs", "list"]] as const;

export function RunsPage() {
  const me = useMember();
  const [starting, { open, close }] = useDisclosure();
  const mayRead = can(me, "runs:read");
  const mayStart = can(me, "runs:write");
  return (
    <Page
      title="Runs"
      intro="What agents did and do. Each run ends coherent, with every effect confirmed or taken back, or says what it waits for."
      actions={mayStart && <Button onClick={open}>Start a run</Button>}
    >
      {!mayRead && <Section title="Not with your role">Ask an owner or admin for another role.</Section>}
      {mayRead && <Found mayStart={mayStart} />}
      {starting && (
        <Suspense>
          <StartRun onClose={close} />
        </Suspense>
      )}
    </Page>
  );
}

function Found({ mayStart }: { mayStart: boolean }) {
  const filter = useSearch({ from: "/tenant/runs" });
  const names = useNames();
  const runs = useInfiniteQuery(runsQuery(filter.state));
  useTenantEvents(TOLD, LISTS, can(useMember(), "events:read"));
  const fitting = runs.data?.filter((run) => fits(run, filter, names.workflow));
  const looked = runs.data?.at(-1);
  const narrowed = Object.keys(filter).length > 0;
  return (
    <>
      <RunFilter filter={filter} workflows={names.workflows} agents={names.agents} />
      <Section title={narrowed ? "What fits" : "Latest first"} flush>
        <ProblemAlert error={runs.error} onRetry={() => void runs.refetch()} />
        {runs.isPending && <RowsLoading rows={5} />}
        {fitting?.length === 0 && (narrowed ? <NothingFits since={looked} /> : <FirstRun mayStart={mayStart} />)}
        {fitting && fitting.length > 0 && <RunRows label="Runs" runs={fitting} />}
        <MoreButton list={runs} />
      </Section>
    </>
  );
}

/** The API narrows by state alone; the rest is done here, among what was fetched. */
function fits(run: Run, filter: Filter, workflow: (id: string | null) => Workflow | undefined): boolean {
  if (filter.agent && run.agent !== filter.agent) return false;
  if (!filter.workflow) return true;
  const of = workflow(run.workflow);
  return of !== undefined && nameOf(of) === filter.workflow;
}

function NothingFits({ since }: { since: Run | undefined }) {
  return (
    <Empty title="No run fits">
      {since ? (
        <p>
          Runs back to <Time at={since.created_at} /> were looked at. Look further back with “Show more”, if there are
          older ones, or clear a part of the filter.
        </p>
      ) : (
        <p>Clear a part of the filter to see others.</p>
      )}
    </Empty>
  );
}

function FirstRun({ mayStart }: { mayStart: boolean }) {
  if (!mayStart) return <Empty title="No runs yet">Runs that the team starts appear here by themselves.</Empty>;
  return (
    <Empty title="No runs yet">
      <p>Store a workflow, then start a run of it: here, by the API or on a schedule. It appears here by itself.</p>
      <CopyField
        label="How to store a workflow"
        text={`curl -H 'Authorization: Bearer gk_live_…' -H 'Content-Type: application/yaml' \\
  --data-binary @examples/hello.yaml ${location.origin}/api/v1/workflows`}
      />
    </Empty>
  );
}
