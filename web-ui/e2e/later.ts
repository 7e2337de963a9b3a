/** Answers of the API as they are after some weeks, which a walk can't wait for; by path. */
type Answers = Record<string, unknown | ((url: URL) => unknown)>;

const HOUR = 3_600_000;
const EUR = (amount_minor: number) => ({ amount_minor, currency: "EUR" });
const page = (...data: unknown[]) => ({ data, next_cursor: null });

const AGENTS = ["campaigner", "trader", "illustrator of memes for the autumn campaign", "watcher"];
const SYSTEMS = ["x @acme", "binance acme-spot", "instagram @acme", "solana 7xKX…gAsU"];

const line = (
  kind: string,
  text: string,
  from: string,
  to: string,
  quantity: number,
  unit: string,
  amount_minor: number,
) => ({
  kind,
  text,
  from,
  to,
  quantity,
  unit,
  amount_minor,
});

const invoice = {
  id: "inv_01h2xcejqtf2nbrexx3vqjhp41",
  kind: "invoice",
  number: "GAN-000041",
  state: "overdue",
  month: "2026-09",
  about: null,
  reason: null,
  issuer: { name: "Ganglion GmbH", address: "1 Nerve Street\n10115 Berlin", tax_id: "DE999999999" },
  customer: { name: "Acme Research GmbH", address: "1 Main Street\n10115 Berlin", tax_id: "DE123456789" },
  currency: "EUR",
  lines: [
    line("fee", "Plan team", "2026-09-01T00:00:00Z", "2026-09-16T12:00:00Z", 1_339_200, "second", 2_532),
    line("fee", "Plan scale", "2026-09-16T12:00:00Z", "2026-10-01T00:00:00Z", 1_252_800, "second", 19_285),
    line(
      "burst",
      "Burst above capacity, plan team",
      "2026-09-01T00:00:00Z",
      "2026-09-16T12:00:00Z",
      600,
      "centi_cuh",
      300,
    ),
  ],
  net_minor: 22_117,
  tax: { name: "VAT", basis_points: 1_900, amount_minor: 4_202 },
  total_minor: 26_319,
  drawn_minor: -1_000,
  due_minor: 25_319,
  recorded_ms: 900 * HOUR,
  billable_ms: 840 * HOUR,
  burst_ms: 6 * HOUR,
  usage: SYSTEMS.map((label, at) => ({
    agent: `agt_${at}`,
    agent_name: AGENTS[at],
    connector: label.split(" ")[0],
    system: `sys_${at}`,
    label,
    recorded_ms: (400 - at * 90) * HOUR,
    billable_ms: (380 - at * 90) * HOUR,
  })),
  payment: "IBAN DE02 1203 0000 0000 2020 51",
  issued_at: "2026-10-01T02:00:00.000Z",
  due_at: "2026-10-15T02:00:00.000Z",
  settled_at: null,
  settled_by: null,
  reference: null,
};
const summary = {
  id: invoice.id,
  kind: "invoice",
  number: invoice.number,
  state: "overdue",
  month: invoice.month,
  total: EUR(invoice.total_minor),
  due: EUR(invoice.due_minor),
  issued_at: invoice.issued_at,
  due_at: invoice.due_at,
};

/** A day of September, or its end, two months later: both have thirty days. */
const inNovember = (day: string) => day.replace("2026-10", "2026-12").replace("2026-09", "2026-11");

function usage(url: URL) {
  const [step = "day", group] = (url.searchParams.get("by") ?? "").split(",");
  const days = step === "day" ? Array.from({ length: 29 }, (_, at) => at + 1) : [1];
  const which = group === "agent" ? AGENTS : [null];
  const sums = days.flatMap((day) =>
    which.map((agent, at) => {
      const hours = step === "day" ? 40 - at * 9 + ((day * 7 + at * 5) % 13) : 1_200 - at * 270;
      return {
        start: `2026-11-${String(day).padStart(2, "0")}T00:00:00.000Z`,
        agent,
        workflow: null,
        system: null,
        connector: null,
        recorded_ms: (hours + 6) * HOUR,
        billable_ms: hours * HOUR,
        cu_hours: hours.toFixed(6),
      };
    }),
  );
  return page(...sums);
}

const waiting = (id: string, reason: string, detail: string, priority: number) => ({
  id,
  state: "WAITING",
  priority,
  created_at: "2026-11-29T08:00:00.000Z",
  waiting_for: { reason, detail, until: null },
});

export const LATER: Answers = {
  "/api/v1/capacity": { k: 25, ceiling: 10_000, used: 27, waiting: 2 },
  "/api/v1/runs": page(
    waiting("run_01h2xcejqtf2nbrexx3vqjhp41", "capacity", "capacity 25/25", 5),
    waiting(
      "run_01h2xcejqtf2nbrexx3vqjhp42",
      "system",
      "waits for system x @acme, held by run_01h2xcejqtf2nbrexx3vqjhp40",
      0,
    ),
    waiting("run_01h2xcejqtf2nbrexx3vqjhp43", "approval", "asks whether to publish", 0),
  ),
  "/api/v1/usage": usage,
  "/api/v1/subscription": {
    plan: "team",
    prices: "2026-11",
    interval: "month",
    fee: EUR(4_900),
    burst_price: EUR(50),
    trial_ends: null,
    k: 25,
    burst: true,
    burst_cap: EUR(500),
    burst_alert: 50,
    balance: EUR(-1_250),
    payment: "unset",
    customer: { name: null, address: null, tax_id: null, email: null },
    agreed_at: "2026-09-16T12:00:00.000Z",
  },
  "/api/v1/invoices": page(
    { ...summary, id: "inv_3", number: "GAN-000057", state: "open", month: "2026-10" },
    summary,
    { ...summary, id: "inv_2", number: "GAN-000038", kind: "credit_note", state: "paid", month: "2026-08" },
    { ...summary, id: "inv_1", number: "GAN-000029", state: "paid", month: "2026-08" },
  ),
  "/api/v1/invoices/upcoming": {
    ...invoice,
    id: null,
    number: null,
    state: "draft",
    month: "2026-11",
    lines: invoice.lines.map((one) => ({ ...one, from: inNovember(one.from), to: inNovember(one.to) })),
    issued_at: null,
    due_at: null,
  },
  [`/api/v1/invoices/${invoice.id}`]: invoice,
};
