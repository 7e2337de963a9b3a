import { screen, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { beforeEach, describe, expect, test } from "vitest";
import { findings } from "../../testing/axe";
import { answers, refuses, server } from "../../testing/server";
import { show } from "../../testing/show";

const TOKEN = `gl_${"0".repeat(52)}${"A".repeat(43)}`;
const asked = {
  approval: "apr_1",
  state: "PENDING",
  tenant: "Acme",
  title: "Send 5 wei?",
  detail: { function: "evm.sendTransaction", connection: "treasury", arguments: { to: "0xc0ffee", value_wei: "5" } },
  run: "run_1",
  on_timeout: "fail",
  asked_at: "2030-01-01T00:00:00.000Z",
  expires_at: "2030-01-02T00:00:00.000Z",
  sent_to: "ann@example.com",
  link_expires_at: "2030-01-02T00:00:00.000Z",
};
let said: unknown[] = [];

beforeEach(() => {
  said = [];
  server.use(
    refuses("get", "/me", 401, "unauthenticated"),
    answers("get", `/approval-links/${TOKEN}`, asked),
    ...["approve", "reject"].map((verdict) =>
      http.post(`*/api/v1/approval-links/${TOKEN}/${verdict}`, async ({ request }) => {
        said.push([verdict, await request.json()]);
        const state = verdict === "approve" ? "APPROVED" : "REJECTED";
        return HttpResponse.json({ approval: "apr_1", state, comment: null, decided_at: "2030-01-01T01:00:00.000Z" });
      }),
    ),
  );
});

describe("a link", () => {
  test("shows what would be done, to somebody who has not signed in, and decides nothing by being opened", async () => {
    show(`/decide#${TOKEN}`);
    expect(await screen.findByRole("heading", { name: "Send 5 wei?" })).toBeInTheDocument();
    expect(screen.getByRole("group", { name: "Frozen arguments" })).toHaveTextContent('"to": "0xc0ffee"');
    expect(screen.getByText(/evm.sendTransaction/)).toBeInTheDocument();
    expect(screen.getByText(/sent to ann@example.com/)).toBeInTheDocument();
    expect(await findings()).toEqual([]);
    expect(said).toEqual([]);
  });

  test("approves once it was said twice, with the comment", async () => {
    const { hands } = show(`/decide#${TOKEN}`);
    await hands.type(await screen.findByRole("textbox", { name: "Comment" }), "checked");
    await hands.click(screen.getByRole("button", { name: "Approve…" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Approve this?" }));
    expect(said).toEqual([]);
    expect(await findings()).toEqual([]);
    await hands.click(dialog.getByRole("button", { name: "Approve" }));
    expect(await screen.findByRole("heading", { name: "Approved" })).toBeInTheDocument();
    expect(said).toEqual([["approve", { comment: "checked" }]]);
  });

  test("is left undecided by who changes their mind", async () => {
    const { hands } = show(`/decide#${TOKEN}`);
    await hands.click(await screen.findByRole("button", { name: "Reject…" }));
    await hands.click(await screen.findByRole("button", { name: "Cancel" }));
    expect(screen.getByRole("button", { name: "Reject…" })).toBeInTheDocument();
    expect(said).toEqual([]);
  });

  test("rejects", async () => {
    const { hands } = show(`/decide#${TOKEN}`);
    await hands.click(await screen.findByRole("button", { name: "Reject…" }));
    await hands.click(await screen.findByRole("button", { name: "Reject" }));
    expect(await screen.findByRole("heading", { name: "Rejected" })).toBeInTheDocument();
    expect(said).toEqual([["reject", {}]]);
  });

  test("stays open by the skip link, which has a mark of its own", async () => {
    const { router } = show(`/decide#${TOKEN}`);
    await screen.findByRole("heading", { name: "Send 5 wei?" });
    await router.navigate({ to: "/decide", hash: "main" });
    expect(screen.getByRole("button", { name: "Approve…" })).toBeInTheDocument();
  });

  test.each([
    [404, "not_found"],
    [410, "link_expired"],
    [410, "link_used"],
    [410, "link_revoked"],
  ])("that answers %i %s says why, and leads to the dashboard", async (status, code) => {
    server.use(refuses("get", `/approval-links/${TOKEN}`, status, code, `Because of ${code}.`));
    show(`/decide#${TOKEN}`);
    expect(await screen.findByText(`Because of ${code}.`)).toBeInTheDocument();
    expect(screen.getByRole("link", { name: "Sign in to see what waits for you" })).toHaveAttribute(
      "href",
      "/attention",
    );
    expect(await findings()).toEqual([]);
  });

  test("to what was decided otherwise meanwhile offers nothing", async () => {
    server.use(answers("get", `/approval-links/${TOKEN}`, { ...asked, state: "WITHDRAWN" }));
    show(`/decide#${TOKEN}`);
    expect(await screen.findByText(/It is withdrawn/)).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Approve…" })).not.toBeInTheDocument();
  });

  test("that lost its second half says so", async () => {
    show("/decide");
    expect(await screen.findByText(/A part of it is missing/)).toBeInTheDocument();
  });

  test("to what a task asks shows it as it is", async () => {
    server.use(answers("get", `/approval-links/${TOKEN}`, { ...asked, detail: { wei: "1000" } }));
    show(`/decide#${TOKEN}`);
    expect(await screen.findByRole("group", { name: "What is asked" })).toHaveTextContent('"wei": "1000"');
  });

  test("whose decision is refused says why and stays", async () => {
    server.use(refuses("post", `/approval-links/${TOKEN}/approve`, 409, "approval_expired", "Nobody decided in time."));
    const { hands } = show(`/decide#${TOKEN}`);
    await hands.click(await screen.findByRole("button", { name: "Approve…" }));
    await hands.click(await screen.findByRole("button", { name: "Approve" }));
    expect(await screen.findByText("Nobody decided in time.")).toBeInTheDocument();
  });
});
