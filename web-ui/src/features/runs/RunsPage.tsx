import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useTenantEvents } from "../../lib/live";
import { can, useMember } from "../../lib/session";
import { CopyField } from "../../ui/CopyField";
import { MoreButton } from "../../ui/MoreButton";
import { Page } from "../../ui/Page";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Empty, RowsLoading } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { runsQuery } from "./api";
import { filterOf } from "./filter";
import { useNames } from "./names";
import { RunFilter } from "./RunFilter";
import { RunRows } from "./RunRows";

/** A form's parts are much of what a first look would load. */
const StartRun = lazy(() => import("./StartRun").then((it) => ({ default: it.StartRun })));

const TOLD = ["run.succeeded", "run.failed", "run.compensated", "run.cancelled", "run.needs_attention"] as const;
const LISTS = [["runs", "list"]] as const;

export function RunsPage() {
  const me = useMember();
  const { start, ...filter } = useSearch({ from: "/tenant/runs" });
  const navigate = useNavigate();
  const starting = (on: boolean) =>
    void navigate({ to: "/runs", search: on ? { ...filter, start: true } : filter, resetScroll: false });
  const mayRead = can(me, "runs:read");
  const mayStart = can(me, "runs:write");
  return (
    <Page
      title="Runs"
      intro="What agents did and do. Each run ends coherent, with every effect confirmed or taken back, or says what it waits for."
      actions={mayStart && <Button onClick={() => starting(true)}>Start a run</Button>}
    >
      {!mayRead && <Section title="Not with your role">Ask an owner or admin for another role.</Section>}
      {mayRead && <Found mayStart={mayStart} />}
      {start && mayStart && (
        <Suspense>
          <StartRun onClose={() => starting(false)} />
        </Suspense>
      )}
    </Page>
  );
}

function Found({ mayStart }: { mayStart: boolean }) {
  const filter = filterOf(useSearch({ from: "/tenant/runs" }));
  const names = useNames();
  const runs = useInfiniteQuery(runsQuery(filter));
  useTenantEvents(TOLD, LISTS, can(useMember(), "events:read"));
  const narrowed = Object.keys(filter).length > 0;
  return (
    <>
      <RunFilter filter={filter} workflows={names.workflows} agents={names.agents} />
      <Section title={narrowed ? "What fits" : "Latest first"} flush>
        <ProblemAlert error={runs.error} onRetry={() => void runs.refetch()} />
        {runs.isPending && <RowsLoading rows={5} />}
        {runs.data?.length === 0 &&
          (narrowed ? <NothingFits further={runs.hasNextPage} /> : <FirstRun mayStart={mayStart} />)}
        {runs.data && runs.data.length > 0 && <RunRows label="Runs" runs={runs.data} />}
        <MoreButton list={runs} />
      </Section>
    </>
  );
}

function NothingFits({ further }: { further: boolean }) {
  return (
    <Empty title="No run fits">
      {further
        ? "None of the 10,000 latest. “Show more” looks further back."
        : "Clear a part of the filter to see others."}
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
