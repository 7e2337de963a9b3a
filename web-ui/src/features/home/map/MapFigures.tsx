import { Link } from "@tanstack/react-router";
import { Figure, Figures } from "../../../ui/Figures";
import type { CapacityFact } from "./facts";
import { type Attention, sumOf } from "./live";
import { many } from "./words";

type Props = { depth: number; breadth: number; capacity?: CapacityFact | undefined; attention?: Attention };

/** The page of what waits for people. */
const ATTENTION: string = "/attention";

/** What counts, in figures. */
export function MapFigures({ depth, breadth, capacity, attention }: Props) {
  return (
    <Figures>
      <Figure label="Depth" what={depth} under="weight of what is held" />
      <Figure label="Breadth" what={breadth} under={breadth === 1 ? "platform" : "platforms"} />
      {capacity && (
        <Figure
          label="Capacity used"
          what={`${capacity.used.toLocaleString()} of ${capacity.k.toLocaleString()}`}
          under={capacity.waiting > 0 ? `${many(capacity.waiting, "run")} wait for more` : free(capacity.used, depth)}
        />
      )}
      {attention && <Needs attention={attention} />}
    </Figures>
  );
}

/** Why there is less used than held. */
const free = (used: number, depth: number): string =>
  depth > used ? "the laboratory counts nothing" : "nobody waits for more";

function Needs({ attention }: { attention: Attention }) {
  const sum = sumOf(attention);
  return (
    <Figure
      label="Needs attention"
      what={sum === 0 ? "nothing" : <Link to={ATTENTION}>{sum.toLocaleString()}</Link>}
      under={sum === 0 ? "no fate is unknown" : reasons(attention)}
    />
  );
}

function reasons({ unknown, runs, approvals, connections }: Attention): string {
  return [
    unknown > 0 && many(unknown, "effect unknown", "effects unknown"),
    runs > 0 && many(runs, "stuck run"),
    approvals > 0 && many(approvals, "approval"),
    connections > 0 && many(connections, "connection refused", "connections refused"),
  ]
    .filter(Boolean)
    .join(", ");
}
