import { find, Limited, repeatable, send, settled, Unknown, undo } from "./acts.mjs";
import { sleep } from "./brief.mjs";

const TRIES = 20;

/**
 * What an author writes who knows all of the platforms' documentation: repeats where that is safe, looks up (after the
 * documented time) before anything else is sent again, waits out pauses, and gives up where nobody can know.
 *
 * @param restarted whether an earlier process may have sent it
 * @returns {Promise<{id: string | null} | {inDoubt: true}>}
 */
export async function careful(act, restarted) {
  let doubtful = restarted && act.find !== null;
  for (let i = 0; i < TRIES; i++) {
    try {
      if (doubtful && !repeatable(act)) {
        await settled();
        const id = await find(act);
        if (id !== null) return { id };
        doubtful = false;
      }
      return { id: await send(act) };
    } catch (e) {
      if (e instanceof Limited) await sleep(e.afterMs);
      else if (e instanceof Unknown) {
        if (!repeatable(act) && !act.find) return { inDoubt: true };
        doubtful = true;
        await sleep(500);
      } else throw e;
    }
  }
  return { inDoubt: true };
}

export async function carefulUndo(act, id) {
  for (let i = 0; ; i++) {
    try {
      return await undo(act, id);
    } catch (e) {
      if (i === TRIES) throw e;
      await sleep(e instanceof Limited ? e.afterMs : 500);
    }
  }
}
