const LOCAL = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: "medium" });

/** A moment in the reader's time zone; in UTC when pointed at. */
export function Time({ at, day }: { at: string; day?: boolean }) {
  const moment = new Date(at);
  return (
    <time dateTime={at} title={`${moment.toISOString().replace("T", " ").slice(0, 19)} UTC`}>
      {(day ? DAY : LOCAL).format(moment)}
    </time>
  );
}
