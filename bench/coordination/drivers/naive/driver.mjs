// What a script does: sends, and tries again with backoff when that fails. It keeps nothing: started again, it begins anew.
import { Refused, send, undo } from "../acts.mjs";
import { brief, claim, sleep } from "../brief.mjs";
import { saga } from "../saga.mjs";

const TRIES = 14;
const FIRST_MS = 250;

async function retried(call) {
  for (let i = 0; ; i++) {
    try {
      return await call();
    } catch (e) {
      if (e instanceof Refused || i === TRIES) throw e;
      await sleep(FIRST_MS * 2 ** Math.min(i, 4) * (0.5 + Math.random()));
    }
  }
}

const { end, inDoubt } = await saga(brief, {
  step: async (act) => ({ id: await retried(() => send(act)) }),
  back: async (act, id) => act.undo && retried(() => undo(act, id)),
});
claim(end, inDoubt);
