import { readFileSync } from "node:fs";
import type { Schemas } from "@ganglion/client";
import { screen } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { describe, expect, test } from "vitest";
import { findings } from "../../../testing/axe";
import { at, mapOf } from "../../../testing/home";
import { answers, page, refuses, server } from "../../../testing/server";
import { show } from "../../../testing/show";
import { AGENT, CAMPAIGN, connectionOf, PACE, PLATFORMS } from "./campaign";

type Account = Schemas["ConnectionOnMap"];
type Thing = { id: string; name?: string };

/** A new tenant: names are given once, and a key's repetition is answered as the first time. */
function fresh(connected: readonly string[] = []) {
  const made: string[] = [];
  const connections: object[] = connected.map((platform) => accountOf(platform));
  const agents: Thing[] = [];
  const workflows: Thing[] = [];
  const runs: { id: string; state: string; [member: string]: unknown }[] = [];
  const taken = () =>
    HttpResponse.json({ title: "Taken", status: 409, code: "name_taken", detail: "…" }, { status: 409 });
  const list = (path: string, all: object[]) => http.get(`*/api/v1${path}`, () => HttpResponse.json(page(...all)));
  const keys = new Map<string, object>();
  server.use(
    answers("get", "/me", at("owner")),
    list("/connections", connections),
    list("/agents", agents),
    list("/workflows", workflows),
    list("/runs", runs),
    http.get("*/api/v1/map", () => HttpResponse.json(mapOf({ connections: connections as Account[] }))),
    http.post("*/api/v1/lab/faults", async ({ request }) => {
      const { platform, kind } = (await request.json()) as { platform: string; kind: string };
      made.push(`${kind} ${platform} ${request.headers.get("Idempotency-Key")}`);
      return HttpResponse.json({}, { status: 201 });
    }),
    http.post("*/api/v1/lab/accounts", async ({ request }) => {
      const { platform } = (await request.json()) as { platform: string };
      made.push(`account ${platform} ${request.headers.get("Idempotency-Key")}`);
      const offered = { connector: platform, environment: "lab", credentials: { token: "t" } };
      return HttpResponse.json({ platform, account: "1", connection: offered }, { status: 201 });
    }),
    http.post("*/api/v1/connections", async ({ request }) => {
      const { name, connector } = (await request.json()) as { name: string; connector: string };
      if (connections.some((one) => "name" in one && one.name === name)) return taken();
      made.push(`connection ${name}`);
      connections.push(accountOf(connector));
      return HttpResponse.json(accountOf(connector), { status: 201 });
    }),
    http.post("*/api/v1/agents", async ({ request }) => {
      const { name, connections: uses } = (await request.json()) as { name: string; connections: string[] };
      made.push(`agent ${name} of ${uses.length}`);
      agents.push({ id: "agt_1", name, ...{ paused_at: null } });
      return HttpResponse.json(agents[0], { status: 201 });
    }),
    http.post("*/api/v1/workflows", async ({ request }) => {
      expect(await request.json()).toEqual(CAMPAIGN);
      made.push("workflow");
      workflows.push({ id: "wfl_1", name: "campaign" });
      return HttpResponse.json(workflows[0], { status: 201 });
    }),
    http.post("*/api/v1/runs", async ({ request }) => {
      const key = request.headers.get("Idempotency-Key") ?? "";
      const started = keys.get(key) ?? runOf("RUNNING");
      if (!keys.has(key)) {
        made.push(`run ${key}`);
        keys.set(key, started);
        runs.push(runOf("RUNNING"));
      }
      return HttpResponse.json(started, { status: 202 });
    }),
  );
  return { made, connections, agents, runs };
}

const accountOf = (platform: string) => ({
  id: `con_${platform}`,
  name: `lab-${platform}`,
  connector: platform,
  environment: "lab",
  label: "lab1",
  system: `sys_${platform}`,
  status: "active",
});

const runOf = (state: string) => ({
  id: "run_1",
  state,
  workflow: "wfl_1",
  version: "1.0.0",
  agent: "agt_1",
  depth_peak: 6,
  created_at: "2026-11-29T10:00:00.000Z",
  started_at: "2026-11-29T10:00:00.000Z",
  ended_at: state === "RUNNING" ? null : "2026-11-29T10:00:03.000Z",
});

const ALL = [
  ...PLATFORMS.flatMap((one) => [`account ${one} first-minute-${one}`, `connection ${connectionOf(one)}`]),
  `agent ${AGENT} of 6`,
  "workflow",
  ...PACE.map(({ platform }) => `slow ${platform} first-minute-agt_1-${platform}`),
  "run first-minute-agt_1",
];

