import type { EChartsCoreOption } from "echarts/core";
import { Chart, framed, type Ink } from "../../ui/Chart";
import type { DepthPoint } from "./api";

type Props = { label: string; points: DepthPoint[] };

/** The most that was held in each part of the span, and the mean. */
export function DepthChart({ label, points }: Props) {
  return <Chart label={label} option={(ink) => optionOf(points, ink)} />;
}

function optionOf(points: DepthPoint[], ink: Ink): EChartsCoreOption {
  const line = (name: string, of: (point: DepthPoint) => number) => ({
    type: "line",
    name,
    step: "end",
    showSymbol: false,
    data: points.map((point) => [point.from, of(point)]),
  });
  return {
    ...framed(ink),
    xAxis: { type: "time", axisLine: { lineStyle: { color: ink.line } }, axisLabel: { color: ink.quiet } },
    yAxis: {
      type: "value",
      minInterval: 1,
      axisLabel: { color: ink.quiet },
      splitLine: { lineStyle: { color: ink.line } },
    },
    series: [
      line("depth at its peak", (point) => point.depth_peak),
      line("platforms at its peak", (point) => point.breadth_peak),
    ],
  };
}
