import { Text } from "@mantine/core";
import type { Held } from "../../lib/billing";
import { cuHours } from "../../lib/usage";
import { DataTable } from "../../ui/DataTable";

/** What was held by agent and system, which the lines are made of. */
export function HeldTable({ usage }: { usage: Held[] }) {
  if (usage.length === 0) {
    return (
      <Text c="dimmed" size="sm">
        Nothing was held in the month.
      </Text>
    );
  }
  return (
    <DataTable
      label="What was held, by agent and system"
      columns={[{ label: "System and agent" }, { label: "Recorded", number: true }, { label: "Billed", number: true }]}
      rows={usage.map((held, at) => ({
        key: String(at),
        cells: [
          <span key="of">
            {held.label}{" "}
            <Text size="xs" c="dimmed" span display="block">
              {held.agent_name ?? held.agent ?? (held.system ? "no agent" : "")}
            </Text>
          </span>,
          cuHours(held.recorded_ms),
          cuHours(held.billable_ms),
        ],
      }))}
    />
  );
}
