import type { EChartsCoreOption } from "echarts/core";
import { Chart, framed, type Ink } from "../../ui/Chart";
import type { Series } from "./series";

type Props = { label: string; days: string[]; series: Series[] };

/** CU-hours of each day, stacked. */
export function UsageChart({ label, days, series }: Props) {
  return <Chart label={label} option={(ink) => optionOf(days, series, ink)} />;
}

function optionOf(days: string[], series: Series[], ink: Ink): EChartsCoreOption {
  const frame = framed(ink);
  return {
    ...frame,
    tooltip: { ...frame.tooltip, valueFormatter: (value: unknown) => `${Number(value).toFixed(2)} CUh` },
    xAxis: {
      type: "category",
      data: days.map((day) => String(Number(day.slice(8, 10)))),
      axisLine: { lineStyle: { color: ink.line } },
      axisTick: { show: false },
      axisLabel: { color: ink.quiet },
    },
    yAxis: {
      type: "value",
      axisLabel: { color: ink.quiet, formatter: "{value} CUh" },
      splitLine: { lineStyle: { color: ink.line } },
    },
    series: series.map(({ name, values }) => ({ type: "bar", name, stack: "day", data: values, barMaxWidth: 28 })),
  };
}
