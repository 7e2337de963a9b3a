import { screen, waitFor, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { leaveFor } from "../../lib/leave";
import type { Role } from "../../lib/session";
import { findings } from "../../testing/axe";
import { answers, me, page, refuses, server } from "../../testing/server";
import { fill, show } from "../../testing/show";
import { type Connection, type Connector, needsNone, placesOf, simulated } from "./api";

vi.mock("../../lib/leave", () => ({ leaveFor: vi.fn() }));

const action = (name: string, title: string): Connector["actions"][number] => ({
  function: name,
  title,
  input: {},
  output: {},
  retry_class: "reconcilable",
  undo_class: "reversible",
  prepares: false,
  search_lag: "PT30S",
  look_up_window: "PT1H",
  timeout: "PT20S",
  attempts: 3,
  undo_action: "deletePost",
  own: null,
});
const x: Connector = {
  name: "x",
  version: "1.0.0",
  title: "X",
  credentials: {
    type: "object",
    required: ["access_token"],
    properties: { access_token: { type: "string", writeOnly: true, description: "OAuth 2 user access token" } },
  },
  environments: ["lab", "production"],
  hold_mode: "exclusive",
  oauth: { scopes: ["tweet.read"], app: true },
  kind: null,
  base_url: null,
  identity: null,
  actions: [action("x.createPost", "Publish a post"), action("x.deletePost", "Delete a post")],
  polls: [],
};
const secrets: Connector = {
  ...x,
  name: "http",
  title: "HTTP",
  credentials: { type: "object", minProperties: 1, additionalProperties: { type: "string", writeOnly: true } },
  environments: ["lab", "secret"],
  hold_mode: "shared",
  oauth: null,
  actions: [],
};
const mcp: Connector = {
  ...secrets,
  name: "mcp",
  title: "Model Context Protocol",
  credentials: { type: "object", maxProperties: 0 },
  environments: ["lab"],
};
const main: Connection = {
  id: "con_1",
  name: "main",
  connector: "x",
  environment: "production",
  base_url: null,
  system: "sys_1",
  principal: "1234",
  label: "@acme",
  status: "active",
  prices: null,
  created_at: "2026-11-01T00:00:00.000Z",
  checked_at: "2026-11-02T00:00:00.000Z",
};
const effect = {
  id: "eff_1",
  run: "run_7",
  action: "x.createPost",
  state: "LANDED",
  reason: null,
  dispatched_at: "2026-11-02T00:00:00.000Z",
};

function as(role: Role, connections: Connection[] = []) {
  server.use(answers("get", "/me", me(role)), answers("get", "/connections", page(...connections)));
}

beforeEach(() => {
  vi.mocked(leaveFor).mockClear();
  server.use(
    answers("get", "/connectors", page(x, secrets, mcp)),
    answers("get", "/connections/con_1/budgets", { windows: [] }),
    answers("get", "/agents/agt_1/facets", { systems: [] }),
    http.get("*/api/v1/connections/con_1", () => HttpResponse.json(main, { headers: { ETag: '"3"' } })),
    answers(
      "get",
      "/holds",
      page(
        { id: "hld_1", run: "run_7", system: "sys_1", weight: 1, opened_at: main.created_at, zero_rate: null },
        { id: "hld_2", run: "run_8", system: "sys_2", weight: 1, opened_at: main.created_at, zero_rate: null },
      ),
    ),
    answers(
      "get",
      "/agents",
      page(
        { id: "agt_1", name: "campaigner", connections: ["main"], policy: {}, paused_at: null },
        { id: "agt_2", name: "clerk", connections: [], policy: {}, paused_at: null },
      ),
    ),
  );
});

describe("the catalogue", () => {
  test("real platforms stand before the laboratory", () => {
    expect(placesOf(x)).toEqual(["production", "lab"]);
  });

  test("only what hands out credentials by name is simulated, and what needs none is not connected", () => {
    expect([x, secrets, mcp].map(simulated)).toEqual([true, false, false]);
    expect([x, secrets, mcp].map(needsNone)).toEqual([false, false, true]);
  });
});

describe("connecting", () => {
  test("an account is connected by a form that its connector's schema draws", async () => {
    as("operator");
    const sent: unknown[] = [];
    server.use(
      http.post("*/api/v1/connections", async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json(main, { status: 201 });
      }),
    );
    const { hands } = show("/connections");
    expect(await screen.findByText("Nothing is connected yet")).toBeInTheDocument();
    await hands.click(screen.getByRole("button", { name: "Connect the first account" }));
    expect(await screen.findByText(/Model Context Protocol: nothing to connect/)).toBeInTheDocument();
    await hands.click(screen.getByRole("button", { name: /^X/ }));
    await hands.click(await screen.findByRole("button", { name: "Connect" }));
    expect(await screen.findByText("Access token is needed")).toBeInTheDocument();
    expect(await findings()).toEqual([]);
    await fill(hands, screen.getByLabelText(/Access token/, { selector: "input" }), "secret");
    await fill(hands, screen.getByRole("textbox", { name: "Name" }), "main");
    await hands.click(screen.getByRole("button", { name: "Connect" }));
    expect(await screen.findByText("“main” is @acme.")).toBeInTheDocument();
    expect(sent).toEqual([
      { name: "main", connector: "x", environment: "production", credentials: { access_token: "secret" } },
    ]);
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  });

  test("what the platform refuses is shown, and an account of the laboratory is opened once", async () => {
    as("operator");
    let opened = 0;
    const sent: unknown[] = [];
    server.use(
      http.post("*/api/v1/lab/accounts", () => {
        opened++;
        const connection = { connector: "x", environment: "lab", credentials: { access_token: `lab_${opened}` } };
        return HttpResponse.json({ platform: "x", account: "acme", connection }, { status: 201 });
      }),
      refuses("post", "/connections", 409, "name_taken", "There is a connection named 'x' already."),
    );
    const { hands } = show("/connections");
    await hands.click(await screen.findByRole("button", { name: "Connect an account" }));
    await hands.click(await screen.findByRole("button", { name: /^X/ }));
    await hands.click(screen.getByRole("combobox", { name: "Where" }));
    await hands.click(await screen.findByRole("option", { name: "the laboratory" }));
    expect(screen.queryByLabelText(/Access token/, { selector: "input" })).not.toBeInTheDocument();
    await hands.click(screen.getByRole("button", { name: "Connect" }));
    expect(await screen.findByText("There is a connection named 'x' already.")).toBeInTheDocument();
    server.use(
      http.post("*/api/v1/connections", async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json({ ...main, name: "x2", label: "lab acme" }, { status: 201 });
      }),
    );
    await hands.type(screen.getByRole("textbox", { name: "Name" }), "2");
    await hands.click(screen.getByRole("button", { name: "Connect" }));
    expect(await screen.findByText("“x2” is lab acme.")).toBeInTheDocument();
    expect(opened).toBe(1);
    expect(sent).toEqual([{ name: "x2", connector: "x", environment: "lab", credentials: { access_token: "lab_1" } }]);
  });

  test("a connector of any names takes pairs", async () => {
    as("operator");
    const sent: unknown[] = [];
    server.use(
      http.post("*/api/v1/connections", async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json({ ...main, name: "http" }, { status: 201 });
      }),
    );
    const { hands } = show("/connections");
    await hands.click(await screen.findByRole("button", { name: "Connect an account" }));
    await hands.click(await screen.findByRole("button", { name: /^HTTP/ }));
    await hands.click(screen.getByRole("button", { name: "Connect" }));
    expect(await screen.findByText("Name at least one")).toBeInTheDocument();
    await fill(hands, screen.getByRole("textbox", { name: "Name of the secret" }), "username");
    await fill(hands, screen.getByLabelText("Value", { selector: "input" }), "ann");
    await hands.click(screen.getByRole("button", { name: "Add another" }));
    await fill(hands, screen.getByRole("textbox", { name: "Name 2" }), "password");
    await fill(hands, screen.getByLabelText("Value 2", { selector: "input" }), "pass");
    await hands.click(screen.getByRole("button", { name: "Connect" }));
    await expect
      .poll(() => sent)
      .toEqual([
        { name: "http", connector: "http", environment: "secret", credentials: { username: "ann", password: "pass" } },
      ]);
  });
});

