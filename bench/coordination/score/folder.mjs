import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SCENARIOS } from "../scenarios/index.mjs";
import { scoreRun } from "./run.mjs";
import { summaryOf } from "./summary.mjs";

const json = (folder, file) => JSON.parse(readFileSync(join(folder, file), "utf8"));

/** The score of a run that left its files in this folder. */
export function scoreFolder(folder) {
  const end = json(folder, "end.json");
  const ledger = readFileSync(join(folder, "ledger.jsonl"), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const world = json(folder, "world.json");
  return {
    ...world,
    seconds: end.seconds,
    ...scoreRun({ brief: json(folder, "brief.json"), world, ledger, claim: end.claim }),
  };
}

/** The rows of the table, of all runs below OUT/DRIVER/SCENARIO/SEED. They are left in OUT/result.json, too. */
export function scoreAll(out) {
  const drivers = readdirSync(out).filter((it) => statSync(join(out, it)).isDirectory());
  const rows = [];
  for (const scenario of SCENARIOS) {
    for (const driver of drivers) {
      const at = join(out, driver, scenario);
      if (!existsSync(at)) continue;
      const ended = readdirSync(at).filter((seed) => existsSync(join(at, seed, "end.json"))); // the others are under way
      if (ended.length === 0) continue;
      const runs = ended.map((seed) => scoreFolder(join(at, seed)));
      rows.push({ scenario, driver, ...summaryOf(runs), of_seeds: runs.toSorted((a, b) => a.seed - b.seed) });
    }
  }
  writeFileSync(
    join(out, "result.json"),
    JSON.stringify({ taken_at: new Date().toISOString(), node: process.version, rows }, null, 2),
  );
  return rows;
}
