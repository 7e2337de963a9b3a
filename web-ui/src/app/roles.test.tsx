import { screen, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { describe, expect, test } from "vitest";
import type { Role } from "../lib/session";
import { answers, me, page, refuses, server } from "../testing/server";
import { show } from "../testing/show";

const member = (id: string, name: string, role: Role) => ({
  id,
  kind: "person",
  email: `${name.toLowerCase()}@example.com`,
  name,
  role,
  joined_at: "2026-01-01T00:00:00.000Z",
});
const invitation = {
  id: "ivt_1",
  email: "eve@example.com",
  role: "viewer",
  state: "pending",
  invited_by: "ann@example.com",
  created_at: "2026-01-01T00:00:00.000Z",
  expires_at: "2030-01-01T00:00:00.000Z",
  sent_at: "2026-01-01T00:00:00.000Z",
  decided_at: null,
};

function team(role: Role) {
  server.use(
    answers("get", "/me", me(role)),
    answers(
      "get",
      "/members",
      page(member("per_1", "Ann", role), member("per_2", "Olga", "owner"), member("per_3", "Vic", "viewer")),
    ),
    answers("get", "/invitations", page(invitation)),
  );
  return show("/team");
}

const names = async () =>
  within(await screen.findByRole("navigation", { name: "Pages" }))
    .getAllByRole("link")
    .map((it) => it.textContent);

describe("what a role is offered", () => {
  test("a viewer sees no page of keys or audit, and no start", async () => {
    server.use(answers("get", "/me", me("viewer")), answers("get", "/runs", page()));
    show("/");
    expect(await names()).toEqual([
      "Home",
      "Runs",
      "Attention",
      "Connections",
      "Agents",
      "Workflows",
      "Laboratory",
      "Capacity & usage",
      "Team",
      "Webhooks",
      "Settings",
    ]);
    expect(await screen.findByText("No runs yet")).toBeInTheDocument();
    expect(screen.queryByRole("link", { name: "Start a run" })).not.toBeInTheDocument();
  });

  test("an operator may start runs", async () => {
    server.use(answers("get", "/me", me("operator")), answers("get", "/runs", page()));
    show("/");
    expect(await screen.findByRole("link", { name: "Start a run" })).toBeInTheDocument();
    expect(await names()).toEqual([
      "Home",
      "Runs",
      "Attention",
      "Connections",
      "Agents",
      "Workflows",
      "Laboratory",
      "Capacity & usage",
      "Team",
      "Webhooks",
      "Settings",
    ]);
  });

  test("an owner sees every page", async () => {
    server.use(answers("get", "/me", me("owner")), answers("get", "/runs", page()));
    show("/");
    expect(await names()).toEqual([
      "Home",
      "Runs",
      "Attention",
      "Connections",
      "Agents",
      "Workflows",
      "Laboratory",
      "Capacity & usage",
      "Billing",
      "Team",
      "API keys",
      "Webhooks",
      "Sign-in",
      "Audit log",
      "Settings",
    ]);
  });

  test("a viewer sees the team and changes nothing", async () => {
    team("viewer");
    expect(await screen.findByText("Vic")).toBeInTheDocument();
    expect(await screen.findByText("eve@example.com")).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: /Invite|Resend|Revoke|More about/ })).not.toBeInTheDocument();
    expect(screen.queryByRole("combobox")).not.toBeInTheDocument();
  });

  test("an admin changes members below owners, and gives no ownership", async () => {
    const { hands } = team("admin");
    await hands.click(await screen.findByRole("combobox", { name: "Role of Vic" }));
    const roles = screen.getAllByRole("option").map((it) => it.textContent);
    expect(roles).toEqual(["admin", "operator", "approver", "viewer"]);
    expect(screen.queryByRole("combobox", { name: "Role of Olga" })).not.toBeInTheDocument();
  });

  test("an owner transfers ownership, after being asked", async () => {
    let transferred = false;
    const { hands } = team("owner");
    server.use(
      http.post("*/api/v1/members/per_3/transfer", () => {
        transferred = true;
        return HttpResponse.json(member("per_3", "Vic", "owner"));
      }),
    );
    await hands.click(await screen.findByRole("button", { name: "More about Vic" }));
    await hands.click(await screen.findByRole("menuitem", { name: "Transfer ownership" }));
    expect(transferred).toBe(false);
    await hands.click(await screen.findByRole("button", { name: "Transfer ownership" }));
    await expect.poll(() => transferred).toBe(true);
  });

  test("a page beyond the role says so instead of failing", async () => {
    server.use(answers("get", "/me", me("viewer")));
    show("/api-keys");
    expect(await screen.findByText("Not with your role")).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Create a key" })).not.toBeInTheDocument();
  });
});

