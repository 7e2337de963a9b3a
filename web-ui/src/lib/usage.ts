/** A CU-hour is a weight of one that is held for an hour. */
const CU_HOUR_MS = 3_600_000;

/** Depth-milliseconds in CU-hours, rounded down to a hundredth, as bills do. */
export function cuHours(depthMs: number): string {
  return `${(Math.floor(depthMs / (CU_HOUR_MS / 100)) / 100).toLocaleString(undefined, { minimumFractionDigits: 2 })} CUh`;
}

/** The same, for a chart's scale. */
export const inCuHours = (depthMs: number): number => depthMs / CU_HOUR_MS;
