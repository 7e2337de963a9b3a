import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { daysOf, monthName, monthOf, monthsLater } from "../../lib/months";
import { DataTable } from "../../ui/DataTable";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Empty, RowsLoading } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { daysQuery, GROUPS, type Group } from "./api";
import { useNames } from "./names";
import { apart, type Series, together, total } from "./series";
import classes from "./UsageSection.module.css";
import { UsageTotals } from "./UsageTotals";

/** The charts' library is as large as the rest of the dashboard. */
const UsageChart = lazy(() => import("./UsageChart").then((it) => ({ default: it.UsageChart })));

/** How far back the choice goes. */
const MONTHS = 13;

export function UsageSection() {
  const now = monthOf(new Date());
  const { month = now, by } = useSearch({ from: "/tenant/capacity" });
  return (
    <Section
      title="Usage"
      intro="One CU-hour is one system held for an hour. An hour counts once it is over; days and months are UTC's."
    >
      <Choice month={month} by={by} now={now} />
      <Days key={month} month={month} by={by} />
      {by && <UsageTotals month={month} by={by} />}
    </Section>
  );
}

function Choice({ month, by, now }: { month: string; by: Group | undefined; now: string }) {
  const navigate = useNavigate();
  const months = Array.from({ length: MONTHS }, (_, ago) => monthsLater(now, -ago));
  const go = (other: string, group: string | null) =>
    void navigate({
      to: "/capacity",
      search: { ...(other !== now && { month: other }), ...(isGroup(group) && { by: group }) },
      resetScroll: false,
    });
  return (
    <div className={classes.choice}>
      <Select
        label="Month"
        data={[...new Set([month, ...months])]
          .sort()
          .reverse()
          .map((value) => ({ value, label: monthName(value) }))}
        value={month}
        allowDeselect={false}
        onChange={(value) => go(value ?? now, by ?? null)}
      />
      <Select
        label="By"
        data={[{ value: "all", label: "all together" }, ...GROUPS.map((value) => ({ value, label: value }))]}
        value={by ?? "all"}
        allowDeselect={false}
        onChange={(value) => go(month, value)}
      />
    </div>
  );
}

const isGroup = (text: string | null): text is Group => GROUPS.some((one) => one === text);

function Days({ month, by }: { month: string; by: Group | undefined }) {
  const wanted = useQuery(daysQuery(month, by));
  const whole = useQuery({ ...daysQuery(month, undefined), enabled: wanted.data === null });
  const name = useNames();
  const days = daysOf(month);
  const found = wanted.data ?? whole.data;
  const series = !found ? [] : by && wanted.data ? apart(found, days, (sum) => name(sum, by)) : together(found, days);
  return (
    <>
      <ProblemAlert error={wanted.error ?? whole.error} onRetry={() => void wanted.refetch()} />
      {!found && !wanted.error && <RowsLoading rows={4} />}
      {wanted.data === null && <p>There is too much to draw by {by}: this is all together.</p>}
      {found?.length === 0 && (
        <Empty title={`Nothing was held in ${monthName(month)}`}>
          Start a run that acts on a system: about a minute after the hour is over, what it held is here.
        </Empty>
      )}
      {series.length > 0 && (
        <>
          <Suspense fallback={<RowsLoading rows={4} />}>
            <UsageChart
              label={`CU-hours of each day of ${monthName(month)}; as a table below`}
              days={days}
              series={series}
            />
          </Suspense>
          <DaysTable days={days} series={series} month={month} />
        </>
      )}
    </>
  );
}

/** The chart for those who can't see it, or want figures. */
function DaysTable({ days, series, month }: { days: string[]; series: Series[]; month: string }) {
  const used = days
    .map((day, at) => ({ day, at }))
    .filter(({ at }) => series.some(({ values }) => (values[at] ?? 0) > 0));
  const hours = (value: number) => value.toFixed(2);
  return (
    <details className={classes.details}>
      <summary>As a table</summary>
      <DataTable
        label={`CU-hours by day, ${monthName(month)}`}
        columns={[{ label: "Day" }, ...series.map(({ name }) => ({ label: name, number: true }))]}
        rows={used.map(({ day, at }) => ({
          key: day,
          cells: [day.slice(0, 10), ...series.map(({ values }) => hours(values[at] ?? 0))],
        }))}
        foot={[{ key: "sum", cells: ["Sum", ...series.map((one) => hours(total(one)))], strong: true }]}
      />
    </details>
  );
}
