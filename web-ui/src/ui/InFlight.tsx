import { Alert } from "@mantine/core";
import type { Effect } from "../lib/effects";
import { Row, Rows } from "./Rows";
import { RunLink } from "./RunLink";
import { StateWord } from "./StateWord";
import { Time } from "./Time";

const COLORS: Record<Effect["state"], string> = {
  INTENDED: "gray",
  DISPATCHED: "yellow",
  LANDED: "green",
  NOT_LANDED: "gray",
  UNKNOWN: "orange",
  UNDONE: "grape",
  ABANDONED: "gray",
};

type Props = {
  /** What was in flight when it was paused. */
  ids: string[];
  /** What is known of them by now. */
  effects: Effect[] | undefined;
  onClose: () => void;
};

/** What had been sent when the kill switch was pulled, and what became of it since. */
export function InFlight({ ids, effects, onClose }: Props) {
  const more = ids.length - (effects?.length ?? 0);
  return (
    <Alert
      color="yellow"
      role="status"
      title={ids.length === 0 ? "Paused; nothing was in flight" : `Paused; in flight: ${ids.length}`}
      withCloseButton
      closeButtonLabel="Dismiss"
      onClose={onClose}
    >
      {ids.length === 0
        ? "Nothing new is sent. Whatever had been sent before is known to have landed or not."
        : "Nothing new is sent. These had been sent already; what became of each will be proven, and shows here."}
      {effects && effects.length > 0 && (
        <Rows label="In flight">
          {effects.map((one) => (
            <Row
              key={one.id}
              title={
                <>
                  {one.action} <StateWord word={one.state.toLowerCase().replace("_", " ")} color={COLORS[one.state]} />
                </>
              }
              under={
                <>
                  by <RunLink id={one.run} />
                  {one.reason && ` · ${one.reason}`}
                </>
              }
              side={one.dispatched_at && <Time at={one.dispatched_at} />}
            />
          ))}
        </Rows>
      )}
      {effects && more > 0 && <p>And {more} more.</p>}
    </Alert>
  );
}
