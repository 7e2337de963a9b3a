import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { can, useMember } from "../../lib/session";
import { CopyField } from "../../ui/CopyField";
import { DataTable } from "../../ui/DataTable";
import { Details } from "../../ui/Details";
import { Figure, Figures } from "../../ui/Figures";
import { Page } from "../../ui/Page";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Empty, RowsLoading } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { leaderboardQuery, type Scenario, type Standing, scenariosQuery } from "./api";
import { TrialsSection } from "./TrialsSection";

const StartTrials = lazy(() => import("./StartTrials").then((it) => ({ default: it.StartTrials })));

export function ScenarioPage() {
  const { name } = useParams({ from: "/tenant/laboratory/$name" });
  const me = useMember();
  const [starting, { open, close }] = useDisclosure();
  const scenarios = useQuery({ ...scenariosQuery, enabled: can(me, "lab:read") });
  const one = scenarios.data?.find((it) => it.name === name);
  return (
    <Page
      title={one?.title ?? "Scenario"}
      intro={one?.about ?? ""}
      actions={one && can(me, "lab:write") && <Button onClick={open}>Start trials</Button>}
    >
      <ProblemAlert error={scenarios.error} onRetry={() => void scenarios.refetch()} />
      {scenarios.isPending && <RowsLoading />}
      {scenarios.data && !one && (
        <Section title="There is no such scenario">The laboratory lists those there are.</Section>
      )}
      {one && <About one={one} />}
      {one && <Leaderboard name={one.name} />}
      {one && <TrialsSection scenario={one.name} />}
      {starting && one && (
        <Suspense>
          <StartTrials scenario={one} onClose={close} />
        </Suspense>
      )}
    </Page>
  );
}

function About({ one }: { one: Scenario }) {
  const faults = one.faults.map((fault) => `${fault.kind.replaceAll("_", " ")} at ${fault.part}`);
  return (
    <Section title="What is asked">
      <Figures>
        <Figure label="Depth" what={one.depth} under={Object.keys(one.parts).join(", ")} />
        <Figure label="Faults" what={faults.length} under={faults.join(", ") || "none"} />
        <Figure label="Time" what={`${one.limit_seconds} s`} under="then it is judged as it stands" />
      </Figures>
      <ul>
        {one.goals.map((goal) => (
          <li key={goal}>{goal}</li>
        ))}
        {one.invariants.map((rule) => (
          <li key={rule}>{rule}, else the score is 0</li>
        ))}
      </ul>
      <Details label="A workflow that solves it">
        <CopyField label="A workflow that solves it" text={one.workflow} />
      </Details>
    </Section>
  );
}

const COLUMNS = [
  { label: "Workflow" },
  { label: "Mean score", number: true },
  { label: "95 % of means", number: true },
  { label: "Trials", number: true },
];

function Leaderboard({ name }: { name: string }) {
  const board = useQuery(leaderboardQuery(name));
  return (
    <Section title="Leaderboard" intro="Your workflows by their mean score over all judged trials.">
      <ProblemAlert error={board.error} onRetry={() => void board.refetch()} />
      {board.isPending && <RowsLoading />}
      {board.data?.length === 0 && <Empty title="Nobody stands here yet">It fills as trials are judged.</Empty>}
      {board.data && board.data.length > 0 && (
        <DataTable label="Leaderboard" columns={COLUMNS} rows={board.data.map(line)} />
      )}
    </Section>
  );
}

const digits = (value: number | null) => value?.toFixed(4) ?? "–";

const line = ({ name, workflow, mean, low, high, judged, trials }: Standing) => ({
  key: workflow ?? name,
  cells: [name, digits(mean), `${digits(low)} to ${digits(high)}`, `${judged} of ${trials}`],
});
