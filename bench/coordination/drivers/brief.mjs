import { readFileSync } from "node:fs";

/** What this driver was asked to do. */
export const brief = JSON.parse(readFileSync(process.env.BENCH_BRIEF, "utf8"));

/** A folder of this run's own, kept when the driver is killed. */
export const stateFolder = process.env.BENCH_STATE;

/**
 * Says how it ended, as the contract wants it, and exits.
 *
 * @param end "done", "undone" (nothing of it stands) or "failed"
 * @param inDoubt ids of acts of which nobody can say whether they landed
 */
export function claim(end, inDoubt = []) {
  process.stdout.write(`${JSON.stringify({ end, in_doubt: inDoubt })}\n`, () => process.exit(0));
}

export const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
