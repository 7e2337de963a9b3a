import { Button } from "@mantine/core";
import { IconCircle, IconCircleCheck, IconLoader2 } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Member } from "../../../lib/session";
import { ProblemAlert } from "../../../ui/ProblemAlert";
import { Section } from "../../../ui/Section";
import type { Found } from "./begin";
import { PLATFORMS } from "./campaign";
import classes from "./first.module.css";
import { mayBegin, useFirstMinute } from "./useFirstMinute";

/** The page that accounts are connected on. */
const CONNECTIONS: string = "/connections";

/** Who has no runs yet is led to one; who has had the first one, to their first real account. */
export function FirstMinute({ me, fresh }: { me: Member; fresh: boolean }) {
  const { found, beginning } = useFirstMinute(me);
  const now = found.data;
  if (!mayBegin(me) || (!now && !found.error)) return null;
  if (now && (now.real || (!fresh && !now.run && !beginning.isPending))) return null;
  const error = beginning.error ?? found.error;
  return (
    <Section
      title={now?.run ? "Your first run" : "Your first minute"}
      intro={now?.run ? undefined : INTRO}
      actions={
        !now?.run && (
          <Button loading={beginning.isPending} disabled={!now} onClick={() => beginning.mutate()}>
            {now && isBegun(now) ? "Go on" : "Start your first run"}
          </Button>
        )
      }
    >
      {now && (now.run ? <Outcome found={now} /> : <Steps found={now} busy={beginning.isPending} />)}
      <ProblemAlert
        error={error}
        {...(!beginning.isPending && { onRetry: () => (now ? beginning.mutate() : void found.refetch()) })}
      />
    </Section>
  );
}

const INTRO =
  "One button makes six accounts at simulated platforms, an agent that may use them and a workflow, and runs it. Nothing leaves this installation, and the laboratory costs nothing.";

const isBegun = ({ connected, agent, workflow }: Found): boolean =>
  connected.length > 0 || agent !== null || workflow !== null;

function Steps({ found, busy }: { found: Found; busy: boolean }) {
  const steps = [
    {
      done: found.connected.length === PLATFORMS.length,
      text: `Accounts: ${found.connected.length} of ${PLATFORMS.length}`,
    },
    { done: found.agent !== null, text: "An agent that may use them" },
    { done: found.workflow !== null, text: "A workflow that acts on all six" },
    { done: found.run !== null, text: "A run of it, on the map below" },
  ];
  const next = steps.findIndex(({ done }) => !done);
  return (
    <ol className={classes.steps} aria-label="The way to your first run" aria-live="polite">
      {steps.map(({ done, text }, at) => (
        <Step key={text.split(":")[0]} state={done ? "done" : busy && at === next ? "doing" : "to do"}>
          {text}
        </Step>
      ))}
    </ol>
  );
}

function Step({ state, children }: { state: "done" | "doing" | "to do"; children: ReactNode }) {
  return (
    <li className={classes.step} data-state={state}>
      {state === "done" && <IconCircleCheck size={20} role="img" aria-label="done:" />}
      {state === "doing" && <IconLoader2 size={20} className={classes.turning} role="img" aria-label="under way:" />}
      {state === "to do" && <IconCircle size={20} role="img" aria-label="to do:" />}
      <span>{children}</span>
    </li>
  );
}

function Outcome({ found: { run } }: { found: Found }) {
  if (!run) return null;
  return (
    <>
      <p className={classes.outcome} role="status">
        {wordsOf(run)}
      </p>
      <Button component={Link} to={CONNECTIONS} variant={run.ended_at ? "filled" : "default"}>
        Connect your first real account
      </Button>
    </>
  );
}

function wordsOf({ state, depth_peak, ended_at }: NonNullable<Found["run"]>): string {
  if (state === "NEEDS_ATTENTION") return "It waits for a person: nobody can prove what became of one of its effects.";
  if (ended_at === null) return "It is under way: look at the map below, where lines are what it holds.";
  if (state !== "SUCCEEDED")
    return `It has ended as ${state.toLowerCase()}; its receipt says what it did. Replay it on the map below.`;
  return `It held systems with a depth of ${depth_peak} at once, and each effect is proven to have landed. Replay it on the map below, then do the same with accounts of your own.`;
}