test("one button makes all that a first run needs, starts it, and then leads to the first real account", async () => {
  const { made, runs } = fresh();
  const { hands } = show("/");
  expect(await screen.findByText("Accounts: 0 of 6")).toBeInTheDocument();
  expect(await findings()).toEqual([]);
  await hands.click(screen.getByRole("button", { name: "Start your first run" }));
  expect(await screen.findByText(/^It is under way/)).toBeInTheDocument();
  expect(made).toEqual(ALL);
  runs[0] = runOf("SUCCEEDED");
  expect(await screen.findByText(/^It held systems with a depth of 6 at once/)).toBeInTheDocument();
  expect(screen.getByRole("link", { name: "Connect your first real account" })).toHaveAttribute("href", "/connections");
  expect(screen.queryByRole("button", { name: "Start your first run" })).not.toBeInTheDocument();
  expect(await findings()).toEqual([]);
});

test("what was begun goes on where it was and doubles nothing", async () => {
  const { made } = fresh(["model", "image", "x"]);
  const { hands } = show("/");
  expect(await screen.findByText("Accounts: 3 of 6")).toBeInTheDocument();
  await hands.click(screen.getByRole("button", { name: "Go on" }));
  expect(await screen.findByText(/^It is under way/)).toBeInTheDocument();
  expect(made).toEqual(ALL.slice(6));
});

test("after a reload in the middle it goes on by itself", async () => {
  const { made } = fresh(PLATFORMS);
  sessionStorage.setItem("ganglion.first-minute", "ten_1");
  show("/");
  expect(await screen.findByText(/^It is under way/)).toBeInTheDocument();
  expect(made).toEqual(ALL.slice(12));
});

test("what somebody else makes at the same time is taken and not made twice", async () => {
  const { made, connections } = fresh();
  const { hands } = show("/");
  await screen.findByText("Accounts: 0 of 6");
  // a colleague was faster: the list was read before
  server.use(
    http.post(
      "*/api/v1/lab/accounts",
      () => {
        connections.push(accountOf("model"));
        return HttpResponse.json(
          { platform: "model", account: "1", connection: { connector: "model", environment: "lab", credentials: {} } },
          { status: 201 },
        );
      },
      { once: true },
    ),
  );
  await hands.click(screen.getByRole("button", { name: "Start your first run" }));
  expect(await screen.findByText(/^It is under way/)).toBeInTheDocument();
  expect(made.filter((one) => one === "connection lab-model")).toEqual([]);
});

test("an account that another session opened is opened anew under a key of its own", async () => {
  const { made } = fresh();
  server.use(
    http.post(
      "*/api/v1/lab/accounts",
      () => HttpResponse.json({ title: "…", status: 422, code: "idempotency_mismatch", detail: "…" }, { status: 422 }),
      { once: true },
    ),
  );
  const { hands } = show("/");
  await hands.click(await screen.findByRole("button", { name: "Start your first run" }));
  expect(await screen.findByText(/^It is under way/)).toBeInTheDocument();
  expect(made[0]).toMatch(/^account model (?!first-minute)/);
});

test("a laboratory that can't be made slow runs it all the same", async () => {
  const { made } = fresh(PLATFORMS);
  server.use(refuses("post", "/lab/faults", 422, "validation_failed", "at most 200 faults; clear some first"));
  const { hands } = show("/");
  await hands.click(await screen.findByRole("button", { name: "Go on" }));
  expect(await screen.findByText(/^It is under way/)).toBeInTheDocument();
  expect(made.at(-1)).toBe("run first-minute-agt_1");
});

test("what is refused says why, and goes on once it can", async () => {
  const { made } = fresh();
  server.use(refuses("post", "/agents", 429, "too_many_requests", "Wait a second."));
  const { hands } = show("/");
  await hands.click(await screen.findByRole("button", { name: "Start your first run" }));
  expect(await screen.findByText("Wait a second.")).toBeInTheDocument();
  expect(screen.getByText("Accounts: 6 of 6")).toBeInTheDocument();
  expect(made).toEqual(ALL.slice(0, 12));
});

describe("it is not offered", () => {
  test("to who may not make all of it", async () => {
    fresh();
    server.use(answers("get", "/me", at("viewer")));
    show("/");
    expect(await screen.findByText("No runs yet")).toBeInTheDocument();
    expect(screen.queryByText("Your first minute")).not.toBeInTheDocument();
  });

  test("to a tenant that has connected a real account", async () => {
    const { connections } = fresh();
    connections.push({ ...accountOf("x"), name: "main", environment: "production" });
    show("/");
    expect(await screen.findByRole("button", { name: /^x lab1/ })).toBeInTheDocument();
    expect(screen.queryByText("Your first minute")).not.toBeInTheDocument();
  });
});

test("the first run does what the example campaign does", () => {
  const example = readFileSync("../examples/campaign.yaml", "utf8");
  const said = (value: unknown): string[] => {
    if (typeof value === "string") return [value];
    return typeof value === "object" && value !== null ? Object.values(value).flatMap(said) : [];
  };
  const own = said(CAMPAIGN.do).map((text) => text.replace(/^lab-(model|image|x|instagram|binance|evm)$/, "$1"));
  expect(own.filter((text) => !example.includes(text))).toEqual([]);
  expect(own.length).toBeGreaterThan(30);
});
