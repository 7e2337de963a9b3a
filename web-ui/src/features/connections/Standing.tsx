import { useQuery } from "@tanstack/react-query";
import { can, useMember } from "../../lib/session";
import { StateWord } from "../../ui/StateWord";
import { type Budget, budgetsQuery, type Connection, heldQuery, LAB, waitingQuery, waitsFor } from "./api";

/** A list asks for what is left of many accounts, so not often. */
const LEFT_POLL_MS = 30_000;

/** How an account stands: who holds it, who waits for it, what is left of what its platform allows. */
export function Standing({ one }: { one: Connection }) {
  const me = useMember();
  const held = useQuery({ ...heldQuery, enabled: can(me, "usage:read") });
  const waiting = useQuery({ ...waitingQuery, enabled: can(me, "runs:read") });
  const budgets = useQuery({
    ...budgetsQuery(one.id),
    enabled: one.environment !== LAB, // simulated platforms count for themselves
    refetchInterval: LEFT_POLL_MS,
  });
  const holders = held.data?.data.filter(({ system }) => system === one.system).length ?? 0;
  const queue = waiting.data?.data.filter((run) => waitsFor(one, run)).length ?? 0;
  const least = scarcest(budgets.data?.windows ?? []);
  return (
    <>
      {holders > 0 && <span>held by {holders === 1 ? "1 run" : `${holders} runs`}</span>}
      {queue > 0 && <StateWord color="yellow" word={queue === 1 ? "1 run waits" : `${queue} runs wait`} />}
      {least && <span title={least.title}>{leftWords(least)}</span>}
    </>
  );
}

/** What of it is left: “88 of 100 posts left”, since a budget is called “posts of x @acme”. */
function leftWords({ title, limit, used }: Budget): string {
  const [units = ""] = title.split(" of ");
  return `${Math.max(0, limit - used).toLocaleString()} of ${limit.toLocaleString()} ${units} left`;
}

/** The window that is used up first. */
export function scarcest(windows: readonly Budget[]): Budget | undefined {
  const share = ({ used, limit }: Budget) => (limit > 0 ? used / limit : 1);
  return [...windows].sort((a, b) => share(b) - share(a))[0];
}
