import type { TenantEvent } from "@ganglion/client";
import type { EffectFact, RunFact, Snapshot } from "./facts";

/** So many events are kept: far more than come between two snapshots, and all that can be seen on the map. */
export const KEPT = 512;

/** What an event told, and its place in the stream. */
export type Told = { seq: number } & (
  | { of: "effect"; effect: EffectFact }
  | { of: "run"; run: RunFact }
  | { of: "approval"; approval: string; pending: boolean }
);

/**
 * What is known: the newest snapshot, and the newest events in their order. Both are chosen by their numbers and not by
 * when they came, so that neither order nor repetition matters, and it never grows beyond its bounds.
 */
export type LiveState = { snapshot: Snapshot | null; log: readonly Told[] };

export type News = { kind: "snapshot"; snapshot: Snapshot } | { kind: "events"; events: readonly TenantEvent[] };

export const NOTHING: LiveState = { snapshot: null, log: [] };

/** What is known once the news are. Pure. */
export function fold(state: LiveState, news: News): LiveState {
  switch (news.kind) {
    case "snapshot": {
      const old = state.snapshot && state.snapshot.number >= news.snapshot.number;
      return old ? state : { ...state, snapshot: news.snapshot };
    }
    case "events": {
      const log = news.events.map(read).reduce(insert, state.log);
      return log === state.log ? state : { ...state, log };
    }
  }
}

/** The place of the newest event; 0 before the first. */
export const newest = ({ log }: LiveState): number => log.at(-1)?.seq ?? 0;

function insert(log: readonly Told[], told: Told | null): readonly Told[] {
  if (told === null) return log;
  let at = log.length; // events come in order, but for rare ones
  while (at > 0 && (log[at - 1]?.seq ?? 0) > told.seq) at--;
  if (log[at - 1]?.seq === told.seq) return log;
  if (at === 0 && log.length >= KEPT) return log; // older than all that is kept
  return [...log.slice(log.length >= KEPT ? 1 : 0, at), told, ...log.slice(at)];
}

/** Null for what the map doesn't show. */
function read({ id, type, body: { data } }: TenantEvent): Told | null {
  const seq = Number(id);
  const text = (member: string) => (typeof data[member] === "string" ? data[member] : "");
  if (!Number.isSafeInteger(seq) || seq <= 0) return null;
  switch (type.split(".")[0]) {
    case "effect":
      return {
        seq,
        of: "effect",
        effect: {
          id: text("effect"),
          run: text("run"),
          position: text("position"),
          connector: text("function").split(".")[0] ?? "",
          system: text("system"),
          state: text("state") as EffectFact["state"],
        },
      };
    case "run":
      return {
        seq,
        of: "run",
        run: { id: text("run"), agent: text("agent") || null, state: text("state") as RunFact["state"] },
      };
    case "approval":
      return { seq, of: "approval", approval: text("approval"), pending: text("state") === "PENDING" };
    default:
      return null;
  }
}
