import { Button, Select } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import type { Agent, Workflow } from "./api";
import { worded } from "./Badges";
import { type Filter, filterOf, RUN_STATES } from "./filter";
import { nameOf } from "./names";
import classes from "./RunFilter.module.css";

const ALL = "";

type Props = { filter: Filter; workflows: Workflow[]; agents: Agent[] };

/** Narrows the list; the filter stands in the address, so that a view can be passed on. */
export function RunFilter({ filter, workflows, agents }: Props) {
  const navigate = useNavigate();
  const go = (part: keyof Filter) => (value: string | null) =>
    void navigate({ to: "/runs", search: filterOf({ ...filter, [part]: value }), resetScroll: false });
  const known = new Set([...workflows.map(nameOf), ...(filter.workflow ? [filter.workflow] : [])]);
  const named = agents.map(({ id, name }) => ({ value: id, label: name }));
  const gone = filter.agent && !agents.some(({ id }) => id === filter.agent);
  return (
    <div className={classes.filter} role="search" aria-label="Runs">
      <Select
        label="State"
        data={[{ value: ALL, label: "Any" }, ...RUN_STATES.map((value) => ({ value, label: worded(value) }))]}
        value={filter.state ?? ALL}
        allowDeselect={false}
        onChange={go("state")}
      />
      <Select
        label="Workflow"
        searchable
        data={[{ value: ALL, label: "Any" }, ...[...known].sort().map((value) => ({ value, label: value }))]}
        value={filter.workflow ?? ALL}
        allowDeselect={false}
        onChange={go("workflow")}
      />
      <Select
        label="Agent"
        searchable
        data={[
          { value: ALL, label: "Any" },
          ...named,
          ...(gone && filter.agent ? [{ value: filter.agent, label: filter.agent }] : []),
        ]}
        value={filter.agent ?? ALL}
        allowDeselect={false}
        onChange={go("agent")}
      />
      {Object.keys(filter).length > 0 && (
        <Button variant="subtle" onClick={() => void navigate({ to: "/runs", search: {} })}>
          Clear
        </Button>
      )}
    </div>
  );
}
