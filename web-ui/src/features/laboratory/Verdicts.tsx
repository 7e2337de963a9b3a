import type { Schemas } from "@ganglion/client";

/** What a score is made of, in a line. */
export function Verdicts({ of: { facts, goals, invariants } }: { of: Schemas["TrialResult"] }) {
  const missed = [...goals, ...invariants].filter((one) => !one.attained).map((one) => one.name);
  const parts = [
    facts.coherent ? "coherent" : "not coherent",
    `${facts.attained} of ${facts.goals} ${facts.goals === 1 ? "goal" : "goals"}`,
    `depth ${facts.depth}`,
    counted(facts.duplicates, "duplicate", "duplicates"),
    counted(facts.losses, "loss", "losses"),
    counted(facts.unknowns, "in doubt", "in doubt"),
    `${facts.attempts} ${facts.attempts === 1 ? "attempt" : "attempts"}`,
  ].filter(Boolean);
  return (
    <>
      {parts.join(" · ")}
      {missed.length > 0 && <div>Missed: {missed.join("; ")}</div>}
    </>
  );
}

const counted = (many: number, one: string, more: string) => (many === 0 ? "" : `${many} ${many === 1 ? one : more}`);
