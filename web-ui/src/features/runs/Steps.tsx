import { Code } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { between } from "../../lib/durations";
import { JsonDetails } from "../../ui/JsonView";
import { MoreButton } from "../../ui/MoreButton";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Empty, Row, Rows, RowsLoading } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { isEnded, type Run, type Step, stepsQuery } from "./api";
import { StepBadge } from "./Badges";
import { Since } from "./Since";

/** Task visits that have ended, in the order they started. */
export function Steps({ run }: { run: Run }) {
  const ended = isEnded(run);
  const steps = useInfiniteQuery(stepsQuery(run.id, !ended));
  return (
    <Section title="Steps" intro="Every task visit that has ended, in the order they began." flush>
      <ProblemAlert error={steps.error} onRetry={() => void steps.refetch()} />
      {steps.isPending && <RowsLoading />}
      {steps.data?.length === 0 && (
        <Empty title={ended ? "It ended before its first task" : "No task has ended yet"}>
          {!ended && "Each appears here by itself once it has ended."}
        </Empty>
      )}
      {steps.data && steps.data.length > 0 && (
        <Rows label="Steps">
          {steps.data.map((one) => (
            <StepRow key={one.position} one={one} start={run.created_at} />
          ))}
        </Rows>
      )}
      <MoreButton list={steps} />
    </Section>
  );
}

function StepRow({ one, start }: { one: Step; start: string }) {
  return (
    <Row
      title={
        <>
          {one.name}
          <StepBadge one={one} />
        </>
      }
      under={
        <>
          <Code>{one.position}</Code>
          {one.attempts > 1 && <> · {one.attempts} attempts</>}
          {one.error && <> · {one.error.detail ?? one.error.title ?? one.error.type}</>}
        </>
      }
      side={
        <>
          <span>took {between(one.started_at, one.ended_at)}</span>
          <Since start={start} at={one.started_at} />
        </>
      }
      below={
        one.error ? (
          <JsonDetails label="Error" value={one.error} />
        ) : (
          one.output !== null && <JsonDetails label="Output" value={one.output} />
        )
      }
    />
  );
}
