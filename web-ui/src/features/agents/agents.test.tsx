import { screen, waitFor, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Role } from "../../lib/session";
import { findings } from "../../testing/axe";
import { answers, me, page, refuses, server } from "../../testing/server";
import { fill, show } from "../../testing/show";
import type { Agent, Entry, Version } from "./api";
import { bodyOf, patterns, validate, valuesOf } from "./form";
import { linesOf } from "./lines";

/** No canvas is here to draw on. */
vi.mock("echarts/core", () => ({
  use: () => {},
  init: () => ({ setOption: () => {}, resize: () => {}, dispose: () => {} }),
}));

const agent: Agent = {
  id: "agt_1",
  name: "campaigner",
  connections: ["main", "lost"],
  policy: { irreversible: "approve", actions: ["x.*"], approvers: [] },
  created_at: "2026-11-01T00:00:00.000Z",
  paused_at: null,
};
const entry: Entry = { key: "last_campaign", value: { votes: 3 }, version: 2, updated_at: "2026-11-02T00:00:00.000Z" };
const versions: Version[] = [
  {
    version: 2,
    value: { votes: 3, post: "17" },
    deleted: false,
    run: "run_7",
    position: "/do/5/learn",
    actor: "run",
    at: "2026-11-02T00:00:00.000Z",
  },
  {
    version: 1,
    value: { votes: 2 },
    deleted: false,
    run: null,
    position: null,
    actor: "key_1",
    at: "2026-11-01T00:00:00.000Z",
  },
];
const connection = { id: "con_1", name: "main", connector: "x", environment: "lab", label: "@acme", status: "active" };
const x = { name: "x", title: "X", actions: [{ function: "x.createPost" }, { function: "x.deletePost" }] };

function as(role: Role, agents: Agent[] = [agent]) {
  server.use(answers("get", "/me", me(role)), answers("get", "/agents", page(...agents)));
}

beforeEach(() => {
  server.use(
    answers("get", "/connections", page(connection)),
    answers("get", "/connectors", page(x)),
    http.get("*/api/v1/agents/agt_1", () => HttpResponse.json(agent, { headers: { ETag: '"4"' } })),
    answers("get", "/agents/agt_1/depth", { points: [] }),
    answers("get", "/agents/agt_1/facets", { systems: [] }),
    answers("get", "/agents/agt_1/state", page(entry)),
    answers("get", "/agents/agt_1/state/last_campaign", entry),
    answers("get", "/agents/agt_1/state/last_campaign/history", page(...versions)),
  );
});

describe("the form", () => {
  test("all actions and some actions are told apart, and none is some", () => {
    expect(bodyOf({ ...valuesOf(agent), some: false }).policy?.actions).toBeNull();
    expect(bodyOf({ ...valuesOf(agent), some: true, actions: [] }).policy?.actions).toEqual([]);
    expect(valuesOf({ ...agent, policy: { actions: null } }).some).toBe(false);
    expect(valuesOf(undefined)).toMatchObject({ irreversible: "approve", some: false });
  });

  test("a pattern that names no action is refused before it is sent", () => {
    const values = { ...valuesOf(agent), some: true };
    expect(validate.actions(["x.*", "two words"], values)).toMatch(/“two words” is no action/);
    expect(validate.actions(["two words"], { ...values, some: false })).toBeNull();
  });

  test("patterns of the connectors in use are offered, or else of all", () => {
    const connectors = [x, { ...x, name: "evm", actions: [] }] as never;
    expect(patterns(connectors, new Set(["x"]))).toEqual(["x.*", "x.createPost", "x.deletePost"]);
    expect(patterns(connectors, new Set())).toContain("evm.*");
  });
});

test("what differs between two values is told line by line", () => {
  expect(linesOf("{\n  a\n}", "{\n  b\n}")).toEqual([
    { sign: " ", text: "{" },
    { sign: "−", text: "  a" },
    { sign: "+", text: "  b" },
    { sign: " ", text: "}" },
  ]);
});

