import { lasting } from "../../lib/durations";
import { DataTable } from "../../ui/DataTable";
import { worded } from "./Badges";
import type { Lane } from "./timeline";
import { closedWords } from "./words";

/** So many lines are told; a swarm has thousands, and the list of effects has all. */
const LINES = 500;

/** The timeline for those who can't see it, or want figures. */
export function TimelineTable({ lanes, from }: { lanes: Lane[]; from: number }) {
  const lines = lanes
    .flatMap(({ connector, label, holds, acts }) => [
      ...holds.map((bar) => ({
        bar,
        system: `${connector} ${label}`,
        what: "held",
        end: closedWords(bar.hold.close_reason),
      })),
      ...acts.map((bar) => ({
        bar,
        system: `${connector} ${label}`,
        what: bar.effect.action,
        end: worded(bar.effect.state),
      })),
    ])
    .sort((a, b) => a.bar.from - b.bar.from)
    .slice(0, LINES);
  return (
    <DataTable
      label="Timeline"
      columns={[
        { label: "System" },
        { label: "What" },
        { label: "From", number: true },
        { label: "For", number: true },
        { label: "Came to" },
      ]}
      rows={lines.map(({ bar, system, what, end }, at) => ({
        key: String(at),
        cells: [system, what, `+${lasting(bar.from - from)}`, lasting(bar.to - bar.from), end],
      }))}
    />
  );
}
