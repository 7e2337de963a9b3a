import { useInfiniteQuery } from "@tanstack/react-query";
import { monthName } from "../../lib/months";
import { cuHours } from "../../lib/usage";
import { DataTable } from "../../ui/DataTable";
import { MoreButton } from "../../ui/MoreButton";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { type Group, totalsQuery } from "./api";
import { useNames } from "./names";
import classes from "./UsageSection.module.css";

/** A month's sums, the most first as far as they are shown. */
export function UsageTotals({ month, by }: { month: string; by: Group }) {
  const totals = useInfiniteQuery(totalsQuery(month, by));
  const name = useNames();
  if (totals.data?.length === 0) return null;
  const sums = [...(totals.data ?? [])].sort((a, b) => b.billable_ms - a.billable_ms);
  return (
    <div className={classes.totals}>
      <ProblemAlert error={totals.error} onRetry={() => void totals.refetch()} />
      {sums.length > 0 && (
        <DataTable
          label={`Usage by ${by}, ${monthName(month)}`}
          columns={[
            { label: by.charAt(0).toUpperCase() + by.slice(1) },
            { label: "Recorded", number: true },
            { label: "Billed", number: true },
          ]}
          rows={sums.map((sum) => ({
            key: sum[by] ?? "",
            cells: [name(sum, by), cuHours(sum.recorded_ms), cuHours(sum.billable_ms)],
          }))}
        />
      )}
      <MoreButton list={totals} />
    </div>
  );
}