describe("agents", () => {
  test("the first one is created with its connections, and its page opens", async () => {
    as("operator", []);
    const sent: unknown[] = [];
    server.use(
      http.post("*/api/v1/agents", async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json(agent, { status: 201 });
      }),
    );
    const { hands, router } = show("/agents");
    expect(await screen.findByText("No agents yet")).toBeInTheDocument();
    await hands.click(screen.getByRole("button", { name: "Create the first agent" }));
    await hands.click(await screen.findByText("Create the agent"));
    expect(await screen.findByText("1 to 64 of a-z, 0-9, _ and -")).toBeInTheDocument();
    expect(await findings()).toEqual([]);
    await fill(hands, screen.getByRole("textbox", { name: "Name" }), "campaigner");
    await hands.click(screen.getByRole("combobox", { name: "Connections" }));
    await hands.click(await screen.findByRole("option", { name: "main" }));
    await hands.click(screen.getByText("Create the agent"));
    await expect.poll(() => router.state.location.pathname).toBe("/agents/agt_1");
    const policy = { irreversible: "approve", actions: null, approvers: [] };
    expect(sent).toEqual([{ name: "campaigner", connections: ["main"], policy }]);
  });

  test("a policy is changed as it was seen", async () => {
    as("operator");
    const sent: unknown[] = [];
    server.use(
      http.get("*/api/v1/agents/agt_1", () =>
        HttpResponse.json({ ...agent, connections: ["main"], policy: { actions: null } }, { headers: { ETag: '"4"' } }),
      ),
      http.patch("*/api/v1/agents/agt_1", async ({ request }) => {
        sent.push([request.headers.get("If-Match"), await request.json()]);
        return HttpResponse.json(agent);
      }),
    );
    const { hands } = show("/agents/agt_1");
    await hands.click(await screen.findByText("Change it"));
    await hands.click(await screen.findByRole("radio", { name: "refuse" }));
    expect(screen.queryByText("Who may approve them")).not.toBeInTheDocument();
    await hands.click(screen.getByRole("switch", { name: /Only some actions/ }));
    await hands.type(await screen.findByLabelText("Actions that it may use", { selector: "input" }), "x.*{Enter}");
    await hands.click(screen.getByText("Save"));
    const policy = { irreversible: "deny", actions: ["x.*"], approvers: [] };
    await expect.poll(() => sent).toEqual([['"4"', { name: "campaigner", connections: ["main"], policy }]]);
  });

  test("a viewer sees policy, connections and state, and can change nothing", async () => {
    as("viewer");
    const { hands } = show("/agents");
    await hands.click(await screen.findByRole("link", { name: "campaigner" }));
    const connections = within(await screen.findByRole("list", { name: "Its connections" }));
    expect(await connections.findByText("healthy")).toBeInTheDocument();
    expect(connections.getByText(/There is no such connection any more/)).toBeInTheDocument();
    expect(await screen.findByText('{"votes":3}')).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: /Change|Pause|Delete|Add/ })).not.toBeInTheDocument();
    expect(await findings()).toEqual([]);
  });

  test("a change that came too late writes nothing over, and begins again from what is there", async () => {
    as("operator");
    const sent: [string | null, unknown][] = [];
    server.use(
      http.patch("*/api/v1/agents/agt_1", async ({ request }) => {
        const tag = request.headers.get("If-Match");
        sent.push([tag, await request.json()]);
        if (tag === '"5"') return HttpResponse.json(agent);
        return HttpResponse.json({ code: "version_mismatch", title: "Changed", detail: "…" }, { status: 412 });
      }),
    );
    const { hands } = show("/agents/agt_1");
    await hands.click(await screen.findByRole("button", { name: "Change it" }));
    await hands.type(await screen.findByRole("textbox", { name: "Name" }), "2");
    await hands.click(screen.getByRole("button", { name: "Save" }));
    expect(await screen.findByText("The agent has changed since you opened it")).toBeInTheDocument();
    server.use(
      http.get("*/api/v1/agents/agt_1", () =>
        HttpResponse.json({ ...agent, name: "renamed" }, { headers: { ETag: '"5"' } }),
      ),
    );
    await hands.click(screen.getByRole("button", { name: "Load it as it is now" }));
    await waitFor(() => expect(screen.getByRole("textbox", { name: "Name" })).toHaveValue("renamed"));
    await hands.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    expect(sent.map(([tag]) => tag)).toEqual(['"4"', '"5"']);
  });

  test("pausing it says that nothing was in flight", async () => {
    as("operator");
    server.use(answers("post", "/agents/agt_1/pause", { agent, in_flight: [] }));
    const { hands } = show("/agents/agt_1");
    await hands.click(await screen.findByRole("button", { name: "Pause" }));
    server.use(answers("get", "/agents/agt_1", { ...agent, paused_at: "2026-11-03T00:00:00.000Z" }));
    await hands.click(await screen.findByRole("button", { name: "Pause it" }));
    expect(await screen.findByText("Paused; nothing was in flight")).toBeInTheDocument();
    expect(await screen.findByText("It is paused")).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Resume" })).toBeInTheDocument();
  });
});

