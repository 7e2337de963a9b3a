import { useComputedColorScheme } from "@mantine/core";
import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { type ECharts, type EChartsCoreOption, init, use as takes } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import classes from "./Chart.module.css";

takes([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

/** Told apart on white and on black. */
export const COLORS = ["#6c6ce0", "#0f9d8a", "#e07a1f", "#c2388f", "#3d8fd1", "#8b8f98"];

/** The page's colours, which a canvas can't take by itself. */
export type Ink = { text: string; quiet: string; line: string; card: string };

/** @param label what it shows, for people who can't see it; the figures themselves stand beside it */
type Props = { label: string; option: (ink: Ink) => EChartsCoreOption };

/** A chart; load it lazily, since what draws it is large. */
export function Chart({ label, option }: Props) {
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
    if (place.current) chart.current?.setOption(option(inkOf(place.current)), true);
  });
  return <div ref={place} className={classes.chart} role="img" aria-label={label} />;
}

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

/** What all charts have in common. */
export function framed(ink: Ink) {
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
    },
  } as const;
}
