import { screen, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { beforeEach, expect, test, vi } from "vitest";
import { answers, me, page, refuses, server } from "../../testing/server";
import { show } from "../../testing/show";

// jsdom has no canvas; what the chart is told to draw is told here
const drawn = vi.hoisted(() => [] as { series: { name: string; data: number[] }[] }[]);
vi.mock("echarts/core", () => ({
  use: () => {},
  init: () => ({
    setOption: (option: (typeof drawn)[number]) => drawn.push(option),
    resize: () => {},
    dispose: () => {},
  }),
}));

const HOUR = 3_600_000;
const EUR = (amount_minor: number) => ({ amount_minor, currency: "EUR" });
const subscription = {
  plan: "team",
  prices: "2026-11",
  interval: "month",
  fee: EUR(4_900),
  burst_price: EUR(50),
  trial_ends: null,
  k: 25,
  burst: true,
  burst_cap: EUR(5_000),
  burst_alert: 0,
  balance: EUR(0),
  payment: "hand",
  customer: { name: null, address: null, tax_id: null, email: null },
  agreed_at: "2026-11-01T00:00:00.000Z",
};
const line = (kind: string, amount_minor: number, quantity: number, unit: string) => ({
  kind,
  text: kind === "fee" ? "Plan team" : "Burst above capacity, plan team",
  from: "2026-11-01T00:00:00.000Z",
  to: "2026-12-01T00:00:00.000Z",
  quantity,
  unit,
  amount_minor,
});
const upcoming = {
  currency: "EUR",
  burst_ms: 6 * HOUR,
  lines: [line("fee", 4_900, 2_592_000, "second"), line("burst", 300, 600, "centi_cuh")],
  usage: [],
};
const usage = (agent: string | null, billable: number, recorded = billable) => ({
  start: "2026-11-03T00:00:00.000Z",
  agent,
  workflow: null,
  system: null,
  connector: null,
  recorded_ms: recorded * HOUR,
  billable_ms: billable * HOUR,
  cu_hours: `${billable}`,
});
const root = { seq: 12, root: "5ad8".repeat(16), data: [] };

function capacity(role: "owner" | "viewer", more: object = {}) {
  server.use(
    answers("get", "/me", me(role)),
    answers("get", "/capacity", { k: 25, ceiling: 10_000, used: 27, waiting: 1, ...more }),
    answers("get", "/runs", page()),
    answers("get", "/usage", page()),
    answers("get", "/agents", page({ id: "agt_1", name: "campaigner" })),
    answers("get", "/workflows", page()),
    answers("get", "/connections", page()),
    answers("get", "/subscription", subscription),
    answers("get", "/invoices/upcoming", upcoming),
    answers("get", "/plans", { prices: "2026-11", data: [] }),
    answers("get", "/ledger/root", root),
  );
}

beforeEach(() => {
  drawn.length = 0;
});

test("what is held now is set beside K, burst and its cap", async () => {
  capacity("owner");
  show("/capacity");
  const now = await screen.findByRole("region", { name: "Now" });
  expect(await within(now).findByText("27")).toBeInTheDocument();
  expect(within(now).getByText("with burst up to 10,000")).toBeInTheDocument();
  expect(within(now).getByText("2 above K: this is burst.")).toBeInTheDocument();
  expect(await within(now).findByText("6.00 CUh")).toBeInTheDocument();
  expect(within(now).getByText(/€3.00 of at most €50.00/)).toBeInTheDocument();
  expect(within(now).getByRole("meter", { name: "Used of capacity" })).toBeInTheDocument();
});

test("who may see no bills sees capacity and usage, and asks for no money", async () => {
  capacity("viewer", { ceiling: 25, used: 3 });
  let asked = 0;
  server.use(
    http.get("*/api/v1/*", ({ request }) => {
      if (/\/(subscription|plans|billing|invoices)/.test(request.url)) asked++; // and the next handler answers
    }),
  );
  show("/capacity");
  expect(await screen.findByText("and no more: burst is off, or at its cap")).toBeInTheDocument();
  expect(screen.getByRole("region", { name: "Hold ledger" })).toBeInTheDocument();
  expect(screen.queryByRole("region", { name: "What if" })).not.toBeInTheDocument();
  expect(screen.queryByText("Burst this month")).not.toBeInTheDocument();
  expect(asked).toBe(0);
});

test("runs that wait for capacity stand before those that wait for something else", async () => {
  capacity("owner");
  const run = (id: string, reason: string, detail: string) => ({
    id,
    state: "WAITING",
    priority: 5,
    created_at: "2026-11-29T08:00:00.000Z",
    waiting_for: { reason, detail },
  });
  server.use(
    answers(
      "get",
      "/runs",
      page(run("run_1", "timer", "waits until noon"), run("run_2", "capacity", "capacity 25/25")),
    ),
  );
  show("/capacity");
  const rows = within(await screen.findByRole("list", { name: "Waiting runs" })).getAllByRole("listitem");
  expect(rows.map((row) => row.textContent)).toEqual([
    expect.stringContaining("capacity 25/25"),
    expect.stringContaining("waits until noon"),
  ]);
});

test("usage by agent is drawn by name, and is a table for those who can't see it", async () => {
  capacity("owner");
  const asked: string[] = [];
  server.use(
    http.get("*/api/v1/usage", ({ request }) => {
      const query = new URL(request.url).searchParams;
      asked.push(`${query.get("by")} ${query.get("from")} ${query.get("to")}`);
      return HttpResponse.json(page(usage("agt_1", 3, 4), usage(null, 1)));
    }),
  );
  show("/capacity?month=2026-11&by=agent");
  await expect
    .poll(() => drawn.at(-1)?.series.map(({ name }) => name))
    .toEqual(["campaigner", "Runs without an agent"]);
  expect(drawn.at(-1)?.series[0]?.data[2]).toBe(3);
  const table = screen.getByRole("table", { name: "CU-hours by day, November 2026", hidden: true });
  expect(within(table).getByRole("row", { name: "2026-11-03 3.00 1.00", hidden: true })).toBeInTheDocument();
  expect(await screen.findByRole("row", { name: "campaigner 4.00 CUh 3.00 CUh" })).toBeInTheDocument();
  expect(asked.sort()).toEqual([
    "day,agent 2026-11-01T00:00:00Z 2026-12-01T00:00:00Z",
    "month,agent 2026-11-01T00:00:00Z 2026-12-01T00:00:00Z",
  ]);
});

test("where there is too much to draw by agent, the chart is of all together and says so", async () => {
  capacity("owner");
  let pages = 0;
  server.use(
    http.get("*/api/v1/usage", ({ request }) => {
      const by = new URL(request.url).searchParams.get("by");
      if (by === "day,agent") pages++;
      return HttpResponse.json(
        by === "day,agent" ? { data: [usage("agt_1", 1)], next_cursor: "more" } : page(usage(null, 9)),
      );
    }),
  );
  show("/capacity?month=2026-11&by=agent");
  expect(await screen.findByText(/too much to draw by agent/)).toBeInTheDocument();
  await expect.poll(() => drawn.at(-1)?.series).toMatchObject([{ name: "Billed" }]);
  expect(pages).toBe(10);
});

test("another month and another grouping stand in the address", async () => {
  capacity("owner");
  const { hands, router } = show("/capacity?month=2026-09");
  await hands.click(await screen.findByRole("combobox", { name: "By" }));
  await hands.click(await screen.findByRole("option", { name: "system" }));
  await expect.poll(() => router.state.location.search).toEqual({ month: "2026-09", by: "system" });
  expect(await screen.findByText("Nothing was held in September 2026")).toBeInTheDocument();
});

test("what a month would have cost with another K is told", async () => {
  capacity("owner");
  const asked: string[] = [];
  server.use(
    http.get("*/api/v1/billing/what-if", ({ request }) => {
      asked.push(new URL(request.url).searchParams.get("k") ?? "");
      return HttpResponse.json({
        month: "2026-11",
        plan: "team",
        k: 50,
        currency: "EUR",
        was: { lines: [], total_minor: 5_200, burst_ms: 6 * HOUR },
        would: { lines: [line("fee", 4_900, 2_592_000, "second")], total_minor: 4_900, burst_ms: 0 },
      });
    }),
  );
  const { hands } = show("/capacity");
  const k = await screen.findByRole("textbox", { name: "Capacity K" });
  expect(k).toHaveValue("50"); // twice what there is
  await hands.click(screen.getByRole("button", { name: "Tell me" }));
  expect(await screen.findByText(/November 2026 with K 50 on the plan team would have cost/)).toHaveTextContent(
    "would have cost €49.00; it came to €52.00.",
  );
  expect(screen.getByText(/30 days/)).toBeInTheDocument();
  expect(asked).toEqual(["50"]);
});

test("the ledger is exported as it is, with the way to check it and the root it ends with", async () => {
  capacity("owner");
  server.use(http.get("*/api/v1/ledger", () => HttpResponse.text('{"seq":1}\n')));
  const saved: string[] = [];
  vi.stubGlobal("URL", Object.assign(URL, { createObjectURL: () => "blob:ledger", revokeObjectURL: () => {} }));
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function () {
    saved.push(this.download);
  };
  const { hands } = show("/capacity");
  const ledger = await screen.findByRole("region", { name: "Hold ledger" });
  expect(within(ledger).getByText("./ganglion verify ganglion-ledger.jsonl")).toBeInTheDocument();
  expect(await within(ledger).findByText(root.root)).toBeInTheDocument();
  await hands.click(within(ledger).getByRole("button", { name: "Export" }));
  await expect.poll(() => saved).toEqual(["ganglion-ledger.jsonl"]);
  HTMLAnchorElement.prototype.click = click;
});

test("a part that is refused says why, and the others are there", async () => {
  capacity("owner");
  server.use(refuses("get", "/usage", 429, "too_many_requests", "Wait a second."));
  show("/capacity");
  expect(await screen.findByText("Wait a second.")).toBeInTheDocument();
  expect(await screen.findByText("27")).toBeInTheDocument();
  expect(screen.getByText("No run waits")).toBeInTheDocument();
});
