import { screen, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { beforeEach, expect, test } from "vitest";
import { findings } from "../../testing/axe";
import { answers, me, page, server } from "../../testing/server";
import { show } from "../../testing/show";
import type { Run } from "./api";
import { OTHER_RUN, RUN, run, waits, workflow } from "./fixtures";

const other = { ...workflow, id: "wfl_2", name: "hedge" };

beforeEach(() => {
  server.use(
    answers("get", "/me", me("operator")),
    answers("get", "/runs", page(run)),
    answers("get", "/workflows", page(workflow, other)),
    answers("get", "/agents", page({ id: "agt_1", name: "campaigner" }, { id: "agt_2", name: "trader" })),
    http.get("*/api/v1/events/stream", () => new HttpResponse(null, { status: 403 })),
  );
});

const rows = async () =>
  within(await screen.findByRole("list", { name: "Runs" }))
    .getAllByRole("listitem")
    .map((row) => row.textContent);

test("runs are told by workflow, agent, state and what they wait for or failed of", async () => {
  const failed: Run = { ...run, id: OTHER_RUN, state: "FAILED", workflow: null, error: { title: "Post refused" } };
  server.use(answers("get", "/runs", page(waits("capacity", "capacity 20/20"), failed)));
  show("/runs");
  const link = await screen.findByRole("link", { name: "demo/campaign 1.0.0" }, { timeout: 25_000 });
  expect(link).toHaveAttribute("href", `/runs/${RUN}`);
  expect((await screen.findAllByText("campaigner")).length).toBeGreaterThanOrEqual(2);
  expect(await rows()).toEqual([
    expect.stringMatching(/demo\/campaign 1\.0\.0waiting.*capacity 20\/20.*depth 2/),
    expect.stringMatching(/Sessionfailed.*Post refused.*took 1 min/),
  ]);
  expect(await findings()).toEqual([]);
});

test("the state is asked of the API, and stands in the address", async () => {
  const asked: (string | null)[] = [];
  server.use(
    http.get("*/api/v1/runs", ({ request }) => {
      const query = new URL(request.url).searchParams;
      if (query.get("limit") === "50") asked.push(query.get("state"));
      return HttpResponse.json(page(run));
    }),
  );
  const { hands, router } = show("/runs");
  expect(await rows()).toHaveLength(1);
  await hands.click(screen.getByRole("combobox", { name: "State" }));
  await hands.click(await screen.findByRole("option", { name: "needs attention" }));
  await expect.poll(() => router.state.location.search).toEqual({ state: "NEEDS_ATTENTION" });
  await expect.poll(() => [...new Set(asked)]).toEqual([null, "NEEDS_ATTENTION"]); // each may be asked again by its interval
  await hands.click(screen.getByRole("button", { name: "Clear" }));
  await expect.poll(() => router.state.location.search).toEqual({});
});

test("workflow and agent are asked of the API, and a page without any goes on", async () => {
  const asked: string[] = [];
  const pages = [
    { data: [], next_cursor: "more" },
    page({ ...run, id: OTHER_RUN, workflow: other.id, agent: "agt_2" }),
  ];
  server.use(
    http.get("*/api/v1/runs", ({ request }) => {
      const query = new URL(request.url).searchParams;
      asked.push(`${query.get("workflow")} ${query.get("agent")}`);
      return HttpResponse.json(pages[query.has("cursor") ? 1 : 0]);
    }),
  );
  const { hands } = show("/runs?workflow=demo/hedge&agent=agt_2");
  expect(await screen.findByText("No run fits")).toBeInTheDocument();
  expect(screen.getByText(/looks further back/)).toBeInTheDocument();
  await hands.click(screen.getByRole("button", { name: "Show more" }));
  expect(await rows()).toEqual([expect.stringContaining("demo/hedge 1.0.0")]);
  expect([...new Set(asked)]).toContain("demo/hedge agt_2");
});

test("another page leads straight to the form, and closing it stays here", async () => {
  const { hands, router } = show("/runs?start=true");
  const dialog = within(await screen.findByRole("dialog", { name: "Start a run" }));
  await hands.click(dialog.getByRole("button", { name: "Cancel" }));
  await expect.poll(() => router.state.location.search).toEqual({});
});

test("without runs the page says how to come to one", async () => {
  server.use(answers("get", "/runs", page()));
  show("/runs");
  expect(await screen.findByText("No runs yet")).toBeInTheDocument();
  expect(screen.getByText(/--data-binary @examples\/hello.yaml/)).toBeInTheDocument();
  expect(await findings()).toEqual([]);
});

test("a run is started with its input, and its page opens", async () => {
  const sent: unknown[] = [];
  server.use(
    http.post("*/api/v1/runs", async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json(run, { status: 202 });
    }),
    answers("get", `/runs/${RUN}`, run),
    answers("get", `/runs/${RUN}/*`, page()),
    answers("get", "/workflows/wfl_1", workflow),
  );
  const { hands, router } = show("/runs");
  await hands.click(await screen.findByRole("button", { name: "Start a run" }));
  const dialog = within(await screen.findByRole("dialog"));
  await hands.click(dialog.getByRole("button", { name: "Start" }));
  expect(await dialog.findByText("Choose a workflow")).toBeInTheDocument();
  await hands.click(dialog.getByRole("combobox", { name: "Workflow" }));
  await hands.click(await screen.findByRole("option", { name: "demo/campaign 1.0.0" }));
  const input = screen.getByRole("textbox", { name: "Input" });
  await hands.clear(input);
  await hands.paste('{"product": "Ganglion"}');
  await hands.click(screen.getByRole("button", { name: "Start" }));
  await expect.poll(() => router.state.location.pathname).toBe(`/runs/${RUN}`);
  expect(sent).toEqual([{ workflow: "wfl_1", priority: 0, input: { product: "Ganglion" } }]);
});

test("what the API refuses to start is said at its field", async () => {
  server.use(
    http.post("*/api/v1/runs", () =>
      HttpResponse.json(
        {
          title: "Malformed",
          detail: "Mend it.",
          code: "invalid",
          errors: [{ pointer: "/input", detail: "no topic" }],
        },
        { status: 400 },
      ),
    ),
  );
  const { hands } = show("/runs");
  await hands.click(await screen.findByRole("button", { name: "Start a run" }));
  const dialog = within(await screen.findByRole("dialog"));
  await hands.click(dialog.getByRole("button", { name: "Start" })); // once it is refused the dialog has its focus
  expect(await dialog.findByText("Choose a workflow")).toBeInTheDocument();
  await hands.click(dialog.getByRole("combobox", { name: "Workflow" }));
  await hands.click(await screen.findByRole("option", { name: "demo/campaign 1.0.0" }));
  await hands.click(screen.getByRole("button", { name: "Start" }));
  expect(await screen.findByText("Mend it.")).toBeInTheDocument();
  expect(screen.getByRole("textbox", { name: "Input" })).toHaveAccessibleDescription(/no topic/);
});

test("a viewer sees runs and starts none", async () => {
  server.use(answers("get", "/me", me("viewer")));
  show("/runs");
  expect(await rows()).toHaveLength(1);
  expect(screen.queryByRole("button", { name: "Start a run" })).not.toBeInTheDocument();
});
