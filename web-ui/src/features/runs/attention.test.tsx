import { screen, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { beforeEach, describe, expect, test } from "vitest";
import { findings } from "../../testing/axe";
import { answers, me, page, refuses, server } from "../../testing/server";
import { show } from "../../testing/show";
import { approval, OTHER_RUN, run, unknown, waits, workflow } from "./fixtures";

const stuck = { ...waits("attention", "eff_1 is UNKNOWN"), state: "NEEDS_ATTENTION" };

beforeEach(() => {
  server.use(
    answers("get", "/me", me("approver")),
    answers("get", "/approvals", page()),
    answers("get", "/effects", page()),
    answers("get", "/runs", page()),
    answers("get", "/workflows", page(workflow)),
    answers("get", "/agents", page()),
    answers("get", "/connectors/x", {
      name: "x",
      actions: [{ function: "x.createPost", search_lag: "PT30S", look_up_window: "PT1H" }],
    }),
    http.get("*/api/v1/events/stream", () => new HttpResponse(null, { status: 403 })),
  );
});

test("where nothing waits the page says what will", async () => {
  show("/attention");
  expect(await screen.findByText("No approval waits")).toBeInTheDocument();
  expect(await screen.findByText("No effect is in doubt")).toBeInTheDocument();
  expect(screen.queryByRole("region", { name: "Can't be taken back" })).not.toBeInTheDocument();
  expect(await findings()).toEqual([]);
});

describe("approvals", () => {
  test("what is asked is shown as it would be sent, and is rejected with a comment", async () => {
    const said: unknown[] = [];
    let pending = [approval];
    server.use(
      http.get("*/api/v1/approvals", () => HttpResponse.json(page(...pending))),
      http.post(`*/api/v1/approvals/${approval.id}/reject`, async ({ request }) => {
        said.push(await request.json());
        pending = [];
        return HttpResponse.json({ ...approval, state: "REJECTED" });
      }),
    );
    const { hands } = show("/attention");
    const list = within(await screen.findByRole("list", { name: "Approvals" }));
    expect(list.getByRole("group", { name: "Frozen arguments" })).toHaveTextContent('"to": "0xc0ffee"');
    expect(list.getByText(/then its task fails/)).toBeInTheDocument();
    expect(list.getByRole("link", { name: "The run" })).toHaveAttribute("href", `/runs/${approval.run}`);
    expect(await findings()).toEqual([]);
    await hands.click(list.getByRole("button", { name: `Reject: ${approval.title}` }));
    await hands.type(await screen.findByRole("textbox", { name: "Comment" }), "too much");
    await hands.click(screen.getByRole("button", { name: "Reject" }));
    expect(await screen.findByText("No approval waits")).toBeInTheDocument();
    expect(said).toEqual([{ comment: "too much" }]);
  });

  test("what a task asks of people is shown as it is", async () => {
    const asked = { ...approval, effect: null, title: "Pay 1000 wei?", detail: { wei: "1000" }, on_timeout: "reject" };
    server.use(answers("get", "/approvals", page(asked)));
    show("/attention");
    expect(await screen.findByRole("group", { name: "What is asked" })).toHaveTextContent('"wei": "1000"');
    expect(screen.getByText(/then it is taken as rejected/)).toBeInTheDocument();
  });

  test("where others are named nothing is offered, and they are told", async () => {
    server.use(answers("get", "/approvals", page({ ...approval, approvers: ["owner", "bob@example.com"] })));
    show("/attention");
    expect(await screen.findByText(/decided by owner, bob@example.com alone/)).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: /^Approve/ })).not.toBeInTheDocument();
  });

  test("who is named by address or role decides", async () => {
    server.use(
      answers(
        "get",
        "/approvals",
        page(
          { ...approval, approvers: ["ann@example.com"], title: "By address" },
          { ...approval, id: "apr_2", approvers: ["approver"], title: "By role" },
        ),
      ),
    );
    show("/attention");
    expect(await screen.findByRole("button", { name: "Approve: By address" })).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Approve: By role" })).toBeInTheDocument();
  });

  test("a decision that came too late says so", async () => {
    server.use(
      answers("get", "/approvals", page(approval)),
      refuses("post", `/approvals/${approval.id}/approve`, 409, "approval_decided", "It is REJECTED."),
    );
    const { hands } = show("/attention");
    await hands.click(await screen.findByRole("button", { name: `Approve: ${approval.title}` }));
    await hands.click(await screen.findByRole("button", { name: "Approve" }));
    expect(await screen.findByText("It is REJECTED.")).toBeInTheDocument();
  });
});

