import { Link } from "@tanstack/react-router";
import { between, lasting } from "../../lib/durations";
import { Figure, Figures } from "../../ui/Figures";
import { Section } from "../../ui/Section";
import { Time } from "../../ui/Time";
import type { Run, Waiting, Workflow } from "./api";
import { RunBadge, worded } from "./Badges";
import { Failure } from "./Failure";
import { Linked } from "./Linked";
import classes from "./Standing.module.css";
import { STATE_MEANING, waitingWords } from "./words";

type Props = { run: Run; workflow: Workflow | undefined; agent: string | undefined; now: number };

/** Where a run is in its life, and why. */
export function Standing({ run, workflow, agent, now }: Props) {
  const wait = run.ended_at === null ? run.waiting_for : null;
  return (
    <Section title={titleOf(run, wait)} actions={<RunBadge state={run.state} />}>
      <div className={classes.standing}>
        {run.error && <Failure error={run.error} workflow={workflow} />}
        <div role="status" className={classes.standing}>
          {wait ? <Wait wait={wait} state={run.state} /> : <p className={classes.why}>{STATE_MEANING[run.state]}</p>}
        </div>
        <Figures>
          <Figure label={run.ended_at ? "Took" : "Runs for"} what={took(run, now)} under={queued(run)} />
          <Figure label="Depth" what={run.depth_peak} under="systems held at once, at most" />
          <Figure label="Agent" what={agent ?? "none"} under={`priority ${run.priority}`} />
          {run.ended_at && (
            <Figure
              label="Coherent"
              what={run.coherent ? "yes" : "no"}
              under={
                run.coherent ? "every fate is known, and always was" : "a person had to say what became of an effect"
              }
            />
          )}
        </Figures>
      </div>
    </Section>
  );
}

function titleOf({ state }: Run, wait: Waiting | null): string {
  if (state === "NEEDS_ATTENTION") return "It needs a person";
  if (wait) return state === "RUNNING" ? "It runs, and one of its branches waits" : waitingWords(wait.reason).title;
  return state === "FAILED" ? "Why it failed" : `It ${verb(state)}`;
}

const verb = (state: Run["state"]) => {
  switch (state) {
    case "QUEUED":
      return "is queued";
    case "RUNNING":
      return "runs";
    case "WAITING":
      return "waits";
    case "SUCCEEDED":
      return "has succeeded";
    case "COMPENSATED":
    case "CANCELLED":
      return `was ${worded(state)}`;
    case "NEEDS_ATTENTION":
    case "FAILED":
      return `has ${worded(state)}`;
  }
};

function Wait({ wait, state }: { wait: Waiting; state: Run["state"] }) {
  return (
    <>
      {wait.detail && (
        <p className={classes.why}>
          <Linked text={wait.detail} />
        </p>
      )}
      {wait.until && (
        <p>
          At the latest on <Time at={wait.until} />.
        </p>
      )}
      <p className={classes.quiet}>
        {state === "NEEDS_ATTENTION" ? (
          <>
            {STATE_MEANING.NEEDS_ATTENTION} <Link to="/attention">See what is asked of you</Link>
          </>
        ) : (
          waitingWords(wait.reason).next
        )}
        {wait.reason === "capacity" && (
          <>
            {" "}
            <Link to="/capacity">See the capacity</Link>
          </>
        )}
      </p>
    </>
  );
}

function took({ started_at, ended_at }: Run, now: number): string {
  if (!started_at) return "not yet";
  return lasting((ended_at ? Date.parse(ended_at) : now) - Date.parse(started_at));
}

const queued = ({ created_at, started_at }: Run) =>
  started_at && `${between(created_at, started_at)} after it was accepted`;
