import { EditorView } from "@codemirror/view";
import { act, screen, waitFor, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { beforeEach, describe, expect, test } from "vitest";
import type { Role } from "../../lib/session";
import { findings } from "../../testing/axe";
import { answers, me, page, server } from "../../testing/server";
import { fill, show } from "../../testing/show";
import { byName, type Workflow } from "./api";
import { nextOf, sourceOf, versionAfter } from "./source";

const definition = {
  document: { dsl: "1.0.3", namespace: "demo", name: "greeting", version: "1.0.0" },
  do: [{ greet: { set: { text: `\${ "Hello" }` } } }, { post: { call: "x.createPost", with: { connection: "main" } } }],
  input: {
    schema: {
      document: {
        type: "object",
        required: ["name"],
        properties: { name: { type: "string" }, loud: { type: "boolean" } },
      },
    },
  },
};
const stored: Workflow = {
  id: "wfl_1",
  namespace: "demo",
  name: "greeting",
  version: "1.0.0",
  title: "A greeting",
  hash: "00",
  created_at: "2026-11-01T00:00:00.000Z",
};
const newer = { ...stored, id: "wfl_2", version: "1.1.0" };
const notFound = { type: "…", title: "Not found", status: 404, code: "not_found", detail: "…", errors: [] };

function as(role: Role, ...workflows: Workflow[]) {
  server.use(answers("get", "/me", me(role)), answers("get", "/workflows", page(...workflows)));
}

beforeEach(() => {
  server.use(
    answers("get", "/workflows/wfl_1", { ...stored, definition }),
    http.get("*/api/v1/workflows/:id/schedule", () => HttpResponse.json(notFound, { status: 404 })),
    answers("get", "/workflow-language", { dsl: "1.0.3", metadata: {}, functions: {} }),
    answers("get", "/connectors", page()),
    answers("get", "/connections", page()),
    answers("get", "/agents", page({ id: "agt_1", name: "campaigner", connections: [] })),
  );
});

/** The editor, which lives in a shadow tree. */
async function editor(): Promise<EditorView> {
  const content = await waitFor(() => {
    const found = document.querySelector("[data-editor]")?.shadowRoot?.querySelector<HTMLElement>(".cm-content");
    if (!found) throw new Error("the editor is not there yet");
    return found;
  });
  const view = EditorView.findFromDOM(content);
  if (!view) throw new Error("there is no editor");
  return view;
}

const write = (view: EditorView, text: string) =>
  act(() => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }));

describe("source", () => {
  test("a stored document is read as YAML, its parts in the order people write them", () => {
    const text = sourceOf(definition);
    expect(text.split("\n").filter((line) => /^\w/.test(line))).toEqual(["document:", "input:", "do:"]);
    expect(text).toContain(`text: \${ "Hello" }`);
  });

  test("a new version begins under the next number", () => {
    expect(sourceOf(nextOf(definition))).toContain("version: 1.0.1");
    expect(["1.4.1", "1.4.1-rc.1", "1.4.1+b", "latest"].map(versionAfter)).toEqual([
      "1.4.2",
      "1.4.1",
      "1.4.2",
      "latest",
    ]);
  });

  test("versions stand under their name, in the order in which they come", () => {
    const names = byName([newer, { ...stored, id: "wfl_3", name: "other" }, stored]);
    expect([...names].map(([name, versions]) => [name, versions.map(({ version }) => version)])).toEqual([
      ["demo/greeting", ["1.1.0", "1.0.0"]],
      ["demo/other", ["1.0.0"]],
    ]);
  });
});

describe("writing", () => {
  test("what the API finds is shown at its line and in the picture, until it is mended", async () => {
    as("operator");
    const checked: string[] = [];
    server.use(
      http.post("*/api/v1/workflows/validate", async ({ request }) => {
        const text = await request.text();
        checked.push(text);
        if (text.includes("hello.world")) {
          const errors = [{ pointer: "/do/0/greet/call", detail: "there is no such function", line: 5 }];
          return HttpResponse.json({ ...notFound, code: "workflow_invalid", status: 422, errors }, { status: 422 });
        }
        return HttpResponse.json({ namespace: "demo", name: "greeting", version: "1.0.0" });
      }),
    );
    const { hands } = show("/workflows/new");
    const view = await editor();
    expect(await screen.findByText("demo/greeting 1.0.0 is valid")).toBeInTheDocument();
    const text = "document: {}\ndo:\n  - greet:\n      # a comment\n      call: hello.world\n";
    write(view, text);
    expect(await screen.findByText("1 thing is wrong")).toBeInTheDocument();
    expect(screen.getByLabelText(/^greet: call hello.world; something is wrong/)).toBeInTheDocument();
    await hands.click(screen.getByText("there is no such function"));
    expect(view.state.doc.lineAt(view.state.selection.main.head).number).toBe(5);
    write(view, text.replace("hello.world", "http"));
    expect(await screen.findByText("demo/greeting 1.0.0 is valid")).toBeInTheDocument();
    expect(checked).toHaveLength(3);
  });

  test("the first workflow is stored as it was written", async () => {
    as("operator");
    const sent: [string | null, string][] = [];
    server.use(
      answers("post", "/workflows/validate", { namespace: "examples", name: "hello", version: "1.0.0" }),
      http.post("*/api/v1/workflows", async ({ request }) => {
        sent.push([request.headers.get("Content-Type"), await request.text()]);
        return HttpResponse.json(stored, { status: 201 });
      }),
    );
    const { hands, router } = show("/workflows");
    expect(await screen.findByText("No workflows yet")).toBeInTheDocument();
    await hands.click(screen.getByText("Write the first workflow"));
    const view = await editor();
    write(view, "# mine\ndo: []\n");
    await hands.click(screen.getByText("Store this version"));
    await expect.poll(() => router.state.location.pathname).toBe("/workflows/wfl_1");
    expect(sent).toEqual([["application/yaml", "# mine\ndo: []\n"]]);
  });

  test("what is no YAML is told at once, and the picture stays what it was", async () => {
    as("operator");
    server.use(
      http.post("*/api/v1/workflows/validate", () =>
        HttpResponse.json({ ...notFound, status: 422, detail: "It is no YAML." }, { status: 422 }),
      ),
    );
    show("/workflows/new?from=wfl_1");
    const view = await editor();
    expect(view.state.doc.toString()).toContain("version: 1.0.1");
    expect(await screen.findByLabelText("greet: set text")).toBeInTheDocument();
    write(view, "do: [");
    expect(await screen.findByText("1 thing is wrong")).toBeInTheDocument();
    expect(screen.getByLabelText("greet: set text")).toBeInTheDocument();
  });

  test("a task chosen in one is chosen in the other", async () => {
    as("operator", stored);
    const { hands } = show("/workflows/wfl_1");
    const view = await editor();
    const post = await screen.findByLabelText(/^post: call x.createPost/);
    act(() => post.focus());
    await hands.keyboard("{Enter}");
    const line = () => view.state.doc.lineAt(view.state.selection.main.head).text;
    expect(line()).toContain("- post:");
    expect(view.contentDOM.querySelectorAll(".cm-chosen")).toHaveLength(4);
    const at = view.state.doc.toString().indexOf("Hello");
    act(() => view.dispatch({ selection: { anchor: at }, userEvent: "select" }));
    await waitFor(() => expect(screen.getByLabelText("greet: set text").className).toContain("selected"));
  });
});

