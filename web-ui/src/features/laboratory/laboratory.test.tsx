import { screen, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { beforeEach, expect, test } from "vitest";
import { findings } from "../../testing/axe";
import { answers, me, page, server } from "../../testing/server";
import { show } from "../../testing/show";
import type { Scenario, Standing, Trial } from "./api";

const scenario: Scenario = {
  name: "lost-answer",
  version: 1,
  title: "A lost answer",
  about: "The post is taken, and the connection breaks before X says so.",
  depth: 1,
  parts: { x: "x" },
  input: ["text"],
  faults: [{ part: "x", kind: "reset_after", method: "POST", odds: 1, chance: 1, least: 1, most: 1 }],
  goals: ["the text stands once"],
  invariants: ["nothing else is said"],
  approval: false,
  par_attempts: 1,
  max_attempts: 8,
  par_spend_micros: 1000,
  max_spend_micros: 8000,
  limit_seconds: 90,
  workflow: "document: {dsl: '1.0.3'}",
};
const trial: Trial = {
  id: "trl_1",
  kind: "workflow",
  scenario: "lost-answer",
  version: 1,
  seed: 7,
  workflow: "wfl_1",
  agent: "agt_1",
  input: {},
  connections: {},
  state: "judged",
  run: "run_1",
  contest: null,
  entrant: null,
  score: 0.9286,
  result: {
    score: { earned: 1, mishaps: 0, effort: 0.0714, spend: 0, total: 0.9286 },
    facts: {
      depth: 1,
      coherent: true,
      goals: 1,
      attained: 0,
      duplicates: 2,
      losses: 1,
      unknowns: 0,
      attempts: 2,
      spend_micros: 1000,
    },
    goals: [{ name: "the text stands once", found: 2, attained: false }],
    invariants: [{ name: "nothing else is said", found: 0, attained: true }],
    journal: {},
    runs: [],
  },
  reason: null,
  created_at: "2026-11-02T00:00:00.000Z",
  started_at: null,
  deadline: null,
  ended_at: null,
};
const standing: Standing = {
  name: "demo/post 1.0.0",
  workflow: "wfl_1",
  mean: 0.9286,
  low: 0.9,
  high: 0.95,
  judged: 4,
  trials: 5,
  failed: 0,
};

beforeEach(() => {
  server.use(
    answers("get", "/me", me("operator")),
    answers("get", "/lab/scenarios", page(scenario)),
    answers("get", "/lab/trials", page(trial)),
    answers("get", "/lab/scenarios/lost-answer/leaderboard", page(standing)),
    answers("get", "/workflows", page({ id: "wfl_1", namespace: "demo", name: "post", version: "1.0.0" })),
  );
});

test("scenarios and trials are listed, with what a score is made of", async () => {
  show("/laboratory");
  const scenarios = within(await screen.findByRole("list", { name: "Scenarios" }, { timeout: 25_000 }));
  expect(scenarios.getByRole("link", { name: "A lost answer" })).toHaveAttribute("href", "/laboratory/lost-answer");
  const trials = within(await screen.findByRole("list", { name: "Trials" }));
  expect(trials.getByRole("link", { name: "lost-answer, seed 7" })).toHaveAttribute("href", "/runs/run_1");
  expect(trials.getByText("0.9286")).toBeInTheDocument();
  expect(trials.getByText(/coherent · 0 of 1 goal · depth 1 · 2 duplicates · 1 loss · 2 attempts/)).toBeInTheDocument();
  expect(trials.getByText("Missed: the text stands once")).toBeInTheDocument();
  expect(await findings()).toEqual([]);
});

test("trials of a stored workflow are started, one a seed", async () => {
  const sent: unknown[] = [];
  server.use(
    http.post("*/api/v1/lab/trials", async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json(page(trial), { status: 202 });
    }),
  );
  const { hands } = show("/laboratory/lost-answer");
  expect(await screen.findByText("0.9000 to 0.9500")).toBeInTheDocument();
  expect(screen.getByText("reset after at x")).toBeInTheDocument();
  await hands.click(await screen.findByRole("button", { name: "Start trials" }));
  const dialog = within(await screen.findByRole("dialog"));
  await hands.click(dialog.getByRole("combobox", { name: "Workflow" }));
  await hands.click(await screen.findByRole("option", { name: "demo/post 1.0.0" }));
  expect(await findings()).toEqual([]);
  await hands.click(dialog.getByRole("button", { name: "Start" }));
  await expect.poll(() => sent).toEqual([{ scenario: "lost-answer", seed: 1, seeds: 5, workflow: "wfl_1" }]);
});

test("a viewer starts nothing, and an empty laboratory says what comes first", async () => {
  server.use(answers("get", "/me", me("viewer")), answers("get", "/lab/trials", page()));
  show("/laboratory/lost-answer");
  expect(await screen.findByText("No trials yet")).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Start trials" })).not.toBeInTheDocument();
});