describe("a connection", () => {
  test("a viewer sees its health, who holds it and which agents may, and can change nothing", async () => {
    as("viewer", [main, { ...main, id: "con_2", name: "old", status: "reauthorize", environment: "lab" }]);
    const { hands } = show("/connections");
    const rows = within(await screen.findByRole("list", { name: "Connections" }));
    expect(await rows.findAllByText("exclusive")).toHaveLength(2);
    expect(rows.getByText("needs new credentials")).toBeInTheDocument();
    expect(rows.getByText("laboratory")).toBeInTheDocument();
    await hands.click(rows.getByRole("link", { name: "main" }));
    const holders = within(await screen.findByRole("list", { name: "Holders" }));
    expect(holders.getAllByRole("link").map((it) => it.textContent)).toEqual(["run_7"]);
    const agents = within(await screen.findByRole("list", { name: "Agents" }));
    expect(agents.getAllByRole("link").map((it) => it.textContent)).toEqual(["campaigner"]);
    expect(screen.getByRole("table", { name: "Actions" })).toHaveTextContent("looked up first");
    expect(screen.queryByRole("button", { name: /Check|Pause|Rotate|Delete/ })).not.toBeInTheDocument();
    expect(await findings()).toEqual([]);
  });

  test("pausing it lists what was in flight, with what became of it", async () => {
    as("operator", [main]);
    server.use(
      answers("post", "/connections/con_1/pause", { connection: { ...main, status: "paused" }, in_flight: ["eff_1"] }),
      answers("get", "/effects/eff_1", effect),
    );
    const { hands } = show("/connections/con_1");
    await hands.click(await screen.findByRole("button", { name: "Pause" }));
    server.use(answers("get", "/connections/con_1", { ...main, status: "paused" }));
    await hands.click(await screen.findByRole("button", { name: "Pause it" }));
    expect(await screen.findByText("Paused; in flight: 1")).toBeInTheDocument();
    const row = within(await screen.findByRole("list", { name: "In flight" }));
    expect(row.getByText("landed")).toBeInTheDocument();
    expect(row.getByRole("link", { name: "run_7" })).toHaveAttribute("href", "/runs/run_7");
    expect(await screen.findByText("It is paused")).toBeInTheDocument();
    server.use(answers("post", "/connections/con_1/resume", main), answers("get", "/connections/con_1", main));
    await hands.click(screen.getByRole("button", { name: "Resume" }));
    expect(await screen.findByRole("button", { name: "Pause" })).toBeInTheDocument();
    expect(screen.queryByText("Paused; in flight: 1")).not.toBeInTheDocument();
  });

  test("a check that the platform refuses says why", async () => {
    as("operator", [main]);
    server.use(refuses("post", "/connections/con_1/check", 422, "credentials_refused", "x says: 401."));
    const { hands } = show("/connections/con_1");
    await hands.click(await screen.findByRole("button", { name: "Check it" }));
    expect(await screen.findByText("x says: 401.")).toBeInTheDocument();
  });

  test("credentials are rotated as it was seen, and those of another account are refused", async () => {
    as("operator", [main]);
    const sent: [unknown, string | null][] = [];
    server.use(
      http.post("*/api/v1/connections/con_1/rotate", async ({ request }) => {
        sent.push([await request.json(), request.headers.get("If-Match")]);
        const problem = { title: "These are credentials of another account", code: "other_account", status: 409 };
        return HttpResponse.json({ ...problem, detail: "They belong to @else." }, { status: 409 });
      }),
    );
    const { hands } = show("/connections/con_1");
    await hands.click(await screen.findByRole("button", { name: "Rotate the credentials" }));
    await fill(hands, await screen.findByLabelText(/Access token/, { selector: "input" }), "fresh");
    await hands.click(screen.getByRole("button", { name: "Rotate" }));
    expect(await screen.findByText("They belong to @else.")).toBeInTheDocument();
    expect(sent).toEqual([[{ credentials: { access_token: "fresh" } }, '"3"']]);
  });

  test("it is deleted after being asked, and the list is shown", async () => {
    as("operator", [main]);
    let gone = false;
    server.use(
      http.delete("*/api/v1/connections/con_1", () => {
        gone = true;
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const { hands, router } = show("/connections/con_1");
    await hands.click(await screen.findByRole("button", { name: "Delete" }));
    expect(gone).toBe(false);
    await hands.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Delete" }));
    await expect.poll(() => router.state.location.pathname).toBe("/connections");
    expect(gone).toBe(true);
  });
});

describe("how an account stands", () => {
  const posts = {
    title: "posts of x @acme",
    limit: 100,
    length: "PT15M",
    used: 88,
    clear_at: "2026-11-02T00:15:00.000Z",
    paused_until: null,
    waiting: 2,
  };
  const waits = (id: string, who: string) => ({
    id,
    waiting_for: { reason: "system", detail: `waits for system x ${who} held by run run_7` },
    created_at: main.created_at,
  });

  test("the list tells what is left, who holds it and how many wait", async () => {
    as("viewer", [main]);
    server.use(
      answers("get", "/connections/con_1/budgets", { windows: [{ ...posts, title: "reads", used: 1 }, posts] }),
      answers("get", "/runs", page(waits("run_9", "@acme"), waits("run_10", "@acme2"))),
    );
    show("/connections");
    const rows = within(await screen.findByRole("list", { name: "Connections" }));
    expect(await rows.findByText("12 of 100 posts left")).toBeInTheDocument();
    expect(await rows.findByText("held by 1 run")).toBeInTheDocument();
    expect(await rows.findByText("1 run waits")).toBeInTheDocument();
  });

  test("its page tells each window, its queue and what was last seen of it", async () => {
    as("viewer", [main]);
    const paused = {
      ...posts,
      title: "reads of x @acme",
      used: 0,
      waiting: 0,
      paused_until: "2026-11-02T01:00:00.000Z",
    };
    const facets = [{ name: "last_post", value: { id: "1" }, observed_at: main.created_at, effect: "eff_1" }];
    server.use(
      answers("get", "/connections/con_1/budgets", { windows: [posts, paused] }),
      answers("get", "/runs", page(waits("run_9", "@acme"))),
      answers("get", "/agents/agt_1/facets", { systems: [{ id: "sys_1", label: "@acme", facets }] }),
    );
    show("/connections/con_1");
    const budgets = within(await screen.findByRole("list", { name: "Budgets" }));
    expect(budgets.getByText("12 of 100 left in any 15 min")).toBeInTheDocument();
    expect(budgets.getByRole("meter", { name: "posts of x @acme" })).toHaveAttribute("aria-valuenow", "88");
    expect(budgets.getByText("2 runs wait")).toBeInTheDocument();
    expect(budgets.getByText("paused by the platform")).toBeInTheDocument();
    const queue = within(await screen.findByRole("list", { name: "Waiting" }));
    expect(queue.getByRole("link", { name: "run_9" })).toBeInTheDocument();
    expect(await screen.findByText("last post")).toBeInTheDocument();
    expect(await findings()).toEqual([]);
  });

  test("where the platform publishes nothing that is said", async () => {
    as("viewer", [main]);
    show("/connections/con_1");
    expect(await screen.findByText("Nothing is counted")).toBeInTheDocument();
  });
});

describe("consent", () => {
  const PAGE = "https://x.example/authorize?state=go_1";
  function asks(): unknown[] {
    const sent: unknown[] = [];
    server.use(
      http.post("*/api/v1/connections/authorize", async ({ request }) => {
        sent.push(await request.json());
        const asked = { connection: "con_2", url: PAGE, expires_at: "2026-11-02T00:10:00.000Z" };
        return HttpResponse.json(asked, { status: 201 });
      }),
    );
    return sent;
  }

  test("an account is connected on the platform's own page, without any credentials", async () => {
    as("operator");
    const sent = asks();
    const { hands } = show("/connections");
    await hands.click(await screen.findByRole("button", { name: "Connect an account" }));
    await hands.click(await screen.findByRole("button", { name: /^X/ }));
    await fill(hands, await screen.findByRole("textbox", { name: "Name" }), "NO!");
    await hands.click(screen.getByRole("button", { name: "Connect with X" }));
    expect(await screen.findByText("1 to 64 of a-z, 0-9, _ and -")).toBeInTheDocument();
    await fill(hands, screen.getByRole("textbox", { name: "Name" }), "mine");
    await hands.click(screen.getByRole("button", { name: "Connect with X" }));
    await expect.poll(() => vi.mocked(leaveFor).mock.calls[0]?.[0]).toBe(PAGE);
    expect(sent).toEqual([{ name: "mine", connector: "x", environment: "production" }]);
    expect(await findings()).toEqual([]);
  });

  test("without an app there is only the form, but the laboratory has its own", async () => {
    as("operator");
    asks();
    server.use(
      answers("get", "/connectors", page({ ...x, oauth: { scopes: ["tweet.read"], app: false } })),
      answers("post", "/lab/accounts", { connection: { credentials: { access_token: "lab_1" } } }),
    );
    const { hands } = show("/connections");
    await hands.click(await screen.findByRole("button", { name: "Connect an account" }));
    await hands.click(await screen.findByRole("button", { name: /^X/ }));
    expect(screen.queryByRole("button", { name: "Connect with X" })).not.toBeInTheDocument();
    await hands.click(screen.getByRole("combobox", { name: "Where" }));
    await hands.click(await screen.findByRole("option", { name: "the laboratory" }));
    await hands.click(screen.getByRole("button", { name: "Connect with X" }));
    await expect.poll(() => vi.mocked(leaveFor).mock.calls[0]?.[0]).toBe(`${PAGE}&login_hint=lab_1`);
  });

  test("who comes back is told what came of it, in our own words", async () => {
    as("operator", [main]);
    const { hands, router } = show("/connections?connected=con_1");
    expect(await screen.findByText("The platform lets us in.")).toBeInTheDocument();
    expect(screen.getByRole("link", { name: "Look at the connection" })).toHaveAttribute("href", "/connections/con_1");
    await hands.click(screen.getByRole("button", { name: "Close" }));
    await expect.poll(() => router.state.location.search).toEqual({});
    await router.navigate({ to: "/connections", search: { connect_error: "consent_denied" } });
    expect(await screen.findByText(/You said no on the platform's page/)).toBeInTheDocument();
    await router.navigate({ to: "/connections", search: { connect_error: "Call 555" } });
    expect(await screen.findByText(/Connecting has failed/)).toBeInTheDocument();
    expect(screen.queryByText(/555/)).not.toBeInTheDocument();
  });

  test("a connection that needs it is authorized again", async () => {
    as("operator", [main]);
    const sent = asks();
    server.use(answers("get", "/connections/con_1", { ...main, status: "reauthorize" }));
    const { hands } = show("/connections/con_1");
    await hands.click(await screen.findByRole("button", { name: "Authorize again" }));
    await expect.poll(() => vi.mocked(leaveFor).mock.calls[0]?.[0]).toBe(PAGE);
    expect(sent).toEqual([{ connection: "con_1" }]);
  });

  test("why nobody can be asked is shown", async () => {
    as("operator", [main]);
    server.use(
      answers("get", "/connections/con_1", { ...main, status: "reauthorize" }),
      refuses("post", "/connections/authorize", 422, "oauth_app_missing", "This installation has no OAuth app for x."),
    );
    const { hands } = show("/connections/con_1");
    await hands.click(await screen.findByRole("button", { name: "Authorize again" }));
    expect(await screen.findByText("This installation has no OAuth app for x.")).toBeInTheDocument();
  });
});
