import type { EffectState } from "./facts";

/** So long a pulse is seen. */
export const PULSE_MS = 1_600;

/** The part of its life that it is under way for. */
const TRAVEL = 0.5;

/** Where a pulse is on its line and what it looks like; `burst` grows from 0 to 1 once it is where it belongs. */
export type Seen = { share: number; state: EffectState; burst: number };

/**
 * A pulse at an age: it leaves the agent as dispatched and becomes, at the system, what is known of it. What did not
 * land turns back, what was undone comes from the system. Without motion it stands where it ends. Null: it is over.
 * Pure.
 *
 * @param age 0 at its birth, 1 at its end
 */
export function seenAt(state: EffectState, age: number, still: boolean): Seen | null {
  if (age < 0 || age >= 1) return null;
  if (still) return { share: restOf(state), state, burst: 0 };
  if (age < TRAVEL) return { share: travelled(state, smooth(age / TRAVEL)), state: during(state), burst: 0 };
  return { share: restOf(state), state, burst: (age - TRAVEL) / (1 - TRAVEL) };
}

const during = (state: EffectState): EffectState =>
  state === "UNDONE" || state === "ABANDONED" ? state : "DISPATCHED";

function travelled(state: EffectState, part: number): number {
  switch (state) {
    case "UNDONE":
      return 1 - part * (1 - restOf(state));
    case "NOT_LANDED":
      return part < 0.7 ? (part / 0.7) * 0.96 : 0.96 - ((part - 0.7) / 0.3) * (0.96 - restOf(state));
    case "INTENDED":
    case "DISPATCHED":
    case "LANDED":
    case "UNKNOWN":
    case "ABANDONED":
      return part * restOf(state);
  }
}

function restOf(state: EffectState): number {
  switch (state) {
    case "LANDED":
      return 1;
    case "NOT_LANDED":
      return 0.72;
    case "UNKNOWN":
      return 0.84;
    case "UNDONE":
      return 0.16;
    case "DISPATCHED":
      return 0.5;
    case "INTENDED":
    case "ABANDONED":
      return 0.16;
  }
}

const smooth = (part: number): number => part * part * (3 - 2 * part);
