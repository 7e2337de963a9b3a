/**
 * All acts of a brief by what an engine offers.
 *
 * @param step makes one act durable: (act) => Promise<{id} | {inDoubt: true}>; throws when it failed for good
 * @param back takes one act back: (act, id) => Promise
 * @param forGood whether an error is an act's failure, and none of the engine's own
 * @param settled waits for steps made at once, as Promise.allSettled does
 * @returns {Promise<{end: string, inDoubt: string[]}>}
 */
export async function saga(
  brief,
  { step, back, forGood = () => true, settled = (steps) => Promise.allSettled(steps) },
) {
  const landed = [];
  const inDoubt = [];
  try {
    if (brief.order === "together") {
      const ends = await settled(brief.acts.map((act) => step(act)));
      for (const [i, end] of ends.entries()) if (end.value?.inDoubt) inDoubt.push(brief.acts[i].id);
      const failed = ends.find((end) => end.status === "rejected");
      if (failed) throw failed.reason;
    } else {
      for (const act of brief.acts) {
        const end = await step(act);
        if (end.inDoubt) {
          inDoubt.push(act.id);
          break; // what follows would build on something that nobody knows
        }
        landed.push({ act, id: end.id });
      }
    }
    return { end: inDoubt.length > 0 ? "failed" : "done", inDoubt };
  } catch (e) {
    if (!forGood(e)) throw e;
    if (brief.commit !== "all-or-nothing") return { end: "failed", inDoubt };
    for (const { act, id } of landed.reverse()) await back(act, id);
    return { end: "undone", inDoubt };
  }
}
