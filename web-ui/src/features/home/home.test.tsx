import { fireEvent, screen, within } from "@testing-library/react";
import { http } from "msw";
import { expect, test } from "vitest";
import { findings } from "../../testing/axe";
import { at, mapOf, type Sent, stream } from "../../testing/home";
import { answers, page, refuses, server } from "../../testing/server";
import { show } from "../../testing/show";
import { connection, effect, hold } from "./map/testing";

const AT = (ms: number) => new Date(Date.parse("2026-11-29T10:00:00.000Z") + ms).toISOString();

const run = (id: string, state: string, more: object = {}) => ({
  id,
  state,
  workflow: "wfl_1",
  version: "1.0.0",
  agent: "agt_1",
  parent: null,
  depth_peak: 2,
  created_at: AT(0),
  started_at: AT(0),
  ended_at: state === "RUNNING" ? null : AT(1000),
  ...more,
});

const CAMPAIGNER = { id: "agt_1", name: "campaigner", paused_at: null };
const ACCOUNTS = [connection("main", "x"), connection("book", "binance"), connection("idle", "evm")];
const ACME = mapOf({
  agents: [CAMPAIGNER],
  connections: ACCOUNTS,
  runs: [{ id: "run_1", agent: "agt_1", state: "RUNNING" }],
  holds: [hold("run_1", "main", "x", 1), hold("run_1", "book", "binance", 3)],
  effects: [effect("eff_1", "run_1", "main", "DISPATCHED")],
  capacity: { k: 25, ceiling: 25, used: 4, waiting: 0 },
});

/** A tenant whose campaigner holds two accounts, one effect on its way. */
function acme() {
  server.use(
    answers("get", "/me", at("owner")),
    answers("get", "/runs", page(run("run_1", "RUNNING"))),
    answers("get", "/agents", page(CAMPAIGNER)),
    answers("get", "/connections", page(...ACCOUNTS.map((one) => ({ ...one, environment: "production" })))),
    answers("get", "/map", ACME),
  );
}

const figure = async (name: string) =>
  (await screen.findByText(name, { selector: "dt" })).closest("div")?.querySelector("dd")?.textContent;

test("the map says who holds what, in figures, in words and as a table", async () => {
  acme();
  const { hands } = show("/");
  const map = await screen.findByRole("group", { name: /^Coordination map: 1 agent, 3 systems, depth 4, breadth 2/ });
  expect(await figure("Depth")).toContain("4");
  expect(await figure("Capacity used")).toContain("4 of 25");
  expect(await figure("Needs attention")).toContain("nothing");
  expect(within(map).getByRole("button", { name: "Agent campaigner: holds 4 systems by weight" })).toBeInTheDocument();
  expect(
    within(map).getByRole("button", { name: "x @main: held by campaigner with weight 1, 1 dispatched" }),
  ).toBeInTheDocument();
  expect(within(map).getByRole("button", { name: "evm @idle: held by nobody" })).toBeInTheDocument();
  await hands.click(screen.getByText("As a table"));
  const table = await screen.findByRole("table", { name: /^Systems, who holds them/ });
  expect(within(table).getByRole("row", { name: "binance @book campaigner 3" })).toBeInTheDocument();
  expect(within(table).getByRole("row", { name: "Breadth 2 Depth 4" })).toBeInTheDocument();
  expect(await findings()).toEqual([]);
});

test("what happens is told by the stream, without asking again", async () => {
  acme();
  let send: ((event: Sent) => void) | undefined;
  server.use(
    http.get("*/api/v1/events/stream", () =>
      stream((sends) => {
        send = sends;
      }),
    ),
  );
  show("/");
  await screen.findByRole("button", { name: /^x @main: held by campaigner with weight 1, 1 dispatched/ });
  await expect.poll(() => send).toBeDefined();
  const about = { run: "run_1", effect: "eff_1", position: "/do/0/post", function: "x.createPost", system: "sys_main" };
  send?.({ id: 41, type: "effect.unknown", data: { ...about, phase: "do", state: "UNKNOWN" } });
  expect(await screen.findByRole("button", { name: /^x @main: .*1 unknown, nobody knows/ })).toBeInTheDocument();
  await expect.poll(() => figure("Needs attention")).toContain("1 effect unknown");
});