describe("what is owed", () => {
  const overdue = {
    id: "inv_7",
    kind: "invoice",
    number: "GAN-000007",
    state: "overdue",
    month: "2026-10",
    total: { amount_minor: 39_900, currency: "EUR" },
    due: { amount_minor: 39_900, currency: "EUR" },
    issued_at: "2026-11-01T02:00:00.000Z",
    due_at: "2026-11-15T02:00:00.000Z",
  };
  const suspended = (role: Role) =>
    me(role, { tenants: [{ tenant: "ten_1", name: "Acme", role, purge_at: null, suspended: true }] });

  test("an overdue invoice is told to who may pay it, with the way to it", async () => {
    server.use(
      answers("get", "/me", me("admin")),
      answers("get", "/runs", page()),
      answers("get", "/invoices", page({ ...overdue, id: "inv_8", state: "open" }, overdue)),
    );
    show("/");
    expect(await screen.findByText("An invoice is overdue")).toBeInTheDocument();
    expect(screen.getByText(/€399.00 was due/)).toBeInTheDocument();
    expect(screen.getByRole("link", { name: "See invoice GAN-000007" })).toHaveAttribute(
      "href",
      "/billing/invoices/inv_7",
    );
  });

  test("a suspended tenant says so to everybody, and leads who may pay to the invoice", async () => {
    server.use(
      answers("get", "/me", suspended("owner")),
      answers("get", "/runs", page()),
      answers("get", "/invoices", page(overdue)),
    );
    show("/");
    expect(await screen.findByText("This tenant is suspended")).toBeInTheDocument();
    expect(await screen.findByRole("link", { name: "See invoice GAN-000007" })).toBeInTheDocument();
    expect(screen.queryByText("An invoice is overdue")).not.toBeInTheDocument();
  });

  test("a viewer of a suspended tenant is told whom to ask, and asks for no bills", async () => {
    let asked = 0;
    server.use(
      answers("get", "/me", suspended("viewer")),
      answers("get", "/runs", page()),
      http.get("*/api/v1/invoices", () => {
        asked++;
        return HttpResponse.json(page(overdue));
      }),
    );
    show("/");
    expect(await screen.findByText(/Owners and admins see why/)).toBeInTheDocument();
    expect(screen.queryByRole("link", { name: /See/ })).not.toBeInTheDocument();
    expect(asked).toBe(0);
  });

  test("nothing is said while nothing is overdue", async () => {
    server.use(
      answers("get", "/me", me("owner")),
      answers("get", "/runs", page()),
      answers("get", "/invoices", page({ ...overdue, state: "paid" })),
    );
    show("/");
    expect(await screen.findByText("No runs yet")).toBeInTheDocument();
    expect(screen.queryByText("An invoice is overdue")).not.toBeInTheDocument();
  });
});

test("a session that ends in the middle leads to the way in, and back", async () => {
  server.use(
    answers("get", "/me", me("owner")),
    refuses("get", "/members", 401, "unauthenticated"),
    answers("get", "/invitations", page()),
  );
  show("/team");
  expect(await screen.findByRole("link", { name: "Sign in" })).toHaveAttribute("href", "/auth/login?next=%2Fteam");
});

test("a provider that is down is told of, and the page goes on", async () => {
  server.use(
    answers("get", "/me", me("owner")),
    answers("get", "/runs", page()),
    answers("get", "/sign-in", { state: "unavailable", detail: "API keys and running work go on." }),
  );
  show("/");
  expect(await screen.findByText("Nobody can sign in right now")).toBeInTheDocument();
  expect(screen.getByText("No runs yet")).toBeInTheDocument();
});

test("a list that is refused shows the problem's title and detail, and a way to try again", async () => {
  server.use(answers("get", "/me", me("owner")), refuses("get", "/runs", 503, "overloaded", "Try again in a second."));
  const { hands } = show("/");
  const latest = within(await screen.findByRole("region", { name: "Latest runs" }));
  expect(await latest.findByText("Title of overloaded")).toBeInTheDocument();
  expect(latest.getByText(/Try again in a second/)).toBeInTheDocument();
  server.use(answers("get", "/runs", page()));
  await hands.click(latest.getByRole("button", { name: "Try again" }));
  expect(await screen.findByText("No runs yet")).toBeInTheDocument();
});

test("who was taken out of the tenant they last chose is let in where they belong", async () => {
  localStorage.setItem("ganglion.tenant", "ten_old");
  const { chooseTenant } = await import("../lib/api");
  chooseTenant("ten_old");
  server.use(
    http.get("*/api/v1/me", ({ request }) =>
      request.headers.has("Ganglion-Tenant")
        ? HttpResponse.json({ title: "Not found", status: 404, code: "not_found", detail: "…" }, { status: 404 })
        : HttpResponse.json(me("viewer")),
    ),
    answers("get", "/runs", page()),
  );
  show("/");
  expect(await screen.findByRole("heading", { name: "Acme" })).toBeInTheDocument();
  expect(localStorage.getItem("ganglion.tenant")).toBeNull();
});
