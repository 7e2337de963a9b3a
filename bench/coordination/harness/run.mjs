import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openWorld } from "../platforms/world.mjs";
import { killByFile, start } from "./programs.mjs";

const RESTART_MS = 500;
const STARTS_LIMIT = 20;

/**
 * One driver in one world: opens the platforms, starts the driver, kills it where the programme says so and starts it again,
 * and leaves in the folder brief.json, ledger.jsonl, world.json, end.json and the driver's log.
 */
export async function runOnce({ driver, engine, scenario, seed, stamp, folder }) {
  const state = join(folder, "state");
  mkdirSync(state, { recursive: true });
  let child;
  const world = await openWorld({
    scenario,
    seed,
    run: `${driver.name}-${scenario.name}-${seed}-${stamp}`,
    file: join(folder, "ledger.jsonl"),
    kill: () => {
      child.kill("SIGKILL");
      if (driver.dies_too) killByFile(process.env[driver.dies_too]);
    },
  });
  const briefFile = join(folder, "brief.json");
  writeFileSync(briefFile, JSON.stringify(world.brief, null, 2));
  const settings = { ...engine.env, BENCH_BRIEF: briefFile, BENCH_STATE: state };

  const began = Date.now();
  let expired = false;
  const deadline = setTimeout(() => {
    expired = true;
    child.kill("SIGKILL");
  }, scenario.deadline_s * 1000);
  let said = "";
  let starts = 0;
  do {
    if (starts > 0) await new Promise((done) => setTimeout(done, RESTART_MS));
    child = start(driver, driver.command, settings, join(folder, "driver.log"));
    starts++;
    said = await output(child);
  } while (child.signalCode === "SIGKILL" && !expired && starts < STARTS_LIMIT);
  clearTimeout(deadline);
  const seconds = (Date.now() - began) / 1000;
  await world.close();
  writeFileSync(
    join(folder, "world.json"),
    JSON.stringify({ scenario: scenario.name, seed, refusing: world.refusing ?? null }),
  );
  writeFileSync(join(folder, "end.json"), JSON.stringify({ claim: claimOf(said), starts, seconds, expired }));
}

/** What a process says until it ends. */
async function output(child) {
  let text = "";
  child.stdout.on("data", (data) => {
    text += data;
  });
  await new Promise((done) => child.once("close", done));
  return text;
}

/** The last line, if it is a claim. */
function claimOf(said) {
  try {
    const claim = JSON.parse(said.trim().split("\n").at(-1));
    return ["done", "undone", "failed"].includes(claim.end) && Array.isArray(claim.in_doubt) ? claim : null;
  } catch {
    return null;
  }
}
