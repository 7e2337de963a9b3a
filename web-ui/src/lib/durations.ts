const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Units from the largest; a duration is told by the two that matter. */
const UNITS = [
  { ms: DAY, name: "d" },
  { ms: HOUR, name: "h" },
  { ms: MINUTE, name: "min" },
  { ms: SECOND, name: "s" },
] as const;

/** As people say it: 840 ms, 3.2 s, 4 min 10 s, 6 h, 2 d 4 h. */
export function lasting(ms: number): string {
  const whole = Math.max(0, Math.round(ms));
  if (whole < SECOND) return `${whole} ms`;
  if (whole < 10 * SECOND) return `${Math.floor(whole / 100) / 10} s`;
  const at = UNITS.findIndex((unit) => whole >= unit.ms);
  const [large, small] = [UNITS[at], UNITS[at + 1]];
  if (!large) return `${whole} ms`;
  const rest = small ? Math.floor((whole % large.ms) / small.ms) : 0;
  return `${Math.floor(whole / large.ms)} ${large.name}${small && rest > 0 ? ` ${rest} ${small.name}` : ""}`;
}

/** From one moment to another. */
export const between = (from: string, to: string): string => lasting(Date.parse(to) - Date.parse(from));

const ISO = /^P(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?$/;

/** An ISO 8601 duration in days, hours, minutes and seconds, such as PT1H30M, as people say it; itself if it is none. */
export function inWords(iso: string): string {
  const found = ISO.exec(iso);
  if (!found || iso.length < 3) return iso;
  const [days, hours, minutes, seconds] = found.slice(1).map((part) => Number(part ?? 0));
  return lasting((days ?? 0) * DAY + (hours ?? 0) * HOUR + (minutes ?? 0) * MINUTE + (seconds ?? 0) * SECOND);
}
