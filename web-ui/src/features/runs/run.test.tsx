import { screen, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { describe, expect, test } from "vitest";
import type { Role } from "../../lib/session";
import { findings } from "../../testing/axe";
import { answers, me, page, refuses, server } from "../../testing/server";
import { show } from "../../testing/show";
import type { Run } from "./api";
import type { Receipt } from "./effects";
import { approval, effect, OTHER_RUN, RUN, receipt, run, step, unknown, waits, workflow } from "./fixtures";

function runIs(it: Run, role: Role = "operator", more: Partial<Receipt> = {}) {
  server.use(
    answers("get", "/me", me(role)),
    answers("get", `/runs/${RUN}`, it),
    answers("get", `/runs/${RUN}/receipt`, { ...receipt, ...more }),
    answers("get", `/runs/${RUN}/steps`, page(step)),
    http.get(`*/api/v1/runs/${RUN}/events`, () => new HttpResponse(null, { status: 403 })), // no stream: what is polled is enough
    answers("get", "/workflows/wfl_1", {
      ...workflow,
      definition: { do: [{}, {}, { post: { call: "x.createPost" } }] },
    }),
    answers("get", "/workflows", page(workflow)),
    answers("get", "/agents", page({ id: "agt_1", name: "campaigner" })),
  );
}

const region = (name: string) => screen.findByRole("region", { name });

describe("why", () => {
  test("a run that waits says for what, until when, and who is in its way", async () => {
    const detail = `waits for system x @acme held by run ${OTHER_RUN}`;
    runIs(waits("system", detail, { until: "2026-11-29T09:00:00.000Z" }));
    show(`/runs/${RUN}`);
    const why = within(await region("It waits for a system that another run holds"));
    expect(why.getByRole("link", { name: OTHER_RUN })).toHaveAttribute("href", `/runs/${OTHER_RUN}`);
    expect(why.getByText(/At the latest on/)).toHaveTextContent("2026");
    expect(why.getByText("waiting")).toBeInTheDocument();
  });

  test.each([
    ["capacity", "It waits for capacity"],
    ["timer", "It waits for a time"],
    ["event", "It waits for an event"],
    ["upstream", "It waits for the platform"],
    ["paused", "It is paused"],
    ["session", "It waits for its agent's next step"],
    ["run", "It waits for a run that it started"],
    ["something new", "It waits"],
  ])("the reason %s is told in words", async (reason, title) => {
    runIs(waits(reason, "the detail"));
    show(`/runs/${RUN}`);
    expect(within(await region(title)).getByText("the detail")).toBeInTheDocument();
  });

  test("a run that works says what a branch of it waits for", async () => {
    runIs({ ...waits("capacity", "capacity 5/5"), state: "RUNNING" });
    show(`/runs/${RUN}`);
    const why = within(await region("It runs, and one of its branches waits"));
    expect(why.getByText("capacity 5/5")).toBeInTheDocument();
  });

  test("a run that needs a person leads to what is asked", async () => {
    runIs({ ...waits("attention", "eff_1 is UNKNOWN"), state: "NEEDS_ATTENTION" });
    show(`/runs/${RUN}`);
    const why = within(await region("It needs a person"));
    expect(why.getByRole("link", { name: "See what is asked of you" })).toHaveAttribute("href", "/attention");
  });

  test("a run that failed shows the error and the task that it points to", async () => {
    const error = {
      type: "https://serverlessworkflow.io/spec/1.0.0/errors/communication",
      status: 503,
      title: "Service unavailable",
      detail: "x answered 503",
      instance: "/do/2/post",
    };
    runIs({ ...run, state: "FAILED", output: null, error });
    const { hands } = show(`/runs/${RUN}`);
    const why = within(await region("Why it failed"));
    expect(why.getByText("Service unavailable")).toBeInTheDocument();
    expect(why.getByText(/communication · status 503 · at/)).toHaveTextContent("/do/2/post");
    await hands.click(await why.findByText("The task that it points to"));
    expect(await why.findByRole("group", { name: "The task that it points to" })).toHaveTextContent(
      '"call": "x.createPost"',
    );
  });

  test("one that ended well says what that promises", async () => {
    runIs(run);
    show(`/runs/${RUN}`);
    expect(await screen.findByRole("heading", { name: "demo/campaign 1.0.0" })).toBeInTheDocument();
    const why = within(await region("It has succeeded"));
    expect(why.getByText(/No effect is unknown/)).toBeInTheDocument();
    expect(why.getByText("1 min")).toBeInTheDocument();
    expect(await why.findByText("campaigner")).toBeInTheDocument();
  });

  test("a run that isn't there says so", async () => {
    runIs(run);
    server.use(refuses("get", `/runs/${RUN}`, 404, "not_found", "There is no such run."));
    show(`/runs/${RUN}`);
    expect(await screen.findByText("There is no such run.")).toBeInTheDocument();
  });
});

describe("what happened", () => {
  test("effects have state, proof, classes, the way to the platform and their frozen arguments", async () => {
    runIs(run);
    const { hands } = show(`/runs/${RUN}`);
    const effects = within(await screen.findByRole("list", { name: "Effects" }));
    expect(effects.getByText("landed")).toBeInTheDocument();
    expect(
      effects.getByText(/through main · sent once · proven by a look-up on the platform after 2 s/),
    ).toBeInTheDocument();
    expect(effects.getByText("reconcilable")).toHaveAttribute("title", expect.stringContaining("looked up"));
    expect(effects.getByRole("link", { name: "See it on x" })).toHaveAttribute("href", effect.url);
    await hands.click(effects.getByText("Arguments, frozen before it was sent"));
    expect(await effects.findByText(/"Six systems, one nerve"/)).toBeInTheDocument();
  });

  test("an address that is no web address is no link", async () => {
    runIs(run, "operator", { effects: [{ ...effect, url: "javascript:alert(1)" }] });
    show(`/runs/${RUN}`);
    const effects = within(await screen.findByRole("list", { name: "Effects" }));
    expect(effects.queryByRole("link")).not.toBeInTheDocument();
  });

  test("the timeline is a picture, and a table for those who can't see it", async () => {
    runIs(run, "operator", { effects: [unknown] });
    const { hands } = show(`/runs/${RUN}`);
    expect(await screen.findByRole("img", { name: /Timeline over/ })).toBeInTheDocument();
    await hands.click(screen.getByText("As a table"));
    const table = within(await screen.findByRole("table", { name: "Timeline" }));
    expect(table.getByRole("row", { name: "x @acme held +11 s 20 s the run waited" })).toBeInTheDocument();
    expect(table.getByRole("row", { name: /x @acme x.createPost \+11 s .* unknown/ })).toBeInTheDocument();
  });

  test("the receipt has depth, breadth, charge, holds and versions of state", async () => {
    runIs(run);
    show(`/runs/${RUN}`);
    const told = within(await region("Receipt"));
    expect(told.getByText("1.5 on average")).toBeInTheDocument();
    expect(told.getByText("0.50 CUh")).toBeInTheDocument();
    expect(told.getByText("billed, of 1.00 CUh held")).toBeInTheDocument();
    expect(told.getByText("State read").nextElementSibling).toHaveTextContent("announce version 3");
    expect(told.getByText("State written").nextElementSibling).toHaveTextContent("announce version 4");
    expect(told.getByRole("row", { name: "x @acme +11 s 20 s 1 the run waited" })).toBeInTheDocument();
  });

  test("steps come page by page", async () => {
    runIs(run);
    server.use(
      http.get(`*/api/v1/runs/${RUN}/steps`, ({ request }) =>
        HttpResponse.json(
          new URL(request.url).searchParams.has("cursor")
            ? page({ ...step, position: "/do/3/pay", name: "pay", state: "faulted", error: { detail: "refused" } })
            : { data: [step], next_cursor: "more" },
        ),
      ),
    );
    const { hands } = show(`/runs/${RUN}`);
    const steps = within(await region("Steps"));
    expect(await steps.findByText(/2 attempts/)).toBeInTheDocument();
    await hands.click(steps.getByRole("button", { name: "Show more" }));
    expect(await steps.findByText(/refused/)).toHaveTextContent("/do/3/pay");
  });

  test("a page of all that can be has nothing that axe finds", async () => {
    runIs({ ...run, state: "FAILED", error: { title: "Gone", instance: "/do/2/post" } }, "operator", {
      effects: [effect, { ...unknown, id: "eff_2" }],
    });
    server.use(answers("get", "/approvals", page(approval)));
    show(`/runs/${RUN}`);
    await screen.findByRole("list", { name: "Steps" });
    await screen.findByRole("list", { name: "Approvals" });
    await region("Receipt");
    expect(await findings()).toEqual([]);
  });
});

describe("what can be done", () => {
  test("a run under way is cancelled after a question, and what was under way is told", async () => {
    runIs(waits("timer", "waits until noon"));
    let cancelled = 0;
    server.use(
      http.post(`*/api/v1/runs/${RUN}/cancel`, () => {
        cancelled++;
        return HttpResponse.json({ run, in_flight: ["eff_1", "eff_2"] });
      }),
    );
    const { hands } = show(`/runs/${RUN}`);
    await hands.click(await screen.findByRole("button", { name: "Cancel the run" }));
    expect(screen.queryByRole("button", { name: "Retry" })).not.toBeInTheDocument();
    const question = within(await screen.findByRole("dialog"));
    expect(cancelled).toBe(0);
    await hands.click(question.getByRole("button", { name: "Cancel the run" }));
    expect(await screen.findByText(/2 effects were under way/)).toBeInTheDocument();
    expect(cancelled).toBe(1);
  });

  test("a refusal to cancel says why, and the question stays", async () => {
    runIs(waits("timer", "waits until noon"));
    server.use(refuses("post", `/runs/${RUN}/cancel`, 409, "run_ended", "It ended as SUCCEEDED."));
    const { hands } = show(`/runs/${RUN}`);
    await hands.click(await screen.findByRole("button", { name: "Cancel the run" }));
    await hands.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Cancel the run" }));
    expect(await screen.findByText("It ended as SUCCEEDED.")).toBeInTheDocument();
  });

  test("one that failed is started again, and the new run's page opens", async () => {
    runIs({ ...run, state: "FAILED" });
    server.use(
      answers("post", `/runs/${RUN}/retry`, { ...run, id: OTHER_RUN }, 202),
      answers("get", `/runs/${OTHER_RUN}`, { ...run, id: OTHER_RUN }),
      answers("get", `/runs/${OTHER_RUN}/receipt`, receipt),
      answers("get", `/runs/${OTHER_RUN}/steps`, page()),
    );
    const { hands, router } = show(`/runs/${RUN}`);
    await hands.click(await screen.findByRole("button", { name: "Retry" }));
    await hands.click(await screen.findByRole("button", { name: "Start it again" }));
    await expect.poll(() => router.state.location.pathname).toBe(`/runs/${OTHER_RUN}`);
    expect(await screen.findByText(new RegExp(`^${OTHER_RUN} · accepted`))).toBeInTheDocument();
  });

  test("a session is completed or taken back, and is no thing to retry", async () => {
    runIs({ ...waits("session", "waits for the agent's next step"), workflow: null, version: null });
    let taken = 0;
    server.use(
      http.post(`*/api/v1/runs/${RUN}/compensate`, () => {
        taken++;
        return HttpResponse.json(run, { status: 202 });
      }),
    );
    const { hands } = show(`/runs/${RUN}`);
    expect(await screen.findByRole("button", { name: "Complete" })).toBeInTheDocument();
    await hands.click(screen.getByRole("button", { name: "Take back" }));
    await hands.click(await screen.findByRole("button", { name: "Take it back" }));
    await expect.poll(() => taken).toBe(1);
  });

  test("what the run asks is approved on its page", async () => {
    runIs(waits("approval", "waits for apr_1"));
    const asked: (string | null)[] = [];
    const said: unknown[] = [];
    server.use(
      http.get("*/api/v1/approvals", ({ request }) => {
        asked.push(new URL(request.url).searchParams.get("run"));
        return HttpResponse.json(page(approval));
      }),
      http.post(`*/api/v1/approvals/${approval.id}/approve`, async ({ request }) => {
        said.push(await request.json());
        return HttpResponse.json({ ...approval, state: "APPROVED" });
      }),
    );
    const { hands } = show(`/runs/${RUN}`);
    const approvals = within(await screen.findByRole("list", { name: "Approvals" }));
    expect(approvals.getByRole("group", { name: "Frozen arguments" })).toHaveTextContent('"value_wei": "1000"');
    await hands.click(approvals.getByRole("button", { name: `Approve: ${approval.title}` }));
    await hands.type(await screen.findByRole("textbox", { name: "Comment" }), "checked with Ada");
    await hands.click(screen.getByRole("button", { name: "Approve" }));
    expect(await screen.findByText("Approved.")).toBeInTheDocument();
    expect(said).toEqual([{ comment: "checked with Ada" }]);
    expect(asked).toContain(RUN);
  });

  test("a viewer sees all of it and can do nothing", async () => {
    runIs(waits("approval", "waits for apr_1"), "viewer");
    server.use(answers("get", "/approvals", page(approval)));
    show(`/runs/${RUN}`);
    expect(await screen.findByRole("list", { name: "Approvals" })).toBeInTheDocument();
    expect(await screen.findByRole("list", { name: "Steps" })).toBeInTheDocument();
    for (const name of [/^Cancel/, /^Retry/, /^Approve/, /^Reject/]) {
      expect(screen.queryByRole("button", { name })).not.toBeInTheDocument();
    }
  });

  test("an approver decides, and neither cancels nor starts", async () => {
    runIs(waits("approval", "waits for apr_1"), "approver");
    server.use(answers("get", "/approvals", page(approval)));
    show(`/runs/${RUN}`);
    expect(await screen.findByRole("button", { name: `Reject: ${approval.title}` })).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Cancel the run" })).not.toBeInTheDocument();
  });
});
