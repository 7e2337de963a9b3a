import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { MoreButton } from "../../ui/MoreButton";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Empty, Row, Rows, RowsLoading } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { StateWord } from "../../ui/StateWord";
import { Time } from "../../ui/Time";
import { type Trial, trialsQuery } from "./api";
import { Verdicts } from "./Verdicts";

const STATES: Record<Trial["state"], { word: string; color: string }> = {
  queued: { word: "queued", color: "gray" },
  opening: { word: "opening its world", color: "gray" },
  running: { word: "running", color: "blue" },
  judged: { word: "judged", color: "green" },
  failed: { word: "could not be held", color: "red" },
};

/** Trials of a scenario, or the latest of all. */
export function TrialsSection({ scenario }: { scenario?: string }) {
  const trials = useInfiniteQuery(trialsQuery(scenario));
  return (
    <Section title={scenario ? "Its trials" : "Latest trials"} flush>
      <ProblemAlert error={trials.error} onRetry={() => void trials.refetch()} />
      {trials.isPending && <RowsLoading />}
      {trials.data?.length === 0 && (
        <Empty title="No trials yet">
          {scenario ? "Start one here, by the API or by " : "Open a scenario and start one, or use "}
          <code>./ganglion lab</code>. The same seed gives the same world.
        </Empty>
      )}
      {trials.data && trials.data.length > 0 && (
        <Rows label="Trials">
          {trials.data.map((one) => (
            <TrialRow key={one.id} one={one} />
          ))}
        </Rows>
      )}
      <MoreButton list={trials} />
    </Section>
  );
}

function TrialRow({ one }: { one: Trial }) {
  const name = `${one.scenario}, seed ${one.seed}`;
  return (
    <Row
      title={
        <>
          {one.run ? (
            <Link to="/runs/$id" params={{ id: one.run }}>
              {name}
            </Link>
          ) : (
            name
          )}
          <StateWord {...STATES[one.state]} />
        </>
      }
      under={one.reason ?? (one.result && <Verdicts of={one.result} />)}
      side={
        <>
          {one.score !== null && <strong>{one.score.toFixed(4)}</strong>}
          <Time at={one.created_at} />
        </>
      }
    />
  );
}
