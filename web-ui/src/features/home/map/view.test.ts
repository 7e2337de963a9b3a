import { expect, test } from "vitest";
import { chance, shuffled } from "../../../testing/chance";
import { folded } from "./fold";
import { agent, connection, effect, facts, hold } from "./testing";
import { NOBODY, viewOf } from "./view";
import { aboutAgent, aboutSystem } from "./words";

const ACME = facts({
  agents: [agent("agt_1", "campaigner"), agent("agt_2", "trader")],
  connections: [connection("main", "x"), connection("shop", "x"), connection("book", "binance")],
  agentOf: new Map([
    ["run_1", "agt_1"],
    ["run_2", "agt_1"],
    ["run_3", null],
  ]),
});

test("a line is as wide as all that an agent's runs hold of a system", () => {
  const view = viewOf({ ...ACME, holds: [hold("run_1", "main", "x", 3), hold("run_2", "main", "x")] });
  expect(view.lines).toMatchObject([{ agent: "agt_1", system: "sys_main", weight: 4, runs: 2 }]);
  expect(view.systems.find(({ id }) => id === "sys_main")).toMatchObject({ weight: 4, label: "@main" });
  expect(view.agents.find(({ id }) => id === "agt_1")).toMatchObject({ depth: 4 });
});

test("depth is the weight of all holds, and ten accounts on one platform are a breadth of one", () => {
  const ten = Array.from({ length: 10 }, (_, at) => hold("run_1", `a${at}`, "x"));
  expect(viewOf({ ...ACME, holds: ten })).toMatchObject({ depth: 10, breadth: 1 });
  expect(viewOf({ ...ACME, holds: [...ten, hold("run_1", "book", "binance")] })).toMatchObject({
    depth: 11,
    breadth: 2,
  });
});

test("two credentials for one account are one system", () => {
  const twice = { ...connection("spare", "x"), system: "sys_main" };
  expect(viewOf({ ...ACME, connections: [...ACME.connections, twice] }).systems).toHaveLength(3);
});

test("a part of a run that another agent does is that agent's", () => {
  const agentOf = new Map([...ACME.agentOf, ["run_9", "agt_2"]]);
  const view = viewOf({ ...ACME, agentOf, holds: [hold("run_1", "main", "x", 1, "run_9")] });
  expect(view.lines[0]?.agent).toBe("agt_2");
});

test("runs without an agent, and agents that are gone, are there while they do something", () => {
  const gone = new Map([...ACME.agentOf, ["run_4", "agt_4"]]);
  const view = viewOf({ ...ACME, agentOf: gone, holds: [hold("run_3", "main", "x"), hold("run_4", "shop", "x")] });
  expect(view.agents.map(({ id, name }) => `${id} ${name}`)).toEqual([
    "agt_1 campaigner",
    "agt_2 trader",
    "agt_4 An agent",
    `${NOBODY} No agent`,
  ]);
});

test("an effect whose fate is unknown is trouble for its system until it is known", () => {
  const view = viewOf({ ...ACME, effects: [effect("eff_1", "run_1", "main", "UNKNOWN")] });
  const system = view.systems.find(({ id }) => id === "sys_main");
  expect(system?.trouble).toBe("unknown");
  expect(system && aboutSystem(system, view)).toBe(
    "x @main: held by nobody, 1 unknown, nobody knows what became of an effect",
  );
  expect(viewOf(ACME).systems.every(({ trouble }) => trouble === null)).toBe(true);
});

test("a thousand models are one node with a count", () => {
  const calls = Array.from({ length: 1000 }, (_, at) =>
    effect(`eff_${at}`, "run_1", "pool", "DISPATCHED", "/do/0/ask"),
  );
  const view = viewOf({ ...ACME, holds: [hold("run_1", "pool", "model", 10)], effects: calls });
  expect(view.systems).toHaveLength(4);
  expect(view.systems.find(({ id }) => id === "sys_pool")).toMatchObject({
    weight: 10,
    swarm: { inFlight: 1000, answered: 0, more: false },
  });
  expect(view.lines).toMatchObject([{ weight: 10, under: { DISPATCHED: 0 } }]);
});

test("a few effects of one visit are no swarm", () => {
  const few = Array.from({ length: 3 }, (_, at) => effect(`eff_${at}`, "run_1", "main", "DISPATCHED"));
  const view = viewOf({ ...ACME, effects: few });
  expect(view.systems.every(({ swarm }) => swarm === null)).toBe(true);
  expect(view.lines[0]?.under).toEqual({ INTENDED: 0, DISPATCHED: 3, UNKNOWN: 0 });
});

test("the order that facts come in changes nothing", () => {
  const busy = {
    ...ACME,
    holds: [hold("run_1", "main", "x"), hold("run_2", "book", "binance"), hold("run_3", "shop", "x")],
    effects: [effect("eff_1", "run_1", "main", "INTENDED"), effect("eff_2", "run_2", "book", "UNKNOWN")],
  };
  for (let seed = 1; seed <= 20; seed++) {
    const random = chance(seed);
    const mixed = {
      ...busy,
      agents: shuffled(busy.agents, random),
      connections: shuffled(busy.connections, random),
      holds: shuffled(busy.holds, random),
      effects: shuffled(busy.effects, random),
    };
    expect(viewOf(mixed), `seed ${seed}`).toEqual(viewOf(busy));
  }
});

test("an agent is told in a sentence", () => {
  const [campaigner] = viewOf({ ...ACME, agents: [agent("agt_1", "campaigner", true)] }).agents;
  expect(campaigner && aboutAgent(campaigner)).toBe("Agent campaigner: holds nothing, is paused");
});

test("where there are too many, the largest platform's systems and the last agents are one node each, and nothing is lost", () => {
  const holds = Array.from({ length: 30 }, (_, at) => hold(`run_${at}`, `a${at}`, at < 25 ? "x" : "evm"));
  const agentOf = new Map(holds.map(({ run }, at) => [run, `agt_${String(at).padStart(2, "0")}`]));
  const effects = [effect("eff_1", "run_29", "a1", "UNKNOWN")];
  const pulses = [{ id: "1", run: "run_29", system: "sys_a1", connector: "x", state: "LANDED" as const, born: null }];
  const view = viewOf(facts({ holds, agentOf, effects, pulses }));
  const small = folded(view, { agents: 4, systems: 10 });
  expect(small.agents.map(({ name, stands }) => `${name} ${stands}`).at(-1)).toBe("27 more agents 27");
  expect(small.systems.map(({ label }) => label)).toContain("25 × x");
  expect(small.systems).toHaveLength(6);
  expect(small.agents).toHaveLength(4);
  const weights = small.lines.reduce((sum, { weight }) => sum + weight, 0);
  expect([weights, small.depth]).toEqual([30, 30]);
  expect(small.lines.reduce((sum, { under }) => sum + under.UNKNOWN, 0)).toBe(1);
  expect(small.lines.some(({ id }) => id === small.pulses[0]?.line)).toBe(true);
  expect(folded(view, { agents: 30, systems: 30 })).toBe(view);
});
