import { mean, wilson } from "./interval.mjs";

const OUTCOMES = ["right", "in doubt", "missed", "wrong"];
const SUMS = ["duplicates", "lost", "in_doubt", "during_pause"];

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** The scores of one driver in one scenario, over its seeds. */
export function summaryOf(runs) {
  const summary = { runs: runs.length };
  for (const outcome of OUTCOMES) {
    const hits = runs.filter((it) => it.outcome === outcome).length;
    summary[outcome] = { runs: hits, interval_95: wilson(hits, runs.length) };
  }
  for (const name of SUMS) summary[name] = runs.reduce((sum, it) => sum + it[name], 0);
  summary.incoherent = runs.filter((it) => it.incoherent).length;
  const [depth, spread] = mean(runs.map((it) => it.depth));
  summary.depth = { mean: depth, spread_95: spread, wanted: runs[0].depth_wanted };
  summary.seconds_median = median(runs.map((it) => it.seconds));
  return summary;
}

const COLUMNS = [
  ["scenario", (it) => it.scenario],
  ["driver", (it) => it.driver],
  ["runs", (it) => it.runs],
  ["right % (95 %)", (it) => share(it.right, it.runs)],
  ["in doubt", (it) => it["in doubt"].runs],
  ["missed", (it) => it.missed.runs],
  ["wrong % (95 %)", (it) => share(it.wrong, it.runs)],
  ["duplicates", (it) => it.duplicates],
  ["lost", (it) => it.lost],
  ["half done", (it) => it.incoherent],
  ["in pause", (it) => it.during_pause],
  ["depth", (it) => `${it.depth.mean.toFixed(2)} of ${it.depth.wanted}`],
  ["s, median", (it) => it.seconds_median.toFixed(1)],
];

function share({ runs, interval_95: [low, high] }, all) {
  const percent = (value) => Math.round(100 * value);
  return `${percent(runs / all)} (${percent(low)}–${percent(high)})`;
}

/** The table, as Markdown. */
export function table(rows) {
  const cells = [COLUMNS.map(([name]) => name), ...rows.map((row) => COLUMNS.map(([, of]) => String(of(row))))];
  const widths = COLUMNS.map((_, i) => Math.max(...cells.map((line) => line[i].length)));
  const line = (values) => `| ${values.map((value, i) => value.padEnd(widths[i])).join(" | ")} |`;
  return [
    line(cells[0]),
    `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`,
    ...cells.slice(1).map(line),
  ].join("\n");
}
