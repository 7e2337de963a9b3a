// node platforms/main.mjs [SCENARIO] [SEED]: one world to try by hand; prints the brief, then the ledger as it grows.
import { mkdtempSync, readFileSync, watchFile } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { scenarioOf } from "../scenarios/index.mjs";
import { openWorld } from "./world.mjs";

const [name = "launch", seed = "1"] = process.argv.slice(2);
const file = join(mkdtempSync(join(tmpdir(), "platforms-")), "ledger.jsonl");
const world = await openWorld({
  scenario: scenarioOf(name),
  seed: Number(seed),
  run: `${name}-${seed}`,
  file,
  kill: () => console.log("-- the driver would be killed here"),
});
console.log(JSON.stringify(world.brief, null, 2));
console.log(`the ledger is ${file}; Ctrl-C ends`);
let shown = 0;
watchFile(file, { interval: 200 }, () => {
  const text = readFileSync(file, "utf8");
  process.stdout.write(text.slice(shown));
  shown = text.length;
});