describe("effects in doubt", () => {
  const doubt = () => server.use(answers("get", "/effects", page(unknown)), answers("get", "/runs", page(stuck)));

  test("what is known stands beside what is asked", async () => {
    doubt();
    show("/attention");
    const list = within(await screen.findByRole("list", { name: "In doubt" }));
    expect(list.getByText("Last heard").nextElementSibling).toHaveTextContent("no answer within 20 s");
    expect(
      await list.findByText(/proves something 30 s after the attempt; look-ups go on for 1 h/),
    ).toBeInTheDocument();
    expect(list.getByText("If it landed").nextElementSibling).toHaveTextContent("the platform can take it back");
    expect(list.getByText(/"Six systems, one nerve"/)).toBeInTheDocument();
    expect(await findings()).toEqual([]);
  });

  test("one that landed is resolved by its reference", async () => {
    doubt();
    const said: unknown[] = [];
    server.use(
      http.post(`*/api/v1/effects/${unknown.id}/resolve`, async ({ request }) => {
        said.push(await request.json());
        server.use(answers("get", "/effects", page()), answers("get", "/runs", page()));
        return HttpResponse.json({ ...unknown, state: "LANDED" });
      }),
    );
    const { hands } = show("/attention");
    await hands.click(await screen.findByRole("button", { name: "Resolve: x.createPost" }));
    await hands.click(await screen.findByRole("button", { name: "Put it on record" }));
    expect(await screen.findByText("Say whether it landed")).toBeInTheDocument();
    await hands.click(screen.getByRole("radio", { name: "It landed" }));
    await hands.click(screen.getByRole("button", { name: "Put it on record" }));
    expect(await screen.findByText("Name what landed, as the platform does")).toBeInTheDocument();
    expect(await findings()).toEqual([]);
    await hands.type(screen.getByRole("textbox", { name: "Reference" }), " 1790 ");
    await hands.click(screen.getByRole("button", { name: "Put it on record" }));
    expect(await screen.findByText("No effect is in doubt")).toBeInTheDocument();
    expect(said).toEqual([{ outcome: "landed", reference: "1790" }]);
  });

  test("one that did not land needs no reference", async () => {
    doubt();
    const said: unknown[] = [];
    server.use(
      http.post(`*/api/v1/effects/${unknown.id}/resolve`, async ({ request }) => {
        said.push(await request.json());
        return HttpResponse.json({ ...unknown, state: "NOT_LANDED" });
      }),
    );
    const { hands } = show("/attention");
    await hands.click(await screen.findByRole("button", { name: "Resolve: x.createPost" }));
    await hands.click(await screen.findByRole("radio", { name: "It did not land" }));
    await hands.click(screen.getByRole("button", { name: "Put it on record" }));
    await expect.poll(() => said).toEqual([{ outcome: "not_landed" }]);
  });

  test("the platform is asked again at once, where it can be asked at all", async () => {
    const blind = { ...unknown, id: "eff_2", action: "mail.send", connector: "x", retry_class: "blind" };
    server.use(answers("get", "/effects", page(unknown, blind)), answers("get", "/runs", page(stuck)));
    let asked = 0;
    server.use(
      http.post(`*/api/v1/effects/${unknown.id}/look-up`, () => {
        asked++;
        return HttpResponse.json(unknown);
      }),
    );
    const { hands } = show("/attention");
    await hands.click(await screen.findByRole("button", { name: "Look up now: x.createPost" }));
    expect(await screen.findByText(/The platform is asked again/)).toBeInTheDocument();
    expect(asked).toBe(1);
    expect(screen.queryByRole("button", { name: "Look up now: mail.send" })).not.toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Resolve: mail.send" })).toBeInTheDocument();
  });

  test("one whose run still has it looked up is told apart", async () => {
    server.use(answers("get", "/effects", page({ ...unknown, run: OTHER_RUN })), answers("get", "/runs", page(stuck)));
    show("/attention");
    const list = await screen.findByRole("list", { name: "Being looked up" });
    expect(within(list).getByRole("link", { name: OTHER_RUN })).toBeInTheDocument();
    expect(screen.getByText("No effect is in doubt")).toBeInTheDocument();
  });

  test("a viewer sees them and says nothing", async () => {
    doubt();
    server.use(answers("get", "/me", me("viewer")));
    show("/attention");
    expect(await screen.findByRole("list", { name: "In doubt" })).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: /Resolve|Look up/ })).not.toBeInTheDocument();
  });
});

test("what can't be taken back is acknowledged by its subject", async () => {
  const said: unknown[] = [];
  const untakeable = {
    ...stuck,
    waiting_for: { reason: "attention", detail: "mail.send has no undo", subject: "eff_9" },
  };
  server.use(
    answers("get", "/runs", page(untakeable)),
    http.post(`*/api/v1/runs/${run.id}/acknowledge`, async ({ request }) => {
      said.push(await request.json());
      server.use(answers("get", "/runs", page()));
      return HttpResponse.json(run, { status: 202 });
    }),
  );
  const { hands } = show("/attention");
  const list = within(await screen.findByRole("list", { name: "Can't be taken back" }));
  expect(list.getByText(/mail.send has no undo/)).toHaveTextContent("eff_9");
  await hands.click(await list.findByRole("button", { name: "Acknowledge: demo/campaign 1.0.0" }));
  await hands.type(await screen.findByRole("textbox", { name: "Comment" }), "apologized");
  await hands.click(screen.getByRole("button", { name: "It stays" }));
  await expect.poll(() => said).toEqual([{ subject: "eff_9", comment: "apologized" }]);
  await expect.poll(() => screen.queryByRole("list", { name: "Can't be taken back" })).toBeNull();
});

test("the navigation counts what waits for a person", async () => {
  server.use(
    answers("get", "/approvals", page(approval, { ...approval, id: "apr_2" })),
    answers("get", "/runs", page(stuck)),
  );
  show("/attention");
  expect(await screen.findByRole("link", { name: /^Attention ?\(3 waiting\)$/ })).toBeInTheDocument();
});

test("a part that is refused says why, and the others are there", async () => {
  server.use(refuses("get", "/effects", 429, "too_many_requests", "Wait a second."));
  show("/attention");
  expect(await screen.findByText("Wait a second.")).toBeInTheDocument();
  expect(await screen.findByText("No approval waits")).toBeInTheDocument();
});
