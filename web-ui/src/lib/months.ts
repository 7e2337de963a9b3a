const MONTH = new Intl.DateTimeFormat(undefined, { month: "long", year: "numeric", timeZone: "UTC" });
const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeZone: "UTC" });
const MINUTE = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });
const DAY_MS = 86_400_000;

/** Months of bills are UTC's: 2026-11. */
export const monthOf = (at: Date): string => at.toISOString().slice(0, 7);

export const isMonth = (text: unknown): text is string =>
  typeof text === "string" && /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

/** The month that many months later; before, if below zero. */
export function monthsLater(month: string, months: number): string {
  const start = new Date(startOf(month));
  start.setUTCMonth(start.getUTCMonth() + months);
  return monthOf(start);
}

/** When a month begins. */
export const startOf = (month: string): string => `${month}-01T00:00:00Z`;

/** When each of its days begins. */
export function daysOf(month: string): string[] {
  const days: string[] = [];
  const end = Date.parse(startOf(monthsLater(month, 1)));
  for (let at = Date.parse(startOf(month)); at < end; at += DAY_MS) days.push(new Date(at).toISOString());
  return days;
}

/** As people write it: November 2026. */
export const monthName = (month: string): string => MONTH.format(new Date(startOf(month)));

/** A moment of a bill: its day where it is midnight, both in UTC. */
export function utc(at: string): string {
  const moment = new Date(at);
  return moment.getTime() % DAY_MS === 0 ? DAY.format(moment) : `${MINUTE.format(moment)} UTC`;
}
