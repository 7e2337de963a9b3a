import { Badge } from "@mantine/core";
import type { Step } from "./api";
import type { Approval } from "./approvals";
import type { Effect, EffectState } from "./effects";
import type { RunState } from "./filter";

const RUNS: Record<RunState, string> = {
  QUEUED: "gray",
  RUNNING: "brand",
  WAITING: "yellow",
  NEEDS_ATTENTION: "orange",
  SUCCEEDED: "green",
  COMPENSATED: "grape",
  FAILED: "red",
  CANCELLED: "gray",
};

const EFFECTS: Record<EffectState, string> = {
  INTENDED: "gray",
  DISPATCHED: "brand",
  LANDED: "green",
  NOT_LANDED: "red",
  UNKNOWN: "orange",
  UNDONE: "grape",
  ABANDONED: "gray",
};

const APPROVALS: Record<Approval["state"], string> = {
  PENDING: "yellow",
  APPROVED: "green",
  REJECTED: "red",
  EXPIRED: "gray",
  WITHDRAWN: "gray",
};

const STEPS: Record<Step["state"], string> = { completed: "green", faulted: "red", cancelled: "gray" };

export const RunBadge = ({ state }: { state: RunState }) => <Word color={RUNS[state]} word={state} />;
export const EffectBadge = ({ one }: { one: Effect }) => <Word color={EFFECTS[one.state]} word={one.state} />;
export const ApprovalBadge = ({ one }: { one: Approval }) => <Word color={APPROVALS[one.state]} word={one.state} />;
export const StepBadge = ({ one }: { one: Step }) => <Word color={STEPS[one.state]} word={one.state} />;

/** As people write it. */
export const worded = (state: string): string => state.toLowerCase().replaceAll("_", " ");

function Word({ color, word }: { color: string; word: string }) {
  return (
    <Badge color={color} variant="light" radius="sm">
      {worded(word)}
    </Badge>
  );
}
