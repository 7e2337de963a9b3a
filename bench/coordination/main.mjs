// node bench/coordination/main.mjs [--driver A,B] [--scenario A,B] [--seeds N] [--at-once N] [--out FOLDER] [--command "PROGRAM ARGS"]
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { optionsOf } from "./harness/options.mjs";
import { fetchPackages, startEngine } from "./harness/programs.mjs";
import { runOnce } from "./harness/run.mjs";
import { scenarioOf } from "./scenarios/index.mjs";
import { scoreAll, scoreFolder } from "./score/folder.mjs";
import { table } from "./score/summary.mjs";

const stamp = Date.now().toString(36);

/** Runs all seeds of a driver and scenario, some at once. */
async function runSeeds(driver, engine, scenario, { seeds, atOnce, out }) {
  const outcomes = [];
  let next = 1;
  const lane = async () => {
    while (next <= seeds) {
      const seed = next++;
      const folder = join(out, driver.name, scenario.name, `${seed}`);
      await runOnce({ driver, engine, scenario, seed, stamp, folder });
      outcomes.push(scoreFolder(folder).outcome);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, seeds) }, lane));
  const right = outcomes.filter((it) => it === "right").length;
  console.error(`${driver.name} ${scenario.name}: ${right} of ${seeds} right`);
}

async function main() {
  const options = optionsOf(process.argv.slice(2));
  const out = options.out ?? fileURLToPath(new URL(`target/${stamp}`, import.meta.url));
  mkdirSync(out, { recursive: true });
  for (const driver of options.drivers) {
    fetchPackages(driver);
    const engine = await startEngine(driver, join(out, `${driver.name}.log`));
    try {
      for (const name of options.scenarios) await runSeeds(driver, engine, scenarioOf(name), { ...options, out });
    } finally {
      await engine.stop();
    }
  }
  console.log(`${table(scoreAll(out))}\n\nledgers and result.json: ${out}`);
}

main().catch((e) => {
  console.error(e.message);
  process.exit(1);
});
