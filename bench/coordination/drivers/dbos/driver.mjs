// DBOS Transact: the workflow lives in this process and is kept in PostgreSQL. A step of it is made at least once.
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DBOS } from "@dbos-inc/dbos-sdk";
import { Refused, send, undo } from "../acts.mjs";
import { brief, claim, stateFolder } from "../brief.mjs";
import { careful, carefulUndo } from "../careful.mjs";
import { saga } from "../saga.mjs";

// Retries as its tutorial on steps has them; it asks for steps that may be repeated, so the platform's key is sent where there is one.
const RETRIES = {
  retriesAllowed: true,
  intervalSeconds: 0.5,
  backoffRate: 1.4,
  maxAttempts: 14,
  shouldRetry: (e) => !(e instanceof Refused),
};
const CAREFUL = process.env.BENCH_CAREFUL === "1";

const begun = join(stateFolder, "begun");
const restarted = existsSync(begun);
writeFileSync(begun, "");

function step(act) {
  return CAREFUL
    ? DBOS.runStep(() => careful(act, restarted), { name: act.id })
    : DBOS.runStep(async () => ({ id: await send(act) }), { name: act.id, ...RETRIES });
}

async function back(act, id) {
  if (!act.undo) return;
  const name = `${act.id}-undo`;
  await (CAREFUL
    ? DBOS.runStep(() => carefulUndo(act, id), { name })
    : DBOS.runStep(() => undo(act, id), { name, ...RETRIES }));
}

const coordinate = DBOS.registerWorkflow((given) => saga(given, { step, back }), { name: "coordinate" });

// A version of its own for each run: else the processes of other runs would take up this one's workflow, and then end.
DBOS.setConfig({
  name: "bench",
  systemDatabaseUrl: process.env.BENCH_POSTGRES_URL,
  applicationVersion: brief.run,
  logLevel: "error",
});
await DBOS.launch(); // takes up the workflow that was cut
const handle = await DBOS.startWorkflow(coordinate, { workflowID: brief.run })(brief);
const { end, inDoubt } = await handle.getResult();
claim(end, inDoubt);