describe("state", () => {
  test("an entry shows who wrote it, and what changed between versions", async () => {
    as("viewer");
    show("/agents/agt_1/state/last_campaign");
    const history = within(await screen.findByRole("list", { name: "Versions" }));
    expect(history.getByRole("link", { name: "run_7" })).toHaveAttribute("href", "/runs/run_7");
    expect(history.getByText("/do/5/learn")).toBeInTheDocument();
    const diff = screen.getByRole("group", { name: "From version 1 to version 2" });
    expect(diff).toHaveTextContent('− "votes": 2+ "votes": 3,+ "post": "17"');
    expect(await findings()).toEqual([]);
  });

  test("an entry is added as one that is not there yet", async () => {
    as("operator");
    const sent: unknown[] = [];
    server.use(
      http.put("*/api/v1/agents/agt_1/state/:key", async ({ request, params }) => {
        sent.push([params.key, request.headers.get("If-Match"), await request.json()]);
        return HttpResponse.json(entry);
      }),
    );
    const { hands } = show("/agents/agt_1");
    await hands.click(await screen.findByRole("button", { name: "Add an entry" }));
    await fill(hands, await screen.findByRole("textbox", { name: "Key" }), "greeting");
    await fill(hands, screen.getByRole("textbox", { name: "Value" }), "hello");
    await hands.click(screen.getByRole("button", { name: "Save" }));
    expect(await screen.findByText("This is not JSON")).toBeInTheDocument();
    await fill(hands, screen.getByRole("textbox", { name: "Value" }), '"hello"');
    await hands.click(screen.getByRole("button", { name: "Save" }));
    await expect.poll(() => sent).toEqual([["greeting", '"0"', "hello"]]);
  });

  test("an entry that moved meanwhile is shown beside one's own, and written over only if one says so", async () => {
    as("operator");
    const sent: unknown[] = [];
    server.use(
      http.put("*/api/v1/agents/agt_1/state/last_campaign", async ({ request }) => {
        const tag = request.headers.get("If-Match");
        sent.push([tag, await request.json()]);
        if (tag === '"3"') return HttpResponse.json({ ...entry, version: 4 });
        return HttpResponse.json({ code: "version_mismatch", title: "Changed", detail: "…" }, { status: 412 });
      }),
    );
    const { hands } = show("/agents/agt_1/state/last_campaign");
    await hands.click(await screen.findByRole("button", { name: "Change it" }));
    await fill(hands, await screen.findByRole("textbox", { name: "Value" }), "9");
    server.use(answers("get", "/agents/agt_1/state/last_campaign", { ...entry, value: 8, version: 3 }));
    await hands.click(screen.getByRole("button", { name: "Save" }));
    const alert = within(await screen.findByRole("alert"));
    expect(alert.getByRole("group", { name: "What differs" })).toHaveTextContent("−8+9");
    await hands.click(alert.getByRole("button", { name: "Keep mine, to save it over version 3" }));
    await hands.click(screen.getByRole("button", { name: "Save" }));
    await expect
      .poll(() => sent)
      .toEqual([
        ['"2"', 9],
        ['"3"', 9],
      ]);
  });

  test("an entry that is gone says so, and its history stays", async () => {
    as("viewer");
    server.use(refuses("get", "/agents/agt_1/state/last_campaign", 404, "not_found", "There is no such entry."));
    show("/agents/agt_1/state/last_campaign");
    expect(await screen.findByText("There is no such entry.")).toBeInTheDocument();
    expect(await screen.findByRole("list", { name: "Versions" })).toBeInTheDocument();
  });
});

describe("what its systems were like", () => {
  const seen = {
    id: "sys_1",
    connector: "binance",
    environment: "lab",
    label: "binance 77",
    connections: ["exchange"],
    facets: [
      { name: "open_orders", value: [], observed_at: "2026-11-02T00:00:00.000Z", effect: "eff_1" },
      {
        name: "balances",
        value: [1, 2, 3, 4].map((n) => ({ asset: `ASSET-${n}`, free: "0.00012000", locked: "0.00" })),
        observed_at: "2026-11-02T00:00:00.000Z",
        effect: "eff_2",
      },
    ],
  };
  const point = { from: "2026-11-02T00:00:00.000Z", to: "2026-11-02T00:15:00.000Z", depth_ms: 5_400_000 };

  test("short values stand there, long ones open, and the depth has its figures", async () => {
    as("operator");
    server.use(
      answers("get", "/agents/agt_1/facets", { systems: [seen, { ...seen, id: "sys_2", facets: [] }] }),
      answers("get", "/agents/agt_1/depth", {
        points: [{ ...point, depth_peak: 3, depth_mean: 1.5, breadth_peak: 2 }],
      }),
    );
    const { hands } = show("/agents/agt_1");
    const list = within(await screen.findByRole("list", { name: "Last seen of its systems" }));
    expect(list.getAllByRole("listitem")).toHaveLength(2);
    expect(list.getByText("binance 77: open orders")).toBeInTheDocument();
    await hands.click(list.getByText("The balances"));
    expect(await list.findByText(/ASSET-4/)).toBeInTheDocument();
    expect(await screen.findByText("on 2 platforms")).toBeInTheDocument();
    expect(screen.getByText("1.50 h")).toBeInTheDocument();
    expect(await screen.findByRole("img", { name: "Depth over time, at most 3" })).toBeInTheDocument();
    expect(await findings()).toEqual([]);
  });

  test("an agent that did nothing yet says how that changes", async () => {
    as("operator");
    show("/agents/agt_1");
    expect(await screen.findByText("Nothing was seen yet")).toBeInTheDocument();
    expect(await screen.findByText("It held nothing in that time")).toBeInTheDocument();
  });
});
