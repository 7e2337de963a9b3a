import type { TenantEvent } from "@ganglion/client";
import { expect, test } from "vitest";
import { attentionNow, now, sumOf } from "./live";
import { fold, type LiveState, NOTHING } from "./state";
import { approvalEvent, connection, effect, effectEvent, hold, runEvent, snapshot } from "./testing";

const begun = snapshot({
  asOf: 10,
  runs: [
    { id: "run_1", agent: "agt_1", state: "RUNNING" },
    { id: "run_2", agent: "agt_2", state: "RUNNING" },
  ],
  holds: [hold("run_1", "a", "x"), hold("run_2", "a", "x")],
  effects: [effect("eff_1", "run_1", "a", "DISPATCHED"), effect("eff_2", "run_1", "a", "UNKNOWN")],
  approvals: ["apr_1"],
  connections: [connection("a", "x", "reauthorize")],
});

const after = (...events: TenantEvent[]) => fold({ ...NOTHING, snapshot: begun }, { kind: "events", events });

const states = (state: LiveState) => now(state)?.effects.map(({ id, state: is }) => `${id} ${is}`);

test("an effect that was told to have landed is under way no more, and is a pulse", () => {
  const state = after(effectEvent(11, "LANDED", "eff_1", "run_1", "a"));
  expect(states(state)).toEqual(["eff_2 UNKNOWN"]);
  expect(now(state)?.pulses).toEqual([
    { id: "11", run: "run_1", system: "sys_a", connector: "x", state: "LANDED", born: null },
  ]);
});

test("an effect that nobody asked for and whose fate nobody knows is seen as soon as it is told", () => {
  const state = after(effectEvent(11, "UNKNOWN", "eff_9", "run_2", "b"));
  expect(states(state)).toEqual(["eff_1 DISPATCHED", "eff_2 UNKNOWN", "eff_9 UNKNOWN"]);
  expect(attentionNow(state).unknown).toBe(2);
});

test("what was told before the snapshot was asked for is in it", () => {
  const state = after(effectEvent(9, "NOT_LANDED", "eff_1", "run_1", "a"));
  expect(states(state)).toEqual(["eff_1 DISPATCHED", "eff_2 UNKNOWN"]);
});

test("a run that has ended holds nothing from then on", () => {
  const state = after(runEvent(12, "SUCCEEDED", "run_1", "agt_1"));
  expect(now(state)?.holds.map(({ run }) => run)).toEqual(["run_2"]);
});

test("a run that goes on after the one that started it holds what it holds", () => {
  const family = snapshot({
    runs: [
      { id: "run_1", agent: "agt_1", state: "SUCCEEDED" },
      { id: "run_2", agent: "agt_2", state: "WAITING" },
    ],
    holds: [hold("run_1", "a", "x", 1, "run_2"), hold("run_1", "b", "x")],
  });
  const state = fold(NOTHING, { kind: "snapshot", snapshot: family });
  expect(now(state)?.holds.map(({ member }) => member)).toEqual(["run_2"]);
});

test("whose a run is stays known after it has left the lists", () => {
  const state = fold(after(runEvent(12, "SUCCEEDED", "run_3", "agt_3")), {
    kind: "snapshot",
    snapshot: snapshot({ number: 2, asOf: 12 }),
  });
  expect(now(state)?.agentOf.get("run_3")).toBe("agt_3");
});

test("what needs attention is counted, and what was decided is not", () => {
  expect(sumOf(attentionNow(after()))).toBe(3);
  const state = after(
    approvalEvent(11, "PENDING", "apr_2"),
    approvalEvent(12, "APPROVED", "apr_1"),
    runEvent(13, "NEEDS_ATTENTION", "run_2", "agt_2"),
  );
  expect(attentionNow(state)).toEqual({ unknown: 1, runs: 1, approvals: 1, connections: 1 });
});

test("a run that needed attention and is in no list any more needs none", () => {
  const state = fold(after(runEvent(11, "NEEDS_ATTENTION", "run_2", "agt_2")), {
    kind: "snapshot",
    snapshot: snapshot({ number: 2, asOf: 11 }),
  });
  expect(attentionNow(state).runs).toBe(0);
});
