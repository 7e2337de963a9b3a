import type { RunState } from "./filter";

/** What each state promises, in a line. */
export const STATE_MEANING: Record<RunState, string> = {
  QUEUED: "Accepted. A worker takes it up by itself.",
  RUNNING: "A worker walks its workflow.",
  WAITING: "It holds nothing meanwhile, costs nothing, and goes on by itself.",
  NEEDS_ATTENTION: "It can't go on before a person has said what became of an effect.",
  SUCCEEDED: "No effect is unknown, and whatever did not land was handled by the workflow.",
  COMPENSATED: "It failed or was cancelled, and all that had landed is taken back.",
  FAILED: "No effect is unknown. What landed stays, unless the workflow took it back.",
  CANCELLED: "Somebody asked, and nothing had landed that asks to be taken back.",
};

type Words = { title: string; next: string };

/** What a run waits for, and what lets it go on. */
const WAITS: Record<string, Words> = {
  capacity: {
    title: "It waits for capacity",
    next: "As many systems are held as the capacity allows. It goes on when another run ends or parks; more capacity or burst lets it go on at once.",
  },
  system: {
    title: "It waits for a system that another run holds",
    next: "One run at a time acts on it. This one goes on when the other has settled what it did there.",
  },
  timer: { title: "It waits for a time", next: "It goes on by itself then." },
  event: {
    title: "It waits for an event",
    next: "It goes on when one that fits is sent to POST /api/v1/events, or as a signal to this run.",
  },
  approval: {
    title: "It waits for a person's decision",
    next: "Approve or reject below; what is shown is what is sent.",
  },
  upstream: {
    title: "It waits for the platform",
    next: "The platform asked for patience, or did not say what became of an act. It is asked again by itself, and nothing is sent twice.",
  },
  paused: {
    title: "It is paused",
    next: "Somebody paused the tenant, its agent or a connection. It goes on once that is resumed.",
  },
  suspended: { title: "The tenant is suspended", next: "It goes on once the overdue invoice is paid." },
  session: {
    title: "It waits for its agent's next step",
    next: "The agent adds steps, then completes the session or takes back what it did. A session that stays idle fails.",
  },
  run: { title: "It waits for a run that it started", next: "It goes on when that one has ended." },
};

const OTHERWISE: Words = { title: "It waits", next: "It goes on by itself." };

export const waitingWords = (reason: string): Words => WAITS[reason] ?? OTHERWISE;

/** Why a hold was closed. */
const CLOSED: Record<string, string> = {
  park: "the run waited",
  end: "the run ended",
  idle: "nothing happened for 10 s",
  weight: "its weight changed",
  rescue: "its worker was lost",
  zero: "it became free of charge",
};

export const closedWords = (reason: string | null | undefined): string =>
  reason ? (CLOSED[reason] ?? reason) : "open";
