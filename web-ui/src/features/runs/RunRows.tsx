import { Code } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { between } from "../../lib/durations";
import { Row, Rows } from "../../ui/Rows";
import { Time } from "../../ui/Time";
import type { Run } from "./api";
import { RunBadge } from "./Badges";
import { titleOf, useNames } from "./names";

export function RunRows({ label, runs }: { label: string; runs: Run[] }) {
  const names = useNames();
  return (
    <Rows label={label}>
      {runs.map((run) => (
        <Row
          key={run.id}
          title={
            <>
              <Link to="/runs/$id" params={{ id: run.id }}>
                {titleOf(run, names.workflow(run.workflow))}
              </Link>
              <RunBadge state={run.state} />
            </>
          }
          under={
            <>
              <Code>{run.id}</Code> <Why run={run} />
            </>
          }
          side={
            <>
              {run.agent && <span>{names.agent(run.agent)}</span>}
              {run.depth_peak > 0 && <span>depth {run.depth_peak}</span>}
              {run.started_at && run.ended_at && <span>took {between(run.started_at, run.ended_at)}</span>}
              <Time at={run.created_at} />
            </>
          }
        />
      ))}
    </Rows>
  );
}

/** In a few words: what it waits for, or failed of. */
function Why({ run: { waiting_for, error, ended_at } }: { run: Run }) {
  const words =
    ended_at === null ? (waiting_for?.detail ?? waiting_for?.reason) : (error?.title ?? error?.detail ?? error?.type);
  return words && <>· {words}</>;
}
