import { Badge, Code } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { MoreButton } from "../../ui/MoreButton";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Empty, Row, Rows, RowsLoading } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { Time } from "../../ui/Time";
import { type WaitingRun, waitingQuery } from "./api";

/** In what order; those that more capacity would let go on first. */
const RANK = ["capacity", "suspended", "system", "upstream"];
const COLORS: Record<string, string> = { capacity: "orange", suspended: "red", system: "yellow", upstream: "yellow" };

const rank = (run: WaitingRun) => {
  const at = RANK.indexOf(run.waiting_for?.reason ?? "");
  return at < 0 ? RANK.length : at;
};

/** Who waits, and for what. */
export function WaitingSection() {
  const waiting = useInfiniteQuery(waitingQuery);
  const runs = waiting.data && [...waiting.data].sort((a, b) => rank(a) - rank(b));
  return (
    <Section title="Waiting" intro="A run that waits holds nothing, and costs nothing." flush>
      <ProblemAlert error={waiting.error} onRetry={() => void waiting.refetch()} />
      {waiting.isPending && <RowsLoading />}
      {runs?.length === 0 && (
        <Empty title="No run waits">
          Once capacity is full, the next runs wait here with the reason and go on by themselves.
        </Empty>
      )}
      {runs && runs.length > 0 && (
        <Rows label="Waiting runs">
          {runs.map((run) => (
            <WaitingRow key={run.id} run={run} />
          ))}
        </Rows>
      )}
      <MoreButton list={waiting} />
    </Section>
  );
}

function WaitingRow({ run: { id, waiting_for: why, priority, created_at } }: { run: WaitingRun }) {
  return (
    <Row
      title={
        <>
          {why?.detail ?? "Waits"}
          <Badge color={COLORS[why?.reason ?? ""] ?? "gray"} variant="light" radius="sm">
            {why?.reason ?? "unknown"}
          </Badge>
        </>
      }
      under={<Code>{id}</Code>}
      side={
        <>
          <span>priority {priority}</span>
          <Time at={created_at} />
        </>
      }
    />
  );
}
