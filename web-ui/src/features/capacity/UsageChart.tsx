import { useComputedColorScheme } from "@mantine/core";
import { BarChart } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { type ECharts, type EChartsCoreOption, init, use as takes } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import type { Series } from "./series";
import classes from "./UsageSection.module.css";

takes([BarChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

/** Told apart on white and on black. */
const COLORS = ["#6c6ce0", "#0f9d8a", "#e07a1f", "#c2388f", "#3d8fd1", "#8b8f98"];

type Props = { label: string; days: string[]; series: Series[] };

/** CU-hours of each day, stacked. */
export function UsageChart({ label, days, series }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(undefined);
  useComputedColorScheme(); // a canvas takes its colours once: with another scheme it is drawn anew
  useEffect(() => {
    if (!place.current) return;
    const made = init(place.current);
    chart.current = made;
    const watcher = new ResizeObserver(() => made.resize());
    watcher.observe(place.current);
    return () => {
      watcher.disconnect();
      made.dispose();
    };
  }, []);
  useEffect(() => {
    if (place.current) chart.current?.setOption(optionOf(days, series, inkOf(place.current)), true);
  });
  return <div ref={place} className={classes.chart} role="img" aria-label={label} />;
}

type Ink = { text: string; quiet: string; line: string; card: string };

function inkOf(element: Element): Ink {
  const style = getComputedStyle(element);
  const value = (name: string) => style.getPropertyValue(name).trim();
  return {
    text: value("--mantine-color-text"),
    quiet: value("--g-quiet"),
    line: value("--g-line"),
    card: value("--g-card"),
  };
}

function optionOf(days: string[], series: Series[], ink: Ink): EChartsCoreOption {
  return {
    color: COLORS,
    animation: false,
    grid: { left: 8, right: 8, top: 40, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    legend: { type: "scroll", top: 0, left: 0, selectedMode: false, textStyle: { color: ink.text } },
    tooltip: {
      trigger: "axis",
      renderMode: "richText", // the other one writes style attributes, which the content security policy forbids
      confine: true,
      backgroundColor: ink.card,
      borderColor: ink.line,
      textStyle: { color: ink.text },
      valueFormatter: (value: unknown) => `${Number(value).toFixed(2)} CUh`,
    },
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
