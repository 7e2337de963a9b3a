import { between, draw } from "./draw.mjs";

/**
 * What goes wrong with a write. `before` and `after` say on which side of the effect.
 *
 * - reset_before, reset_after: the connection is reset.
 * - error_before, error_after: 503, 500.
 * - late: no answer ever comes; the effect lands up to SETTLE_MS after the request came in.
 * - limit: 429 with Retry-After. Until then every write is answered 429 and is counted as one during a pause.
 */
export const FAULTS = ["reset_before", "reset_after", "error_before", "error_after", "late", "limit"];

/** A write that was taken in lands within this time or never does. Part of the platforms' documentation. */
export const SETTLE_MS = 3000;

/** What has landed can be searched for after this time at the latest. Part of the platforms' documentation. */
export const SEARCH_LAG_MS = 3000;

const PAUSE_S = [1, 3];

/** The faults of one world. All follows from scenario, seed, platform and the ordinal of the write there, never from time. */
export class Programme {
  #scenario;
  #seed;

  constructor(scenario, seed) {
    for (const fault of Object.keys(scenario.faults ?? {})) {
      if (!FAULTS.includes(fault))
        throw new Error(`${scenario.name} names the fault ${fault}; there are ${FAULTS.join(", ")}`);
    }
    this.#scenario = scenario;
    this.#seed = seed;
  }

  /** The fault that meets a platform's write of this ordinal (from 1); undefined for none. */
  fault(platform, ordinal) {
    let left = this.#draw("fault", platform, ordinal);
    for (const fault of FAULTS) {
      left -= this.#scenario.faults?.[fault] ?? 0;
      if (left < 0) return fault;
    }
    return undefined;
  }

  /** How long a pause lasts that begins with this write, in whole seconds, as Retry-After has it. */
  pauseSeconds(platform, ordinal) {
    return between(...PAUSE_S, this.#scenario.name, this.#seed, "pause", platform, ordinal);
  }

  /** How late a late effect is. */
  lateMs(platform, ordinal) {
    return Math.floor(this.#draw("late", platform, ordinal) * SETTLE_MS);
  }

  /** After what time a search shows what landed with this write. */
  lagMs(platform, ordinal) {
    return Math.floor(this.#draw("lag", platform, ordinal) * SEARCH_LAG_MS);
  }

  /** The platform that refuses (422) all it is asked to do; undefined in the worlds where none does. */
  refusing(platforms) {
    if (this.#draw("refusal") >= (this.#scenario.refusal ?? 0)) return undefined;
    return platforms[between(0, platforms.length - 1, this.#scenario.name, this.#seed, "refusing")];
  }

  /**
   * At which of the world's writes, all platforms counted together, the driver is killed: ordinal to "before" or "after".
   * Each of the first writes may be one, for as many as there are acts: later ones need not come.
   */
  kills() {
    const ordinals = this.#scenario.acts.map((_, i) => i + 1);
    const drawn = ordinals.toSorted((a, b) => this.#draw("kill", a) - this.#draw("kill", b));
    return new Map(
      drawn.slice(0, this.#scenario.kills ?? 0).map((at) => [at, this.#draw("side", at) < 0.3 ? "before" : "after"]),
    );
  }

  #draw(...words) {
    return draw(this.#scenario.name, this.#seed, ...words);
  }
}
