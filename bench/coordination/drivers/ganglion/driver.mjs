// Ganglion, by its public API: a workflow of HTTP calls. This process stores it, starts it, and is the agent that says what
// became of an act which HTTP alone can't prove, where the platform lets itself be asked.
import { find, Limited, Unknown } from "../acts.mjs";
import { brief, claim, sleep } from "../brief.mjs";
import { careful, carefulUndo } from "../careful.mjs";
import { api } from "./api.mjs";
import { workflowOf } from "./workflow.mjs";

const POLL_MS = 300;

const actOf = (effect) => brief.acts.find((act) => act.id === /\/(a[0-9]+)\//.exec(effect.position)?.[1]);
const resolve = (effect, body) => api("POST", `/effects/${effect.id}/resolve`, body);
const landed = (effect, id) => resolve(effect, { outcome: "landed", reference: id, output: { id } });

/** Says what became of an effect. False: nobody can know. */
async function settle(effect) {
  const act = actOf(effect);
  if (effect.position.includes("#compensate")) {
    const { method, endpoint: url } = effect.arguments;
    await carefulUndo({ undo: { method, url } }, "");
    await landed(effect, url);
  } else if (act.find) {
    const known = Date.parse(effect.dispatched_at) + brief.settle_ms + brief.search_lag_ms;
    await sleep(Math.max(0, known - Date.now()));
    const id = await find(act);
    await (id === null ? resolve(effect, { outcome: "not_landed" }) : landed(effect, id));
  } else if (act.key_header) {
    const { id, inDoubt } = await careful(act, false); // the same key again tells, and does nothing twice
    if (inDoubt) return false;
    await landed(effect, id);
  } else return false;
  return true;
}

/** A run's effects in a state. */
async function effectsIn(run, state) {
  const found = [];
  let cursor = "";
  do {
    const page = await api("GET", `/runs/${run}/effects?limit=100${cursor}`);
    found.push(...page.data.filter((effect) => effect.state === state));
    cursor = page.next_cursor && `&cursor=${encodeURIComponent(page.next_cursor)}`;
  } while (cursor);
  return found;
}

/** Until it has ended, or waits for what nobody can say. */
async function follow(run) {
  for (;;) {
    const { state } = await api("GET", `/runs/${run}`);
    if (["SUCCEEDED", "COMPENSATED", "FAILED", "CANCELLED"].includes(state)) return { state, inDoubt: [] };
    if (state === "NEEDS_ATTENTION") {
      const inDoubt = [];
      for (const effect of await effectsIn(run, "UNKNOWN")) {
        try {
          if (!(await settle(effect))) inDoubt.push(actOf(effect).id);
        } catch (e) {
          if (!(e instanceof Limited || e instanceof Unknown)) throw e; // else asked again in the next round
        }
      }
      if (inDoubt.length > 0) return { state, inDoubt };
    }
    await sleep(POLL_MS);
  }
}

const workflow = await api("POST", "/workflows", workflowOf(brief));
const run = await api("POST", "/runs", { workflow: workflow.id }, { "Idempotency-Key": brief.run });
const { state, inDoubt } = await follow(run.id);
const standing = await effectsIn(run.id, "LANDED");
if (state === "SUCCEEDED") claim("done");
else claim(inDoubt.length === 0 && (state === "COMPENSATED" || standing.length === 0) ? "undone" : "failed", inDoubt);
