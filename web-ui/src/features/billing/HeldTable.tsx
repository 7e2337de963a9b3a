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
      columns={[
        { label: "System" },
        { label: "Agent" },
        { label: "Recorded", number: true },
        { label: "Billed", number: true },
      ]}
      rows={usage.map((held, at) => ({
        key: String(at),
        cells: [
          held.label,
          held.agent_name ?? held.agent ?? (held.system ? "none" : ""),
          cuHours(held.recorded_ms),
          cuHours(held.billable_ms),
        ],
      }))}
    />
  );
}