test("one stop of the Tab key leads to the map, arrow keys from node to node, and each says what it is", async () => {
  acme();
  const { hands } = show("/");
  const agent = await screen.findByRole("button", { name: /^Agent campaigner/ });
  expect(screen.getAllByRole("button", { name: /held by/ }).every((it) => it.tabIndex === -1)).toBe(true);
  agent.focus();
  await hands.keyboard("{ArrowRight}");
  const system = screen.getByRole("button", { name: /^binance @book/ });
  expect(system).toHaveFocus();
  expect(system).toHaveAttribute("aria-pressed", "true");
  expect(screen.getByText("binance @book: held by campaigner with weight 3")).toBeInTheDocument();
  await hands.keyboard("{End}");
  expect(screen.getByRole("button", { name: /^x @main/ })).toHaveFocus();
  await hands.keyboard("{Escape}");
  expect(screen.getByText(/^Choose a node/)).toBeInTheDocument();
});

test("a run is played again: the map is what it was at each moment", async () => {
  acme();
  const post = effect("eff_1", "run_1", "main", "LANDED");
  server.use(
    answers("get", "/runs", page(run("run_1", "SUCCEEDED"))),
    answers("get", "/runs/run_1", run("run_1", "SUCCEEDED")),
    answers(
      "get",
      "/runs/run_1/effects",
      page({ ...post, dispatched_at: AT(400), settled_at: AT(900), undo_of: null }),
    ),
    answers(
      "get",
      "/runs/run_1/steps",
      page({ name: "post", position: "/do/0/post", state: "completed", started_at: AT(300), ended_at: AT(950) }),
    ),
    answers("get", "/map", { ...ACME, holds: [], effects: [] }),
    answers("get", "/holds", page({ ...hold("run_1", "main", "x", 2), opened_at: AT(400), closed_at: AT(1000) })),
  );
  const { hands } = show("/");
  await hands.click(await screen.findByRole("radio", { name: "Replay" }));
  const slider = await screen.findByRole("slider", { name: "Moment of the run" });
  expect(screen.getByText("1.00 s of 1.00 s")).toBeInTheDocument();
  fireEvent.change(slider, { target: { value: "500" } });
  expect(slider).toHaveAttribute("aria-valuetext", "0.50 s of 1.00 s");
  expect(screen.getByText("0.50 s of 1.00 s · post")).toBeInTheDocument();
  expect(
    screen.getByRole("button", { name: "x @main: held by campaigner with weight 2, 1 dispatched" }),
  ).toBeInTheDocument();
  fireEvent.change(slider, { target: { value: "100" } });
  expect(screen.getByRole("button", { name: "x @main: held by nobody, 1 intended" })).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Play" })).toBeInTheDocument();
  expect(await findings()).toEqual([]);
});

test("where there are no runs, replay says how one comes", async () => {
  server.use(answers("get", "/me", at("viewer")), answers("get", "/runs", page()));
  const { hands } = show("/");
  await hands.click(await screen.findByRole("radio", { name: "Replay" }));
  expect(await screen.findByText("There is nothing to replay yet")).toBeInTheDocument();
});

test("a map without anybody teaches what appears on it", async () => {
  server.use(answers("get", "/me", at("viewer")), answers("get", "/runs", page()));
  show("/");
  expect(await screen.findByText("Nobody acts on anything yet")).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Start your first run" })).not.toBeInTheDocument();
  expect(await findings()).toEqual([]);
});

test("a map that can't be asked for says why, and is asked for again", async () => {
  acme();
  server.use(refuses("get", "/map", 503, "overloaded", "Try again in a second."));
  const { hands } = show("/");
  const map = within(await screen.findByRole("region", { name: "Coordination map" }));
  expect(await map.findByText("Try again in a second.")).toBeInTheDocument();
  server.use(answers("get", "/map", { ...ACME, holds: [] }));
  await hands.click(map.getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("group", { name: /^Coordination map: .*depth 0/ })).toBeInTheDocument();
});
