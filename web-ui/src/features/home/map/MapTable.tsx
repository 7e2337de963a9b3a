import { useState } from "react";
import { DataTable } from "../../../ui/DataTable";
import classes from "./map.module.css";
import { isThere, type MapView } from "./view";
import { calls, titleOf, underWay } from "./words";

/** What the map shows, for those who can't see it, or want figures. */
export function MapTable({ view }: { view: MapView }) {
  const [open, setOpen] = useState(false);
  return (
    <details className={classes.details} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>As a table</summary>
      {open && <Rows view={view} />}
    </details>
  );
}

function Rows({ view }: { view: MapView }) {
  const names = new Map(view.agents.map(({ id, name }) => [id, name]));
  const rows = view.systems.flatMap((system) => {
    const lines = view.lines.filter((line) => line.system === system.id && isThere(line));
    const about = [...(system.swarm ? [calls(system)] : []), ...(system.trouble ? [system.trouble] : [])];
    const row = (key: string, agent: string, weight: string, under: string[]) => ({
      key,
      cells: [titleOf(system), agent, weight, [...under, ...about].join(", ")],
    });
    if (lines.length === 0) return [row(system.id, "", "", [])];
    return lines.map((line) =>
      row(line.id, names.get(line.agent) ?? "", line.weight > 0 ? String(line.weight) : "", underWay(line.under)),
    );
  });
  return (
    <DataTable
      label="Systems, who holds them, and effects under way"
      columns={[{ label: "System" }, { label: "Agent" }, { label: "Weight", number: true }, { label: "Under way" }]}
      rows={rows}
      foot={[{ key: "sum", cells: [`Breadth ${view.breadth}`, "Depth", String(view.depth), ""], strong: true }]}
    />
  );
}
