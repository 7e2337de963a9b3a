import type { Policy } from "./api";

/** What happens to acts that can't be undone. */
export const IRREVERSIBLE: Record<NonNullable<Policy["irreversible"]>, { label: string; meaning: string }> = {
  approve: { label: "ask", meaning: "Each waits until a person approves it." },
  allow: { label: "allow", meaning: "They are sent like any other." },
  deny: { label: "refuse", meaning: "They are refused, and the workflow sees an error." },
};
