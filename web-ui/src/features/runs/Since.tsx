import { lasting } from "../../lib/durations";

/** A moment as the time since a run was accepted; by itself when pointed at. */
export function Since({ start, at }: { start: string; at: string }) {
  return (
    <time dateTime={at} title={`${at.replace("T", " ").replace("Z", "")} UTC`}>
      +{lasting(Date.parse(at) - Date.parse(start))}
    </time>
  );
}