/** What runs are asked for. */
function runs(): unknown[] {
  const sent: unknown[] = [];
  server.use(
    http.post("*/api/v1/runs", async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ id: "run_9" }, { status: 202 });
    }),
  );
  return sent;
}

describe("a stored workflow", () => {
  test("a viewer sees versions, text and picture, and can start and write nothing", async () => {
    as("viewer", newer, stored);
    const { hands } = show("/workflows");
    const row = await screen.findByRole("link", { name: "demo/greeting" });
    expect(row).toHaveAttribute("href", "/workflows/wfl_2");
    server.use(answers("get", "/workflows/wfl_2", { ...newer, definition }));
    await hands.click(row);
    const versions = within(await screen.findByRole("list", { name: "Versions" }));
    expect(versions.getByRole("link", { name: "1.0.0" })).toHaveAttribute("href", "/workflows/wfl_1");
    expect((await editor()).state.readOnly).toBe(true);
    expect(screen.queryByRole("button", { name: "Run it" })).not.toBeInTheDocument();
    expect(screen.queryByRole("link", { name: "Write the next version" })).not.toBeInTheDocument();
    expect(await findings()).toEqual([]);
  });

  test("a run is started with a form that its input's schema draws", async () => {
    as("operator", stored);
    const sent = runs();
    const { hands } = show("/workflows/wfl_1");
    await hands.click(await screen.findByText("Run it"));
    await hands.click(await screen.findByText("Start"));
    expect(await screen.findByText("Name is needed")).toBeInTheDocument();
    await fill(hands, screen.getByLabelText(/Name/, { selector: "input" }), "Ada");
    await hands.click(screen.getByRole("combobox", { name: "Agent" }));
    await hands.click(await screen.findByRole("option", { name: "campaigner" }));
    await hands.click(screen.getByText("Start"));
    expect(await screen.findByRole("link", { name: "See the run" })).toHaveAttribute("href", "/runs/run_9");
    expect(sent).toEqual([{ workflow: "wfl_1", priority: 0, agent: "agt_1", input: { name: "Ada" } }]);
  });

  test("what is in the form can be written as JSON instead", async () => {
    as("operator", stored);
    const sent = runs();
    const { hands } = show("/workflows/wfl_1");
    await hands.click(await screen.findByText("Run it"));
    await hands.click(await screen.findByLabelText("Loud"));
    await hands.click(screen.getByLabelText("Write the input as JSON"));
    const input = await screen.findByLabelText("Input");
    expect(input).toHaveValue('{\n  "loud": true\n}');
    await fill(hands, input, '{"other": 1}');
    await hands.click(screen.getByText("Start"));
    await expect.poll(() => sent).toEqual([{ workflow: "wfl_1", priority: 0, input: { other: 1 } }]);
  });

  test("its schedule is shown, and paused", async () => {
    as("operator", stored);
    const schedule = {
      workflow: "wfl_1",
      kind: "cron",
      paused: false,
      next_at: "2030-01-01T00:00:00.000Z",
      last_started_at: null,
      last_run: null,
      started: 4,
      skipped: 1,
    };
    server.use(
      answers("get", "/workflows/wfl_1/schedule", schedule),
      answers("post", "/workflows/wfl_1/schedule/pause", { ...schedule, paused: true, next_at: null }),
    );
    const { hands } = show("/workflows/wfl_1");
    expect(await screen.findByText("1 were missed")).toBeInTheDocument();
    await hands.click(screen.getByRole("button", { name: "Pause" }));
    expect(await screen.findByRole("button", { name: "Resume" })).toBeInTheDocument();
    expect(screen.getByText("paused")).toBeInTheDocument();
  });
});
