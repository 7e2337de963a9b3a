import type { TenantState } from "./api";

export const STATE_COLORS: Record<TenantState, string> = {
  active: "green",
  paused: "yellow",
  suspended: "red",
  deleted: "gray",
  moving: "blue",
  moved: "gray",
};

/** Seconds, as people say them. */
export function lasting(seconds: number): string {
  if (seconds < 1) return `${Math.round(seconds * 1000)} ms`;
  if (seconds < 120) return `${Math.round(seconds)} s`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`;
  return `${Math.round(seconds / 3600)} h`;
}
