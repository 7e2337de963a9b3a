import { screen, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { describe, expect, test } from "vitest";
import type { Incident } from "../../lib/status";
import { findings } from "../../testing/axe";
import { answers, me, page, refuses, server } from "../../testing/server";
import { fill, show } from "../../testing/show";
import type { Health, OperatedTenant } from "./api";

const AT = "2026-11-29T12:00:00.000Z";

const tenant = (more: Partial<OperatedTenant> = {}): OperatedTenant => ({
  id: "ten_2",
  name: "Acme",
  state: "active",
  plan: "team",
  k: 20,
  used: 12,
  unpaid: false,
  barred: null,
  created_at: AT,
  suspended_at: null,
  purge_at: null,
  ...more,
});

const incident: Incident = {
  id: "inc_1",
  title: "Webhooks are late",
  impact: "degraded",
  state: "investigating",
  parts: ["webhooks"],
  updates: [{ state: "investigating", message: "None is lost.", at: AT }],
  started_at: AT,
  resolved_at: null,
};

const health: Health = {
  runs_due: 3,
  run_delay_seconds: 0.2,
  effects_in_doubt: 1,
  effects_in_doubt_age_seconds: 7500,
  holds_open: 40,
  holds_leaked: 0,
  capacity_waiters: 0,
  capacity_wait_seconds: 0,
  system_waiters: 0,
  system_wait_seconds: 0,
  webhooks_waiting: 0,
  webhook_delay_seconds: 0,
  errands_failing: 0,
  errand_delay_seconds: 0,
  seal_lag_seconds: 90,
  workers: [
    { id: 17, name: "worker-1:4711", state: "alive", started_at: AT, heartbeat_at: AT, lease_until: AT },
    { id: 16, name: "worker-1:12", state: "fenced", started_at: AT, heartbeat_at: AT, lease_until: AT },
  ],
};

const operator = () => server.use(answers("get", "/me", me(null, { operator: true })));

describe("who sees the operator's pages", () => {
  test("for an owner of a tenant they are not there, and are not asked for", async () => {
    let asked = 0;
    server.use(
      answers("get", "/me", me("owner")),
      http.get("*/api/v1/operator/tenants", () => {
        asked++;
        return HttpResponse.json(page());
      }),
    );
    show("/operator");
    expect(await screen.findByText("There is no such page")).toBeInTheDocument();
    expect(asked).toBe(0);
  });

  test("an operator in a tenant finds the way there from the dashboard", async () => {
    server.use(answers("get", "/me", me("viewer", { operator: true })));
    show("/");
    const pages = await screen.findByRole("navigation", { name: "Pages" });
    expect(within(pages).getByRole("link", { name: "Operator" })).toHaveAttribute("href", "/operator");
  });

  test("whoever has not signed in is shown the way in", async () => {
    server.use(refuses("get", "/me", 401, "unauthenticated"));
    show("/operator/health");
    expect(await screen.findByText("Sign in to go on")).toBeInTheDocument();
  });
});

describe("tenants", () => {
  test("are searched by name and state, which stand in the address", async () => {
    operator();
    const asked: string[] = [];
    server.use(
      http.get("*/api/v1/operator/tenants", ({ request }) => {
        asked.push(new URL(request.url).search);
        return HttpResponse.json(page(tenant(), tenant({ id: "ten_3", name: "Bad", state: "suspended" })));
      }),
    );
    const { hands, router } = show("/operator");
    expect(await screen.findByRole("link", { name: "Acme" })).toHaveAttribute("href", "/operator/tenants/ten_2");
    expect(screen.getAllByText("team · 12 of 20 held")).toHaveLength(2);
    await fill(hands, screen.getByRole("textbox", { name: "Name or identifier" }), "acm");
    await hands.click(screen.getByRole("button", { name: "Search" }));
    await expect.poll(() => asked.at(-1)).toContain("q=acm");
    expect(router.state.location.search).toEqual({ q: "acm" });
    expect(await findings()).toEqual([]);
  });

  test("one is suspended with a reason, and resumed after being asked", async () => {
    operator();
    let now = tenant();
    let reason = "";
    server.use(
      http.get("*/api/v1/operator/tenants/ten_2", () => HttpResponse.json(now)),
      http.get("*/api/v1/operator/tenants/ten_2/limits", () =>
        HttpResponse.json({ k: 20, requests_per_minute: null }, { headers: { ETag: '"3"' } }),
      ),
      http.post("*/api/v1/operator/tenants/ten_2/suspend", async ({ request }) => {
        reason = ((await request.json()) as { reason: string }).reason;
        now = tenant({ state: "suspended", barred: reason });
        return HttpResponse.json(now);
      }),
      http.post("*/api/v1/operator/tenants/ten_2/resume", () => {
        now = tenant();
        return HttpResponse.json(now);
      }),
    );
    const { hands } = show("/operator/tenants/ten_2");
    await hands.click(await screen.findByRole("button", { name: "Suspend" }));
    const dialog = await screen.findByRole("dialog");
    await hands.click(within(dialog).getByRole("button", { name: "Suspend" }));
    expect(await within(dialog).findByText("Say why")).toBeInTheDocument();
    await fill(hands, within(dialog).getByRole("textbox", { name: "Why" }), "spam");
    await hands.click(within(dialog).getByRole("button", { name: "Suspend" }));
    expect(await screen.findByText("spam")).toBeInTheDocument();
    expect(reason).toBe("spam");
    await hands.click(await screen.findByRole("button", { name: "Resume" }));
    await hands.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Resume" }));
    expect(await screen.findByRole("button", { name: "Suspend" })).toBeInTheDocument();
    expect(await findings()).toEqual([]);
  });

  test("limits are set for what was seen", async () => {
    operator();
    let sent: unknown;
    let match: string | null = "";
    server.use(
      answers("get", "/operator/tenants/ten_2", tenant()),
      http.get("*/api/v1/operator/tenants/ten_2/limits", () =>
        HttpResponse.json({ k: 20, requests_per_minute: null }, { headers: { ETag: '"3"' } }),
      ),
      http.put("*/api/v1/operator/tenants/ten_2/limits", async ({ request }) => {
        sent = await request.json();
        match = request.headers.get("If-Match");
        return HttpResponse.json({ k: 50, requests_per_minute: null });
      }),
    );
    const { hands } = show("/operator/tenants/ten_2");
    await fill(hands, await screen.findByRole("textbox", { name: "Capacity (K)" }), "50");
    await hands.click(screen.getByRole("button", { name: "Set limits" }));
    await expect.poll(() => sent).toEqual({ k: 50 });
    expect(match).toBe('"3"');
  });
});

test("health shows what waits and which workers live", async () => {
  operator();
  server.use(answers("get", "/operator/health", health));
  show("/operator/health");
  expect(await screen.findByText("oldest 2 h")).toBeInTheDocument();
  const workers = screen.getByRole("table", { name: "Workers" });
  expect(within(workers).getByText("alive")).toBeInTheDocument();
  expect(within(workers).getByText("worker-1:12 (16)")).toBeInTheDocument();
  expect(await findings()).toEqual([]);
});

test("an incident is told of, and how it goes on", async () => {
  operator();
  const sent: unknown[] = [];
  server.use(
    answers("get", "/operator/incidents", page(incident)),
    http.post("*/api/v1/operator/incidents", async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json(incident, { status: 201 });
    }),
    http.post("*/api/v1/operator/incidents/inc_1/updates", async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json(incident);
    }),
  );
  const { hands } = show("/operator/incidents");
  await hands.click(await screen.findByRole("button", { name: "Tell of an incident" }));
  let dialog = await screen.findByRole("dialog");
  await fill(hands, within(dialog).getByRole("textbox", { name: "Title" }), "Slow");
  await fill(hands, within(dialog).getByRole("textbox", { name: "Message" }), "We look.");
  await hands.click(within(dialog).getByRole("checkbox", { name: "Runs" }));
  await hands.click(within(dialog).getByRole("button", { name: "Tell everybody" }));
  await expect
    .poll(() => sent[0])
    .toEqual({ title: "Slow", impact: "degraded", parts: ["workers"], message: "We look." });
  await hands.click(await screen.findByRole("button", { name: "Tell more of Webhooks are late" }));
  dialog = await screen.findByRole("dialog");
  await fill(hands, within(dialog).getByRole("textbox", { name: "Message" }), "Found it.");
  await hands.click(within(dialog).getByRole("button", { name: "Tell everybody" }));
  await expect.poll(() => sent[1]).toEqual({ state: "investigating", message: "Found it." });
});
