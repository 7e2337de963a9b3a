import { describe, expect, test } from "vitest";
import { chance } from "../../../testing/chance";
import { type Recording, recorded, stateAt, stepsAt, type Told } from "./replay";
import { agent, connection, effect, hold } from "./testing";
import { madeAt } from "./times";
import { viewOf } from "./view";

const START = Date.parse("2026-11-29T10:00:00.000Z");
const time = (ms: number) => new Date(START + ms).toISOString();

function told(more: Partial<Told> = {}): Told {
  return {
    run: { id: "run_1", agent: "agt_1", created_at: time(-50), started_at: time(0), ended_at: time(1000) },
    effects: [],
    holds: [],
    steps: [],
    agents: [agent("agt_1", "campaigner"), agent("agt_2", "trader")],
    connections: [connection("main", "x"), connection("idle", "x")],
    cut: false,
    ...more,
  };
}

const act = (
  id: string,
  state: "LANDED" | "NOT_LANDED" | "UNKNOWN" | "UNDONE",
  sent: number,
  settled: number | null,
) => ({
  ...effect(id, "run_1", "main", state, `/do/0/${id}`),
  dispatched_at: time(sent),
  settled_at: settled === null ? null : time(settled),
  undo_of: null as string | null,
});

const statesAt = (recording: Recording, ms: number) =>
  stateAt(recording, START + ms, 1).effects.map(({ id, state }) => `${id} ${state}`);

test("an effect is meant, sent and landed at its times", () => {
  const recording = recorded(told({ effects: [act("eff_1", "LANDED", 200, 600)] }), START);
  expect(statesAt(recording, 100)).toEqual(["eff_1 INTENDED"]);
  expect(statesAt(recording, 200)).toEqual(["eff_1 DISPATCHED"]);
  expect(statesAt(recording, 600)).toEqual([]);
  expect(stateAt(recording, START + 600, 1).pulses).toMatchObject([{ state: "LANDED", born: START + 600 }]);
  expect(stateAt(recording, START + 100, 1).pulses).toEqual([]);
});

test("one whose fate nobody knows stays unknown to the end", () => {
  const recording = recorded(told({ effects: [act("eff_1", "UNKNOWN", 200, null)] }), START);
  expect(statesAt(recording, 999)).toEqual(["eff_1 UNKNOWN"]);
});

test("one that was taken back had landed before, and was taken back when its undo landed", () => {
  const undo = { ...act("eff_2", "LANDED", 700, 800), undo_of: "eff_1" };
  const recording = recorded(told({ effects: [act("eff_1", "UNDONE", 200, 300), undo] }), START);
  const states = (ms: number) => stateAt(recording, START + ms, 1).pulses.map(({ id }) => id);
  expect(states(350)).toEqual(["eff_1 LANDED"]);
  expect(states(850)).toEqual(["eff_1 UNDONE", "eff_2 LANDED"]);
});

test("a hold is there from its opening until its closing, and one that is open until now", () => {
  const spans = [
    { ...hold("run_1", "main", "x", 2), opened_at: time(100), closed_at: time(300) },
    { ...hold("run_1", "main", "x", 5), opened_at: time(300), closed_at: null },
  ];
  const recording = recorded(told({ holds: spans }), START + 2000);
  const depths = [50, 100, 299, 300, 999].map((ms) => viewOf(stateAt(recording, START + ms, 1)).depth);
  expect(depths).toEqual([0, 2, 2, 5, 5]);
});

test("only what the run had to do with is on its map", () => {
  const recording = recorded(told({ effects: [act("eff_1", "LANDED", 200, 600)] }), START);
  const view = viewOf(stateAt(recording, START, 1));
  expect(view.agents.map(({ name }) => name)).toEqual(["campaigner"]);
  expect(view.systems.map(({ label }) => label)).toEqual(["@main"]);
});

test("who is on the map is the same at each moment, so that nothing moves", () => {
  const effects = ["main", "other", "third"].map((name, at) => ({
    ...act(`eff_${at}`, "LANDED", 100 * at, 100 * at + 50),
    system: `sys_${name}`,
  }));
  const recording = recorded(told({ effects }), START);
  const seen = [0, 120, 400, 1000].map((ms) => viewOf(stateAt(recording, START + ms, 1)).systems.map(({ id }) => id));
  expect(new Set(seen.map((ids) => ids.join())).size).toBe(1);
});

test("the tasks that are under way are told, the innermost last", () => {
  const step = (name: string, position: string, from: number, to: number | null) => ({
    name,
    position,
    started_at: time(from),
    ended_at: to === null ? time(1000) : time(to),
  });
  const steps = [
    step("post", "/do/2/publish/fork/branches/0/post", 200, 400),
    step("publish", "/do/2/publish", 100, 500),
  ];
  const recording = recorded(told({ steps }), START);
  expect(stepsAt(recording, START + 300)).toEqual(["publish", "post"]);
  expect(stepsAt(recording, START + 450)).toEqual(["publish"]);
  expect(stepsAt(recording, START + 500)).toEqual([]);
});

describe("a swarm", () => {
  const members = Array.from({ length: 50 }, (_, at) => ({
    ...act(`eff_${at}`, "LANDED", 100 + at, 300 + at),
    position: "/do/0/caption",
    system: "sys_pool",
  }));
  const recording = recorded(told({ effects: members }), START);
  const swarmAt = (ms: number) =>
    viewOf(stateAt(recording, START + ms, 1)).systems.find(({ id }) => id === "sys_pool")?.swarm;

  test("is one node with a count at each moment, and no pulse for each call", () => {
    expect(swarmAt(200)).toEqual({ inFlight: 50, answered: 0, more: false });
    expect(swarmAt(310)).toEqual({ inFlight: 39, answered: 11, more: false });
    expect(swarmAt(999)).toEqual({ inFlight: 0, answered: 50, more: false });
    expect(stateAt(recording, START + 310, 1).pulses).toEqual([]);
  });
});

test.each([1, 2, 3, 4, 5])("at no moment is an effect in two states or lost, seed %i", (seed) => {
  const random = chance(seed);
  const fates = ["LANDED", "NOT_LANDED", "UNKNOWN"] as const;
  const effects = Array.from({ length: 40 }, (_, at) => {
    const state = fates[Math.floor(random() * 3)] ?? "LANDED";
    const sent = Math.floor(random() * 800);
    return act(`eff_${at}`, state, sent, state === "UNKNOWN" ? null : sent + Math.floor(random() * 200));
  });
  const recording = recorded(told({ effects }), START);
  for (let ms = 0; ms <= 1000; ms += 10) {
    const { effects: open } = stateAt(recording, START + ms, 1);
    const settled = effects.filter(({ settled_at: at }) => at !== null && Date.parse(at) <= START + ms).length;
    expect(new Set(open.map(({ id }) => id)).size).toBe(open.length);
    expect(open.length + settled).toBe(effects.length);
  }
});

test("a run that did nothing can be played too", () => {
  const recording = recorded(told({ run: { ...told().run, ended_at: null } }), START + 500);
  expect([recording.from, recording.to]).toEqual([START, START + 500]);
  expect(stateAt(recording, START, 1)).toMatchObject({ holds: [], effects: [], pulses: [] });
});

test("an identifier tells when it was made", () => {
  // the specification's example, of the UUID 0188bac7-4afa-78aa-bc3b-bd1eef28d881
  expect(madeAt("run_01h2xcejqtf2nbrexx3vqjhp41")).toBe(0x0188bac74afa);
  expect(madeAt("run_1")).toBeNull();
  expect(madeAt("run_01h2xcejqUf2nbrexx3vqjhp41")).toBeNull();
});
