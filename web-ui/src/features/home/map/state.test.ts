import type { TenantEvent } from "@ganglion/client";
import { describe, expect, test } from "vitest";
import { chance, shuffled } from "../../../testing/chance";
import { attentionNow, now } from "./live";
import { fold, KEPT, type LiveState, type News, NOTHING, newest } from "./state";
import { approvalEvent, effectEvent, otherEvent, runEvent, snapshot } from "./testing";

const all = (news: readonly News[], from: LiveState = NOTHING) => news.reduce(fold, from);
const events = (...told: TenantEvent[]): News => ({ kind: "events", events: told });

/** A tenant's events, by chance. */
function story(random: () => number, length: number): TenantEvent[] {
  const states = ["LANDED", "NOT_LANDED", "UNKNOWN", "UNDONE"] as const;
  const one = (many: number) => Math.floor(random() * many);
  return Array.from({ length }, (_, at) => {
    const seq = at + 1;
    switch (one(4)) {
      case 0:
        return runEvent(seq, ["SUCCEEDED", "NEEDS_ATTENTION"][one(2)] ?? "FAILED", `run_${one(5)}`, `agt_${one(2)}`);
      case 1:
        return approvalEvent(seq, ["PENDING", "APPROVED"][one(2)] ?? "EXPIRED", `apr_${one(5)}`);
      case 2:
        return otherEvent(seq);
      default:
        return effectEvent(seq, states[one(4)] ?? "LANDED", `eff_${one(9)}`, `run_${one(5)}`, `s${one(4)}`);
    }
  });
}

describe.each(Array.from({ length: 25 }, (_, at) => 1000 + at))("with seed %i", (seed) => {
  test("neither the order nor the repetition of events and snapshots matters", () => {
    const random = chance(seed);
    const told = story(random, 80);
    const snapshots = [1, 2, 3].map(
      (number): News => ({ kind: "snapshot", snapshot: snapshot({ number, asOf: number * 20 }) }),
    );
    const inOrder = all([...told.map((one) => events(one)), ...snapshots]);
    const news = [...told, ...told.filter(() => random() < 0.5)].map((one) => events(one));
    const mixed = all(shuffled([...news, ...snapshots, ...snapshots.slice(0, 2)], random));
    expect(mixed).toEqual(inOrder);
    expect(now(mixed)).toEqual(now(inOrder));
    expect(attentionNow(mixed)).toEqual(attentionNow(inOrder));
  });

  test("many at once are the same as one after the other, and memory is bounded", () => {
    const random = chance(seed);
    const told = story(random, 3 * KEPT);
    const together = all([events(...shuffled(told, random))]);
    expect(together).toEqual(all(told.map((one) => events(one))));
    expect(together.log.length).toBeLessThanOrEqual(KEPT);
    expect(newest(together)).toBe(Number(told.findLast(({ type }) => !type.startsWith("invoice"))?.id));
    expect(together.log.map(({ seq }) => seq)).toEqual(together.log.map(({ seq }) => seq).sort((a, b) => a - b));
  });
});

test("what a map doesn't show is not kept, nor what has no place in the stream", () => {
  expect(all([events(otherEvent(7))])).toBe(NOTHING);
  expect(all([events({ ...runEvent(1, "FAILED", "run_1"), id: "" })])).toBe(NOTHING);
});

test("a snapshot that was asked for earlier and comes later is not taken", () => {
  const late: News = { kind: "snapshot", snapshot: snapshot({ number: 1, cut: true }) };
  const state = all([{ kind: "snapshot", snapshot: snapshot({ number: 2 }) }, late]);
  expect(state.snapshot?.number).toBe(2);
  expect(state.snapshot?.cut).toBe(false);
});
