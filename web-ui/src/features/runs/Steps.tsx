import { Code } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { between } from "../../lib/durations";
import { JsonDetails } from "../../ui/JsonView";
import { MoreButton } from "../../ui/MoreButton";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Empty, Row, Rows, RowsLoading } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { Time } from "../../ui/Time";
import { type Step, stepsQuery } from "./api";
import { StepBadge } from "./Badges";

/** Task visits that have ended, in the order they started. */
export function Steps({ run, ended }: { run: string; ended: boolean }) {
  const steps = useInfiniteQuery(stepsQuery(run, !ended));
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
            <StepRow key={one.position} one={one} />
          ))}
        </Rows>
      )}
      <MoreButton list={steps} />
    </Section>
  );
}

function StepRow({ one }: { one: Step }) {
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
          <Time at={one.started_at} />
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
