import { screen, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { expect, test, vi } from "vitest";
import { answers, me, page, refuses, server } from "../../testing/server";
import { show } from "../../testing/show";

const EUR = (amount_minor: number) => ({ amount_minor, currency: "EUR" });
const nobody = { name: null, address: null, tax_id: null, email: null };
const free = {
  plan: "free",
  prices: "2026-11",
  interval: "month",
  fee: EUR(0),
  burst_price: null as ReturnType<typeof EUR> | null,
  trial_ends: null as string | null,
  k: 5,
  burst: false,
  burst_cap: null as ReturnType<typeof EUR> | null,
  burst_alert: 0,
  balance: EUR(0),
  payment: "hand",
  customer: nobody as Record<keyof typeof nobody, string | null>,
  agreed_at: "2026-11-01T00:00:00.000Z",
};
const team = { ...free, plan: "team", fee: EUR(4_900), burst_price: EUR(50), k: 25 };
const scale = { ...team, plan: "scale", fee: EUR(39_900), burst_price: EUR(40), k: 250 };
const plan = (name: string, k: number | null, month: number | null, burst: number | null, trial_days = 0) => ({
  name,
  title: name.charAt(0).toUpperCase() + name.slice(1),
  k,
  month: month === null ? null : EUR(month),
  year: month === null ? null : EUR(month * 10),
  burst: burst === null ? null : EUR(burst),
  trial_days,
  history_days: ({ free: 30, team: 90, scale: 400 } as Record<string, number>)[name] ?? null,
});
const plans = [
  plan("free", 5, 0, null),
  plan("team", 25, 4_900, 50, 14),
  plan("scale", 250, 39_900, 40),
  plan("enterprise", null, null, null),
];
const fee = (text: string, from: string, to: string, seconds: number, amount_minor: number) => ({
  kind: "fee",
  text,
  from: `2026-09-${from}Z`,
  to: `2026-${to}Z`,
  quantity: seconds,
  unit: "second",
  amount_minor,
});
/** As docs/billing.md has it. */
const september = {
  id: "inv_1" as string | null,
  kind: "invoice",
  number: "GAN-000042" as string | null,
  state: "open",
  month: "2026-09",
  about: null,
  reason: null,
  issuer: { name: "Ganglion", address: "1 Nerve Street", tax_id: null },
  customer: { name: "Acme", address: "", tax_id: "DE123456789" },
  currency: "EUR",
  lines: [
    fee("Plan team", "01T00:00:00", "09-16T12:00:00", 1_339_200, 2_532),
    fee("Plan scale", "16T12:00:00", "10-01T00:00:00", 1_252_800, 19_285),
    {
      ...fee("Burst above capacity, plan team", "01T00:00:00", "09-16T12:00:00", 600, 300),
      kind: "burst",
      unit: "centi_cuh",
    },
  ],
  net_minor: 22_117,
  tax: { name: "VAT", basis_points: 1_900, amount_minor: 4_202 },
  total_minor: 26_319,
  drawn_minor: -1_000,
  due_minor: 25_319,
  recorded_ms: 7_200_000,
  billable_ms: 3_600_000,
  burst_ms: 21_600_000,
  usage: [
    {
      agent: "agt_1",
      agent_name: "campaigner",
      connector: "x",
      system: "sys_1",
      label: "x @acme",
      recorded_ms: 7_200_000,
      billable_ms: 3_600_000,
    },
  ],
  payment: "IBAN DE02 1203 0000 0000 2020 51",
  issued_at: "2026-10-01T02:00:00.000Z",
  due_at: "2026-10-15T02:00:00.000Z",
  settled_at: null,
  settled_by: null,
  reference: null,
};
const draft = { ...september, id: null, number: null, state: "draft", issued_at: null, due_at: null };
const nothing = {
  ...draft,
  lines: [],
  net_minor: 0,
  tax: { ...draft.tax, amount_minor: 0 },
  total_minor: 0,
  drawn_minor: 0,
  due_minor: 0,
  burst_ms: 0,
  usage: [],
};

function billing(agreed: typeof free, role: "owner" | "viewer" = "owner") {
  server.use(
    answers("get", "/me", me(role)),
    http.get("*/api/v1/subscription", () => HttpResponse.json(agreed, { headers: { ETag: '"3"' } })),
    answers("get", "/plans", { prices: "2026-11", data: plans }),
    answers("get", "/invoices", page()),
    answers("get", "/invoices/upcoming", agreed === free ? nothing : draft),
  );
}

/** What PATCH /subscription is sent, with the version it is for. */
function changes(after: object, status = 200) {
  const sent: unknown[] = [];
  server.use(
    http.patch("*/api/v1/subscription", async ({ request }) => {
      sent.push([request.headers.get("If-Match"), await request.json()]);
      return HttpResponse.json(after, { status });
    }),
  );
  return sent;
}

test("a change of plan shows its proration first, and is made as it was seen", async () => {
  billing(team);
  const sent = changes(scale);
  server.use(
    http.get("*/api/v1/subscription/preview", ({ request }) => {
      expect(new URL(request.url).search).toBe("?plan=scale&interval=month");
      return HttpResponse.json({ subscription: scale, upcoming: { ...draft, total_minor: 30_000 } });
    }),
  );
  const { hands } = show("/billing");
  await hands.click(await screen.findByRole("button", { name: "Choose Scale" }));
  const dialog = await screen.findByRole("dialog", { name: "Change to Scale, monthly?" });
  expect(await within(dialog).findByText(/capacity K goes from 25 to 250/)).toHaveTextContent(
    "€49.00 a month to €399.00",
  );
  expect(await within(dialog).findByText(/then comes to/)).toHaveTextContent(
    "September 2026 then comes to €300.00 instead of €263.19",
  );
  expect(within(dialog).getByText(/15.5 days/)).toBeInTheDocument();
  expect(within(dialog).getByText("€25.32")).toBeInTheDocument();
  expect(sent).toEqual([]);
  await hands.click(within(dialog).getByRole("button", { name: "Change to Scale" }));
  await expect.poll(() => sent).toEqual([['"3"', { plan: "scale", interval: "month" }]]);
  await expect.poll(() => screen.queryByRole("dialog")).toBeNull();
});

test("a trial, less capacity and lost burst are told before they are agreed", async () => {
  billing({ ...scale, burst: true, burst_cap: EUR(5_000) });
  server.use(
    answers("get", "/subscription/preview", {
      subscription: { ...team, trial_ends: "2030-01-01T00:00:00.000Z" },
      upcoming: draft,
    }),
  );
  const { hands } = show("/billing");
  await hands.click(await screen.findByRole("button", { name: "Choose Team" }));
  const dialog = await screen.findByRole("dialog");
  expect(await within(dialog).findByText("In trial")).toBeInTheDocument();
  expect(within(dialog).getByText("Less at once")).toBeInTheDocument();
  expect(within(dialog).getByText("No burst")).toBeInTheDocument();
  expect(within(dialog).getByText(/ended more than 90 days ago/)).toBeInTheDocument();
});

test("what can't be had can't be confirmed, and says what to do", async () => {
  billing(free);
  server.use(refuses("get", "/subscription/preview", 409, "plan_by_hand", "Ask whoever runs this installation."));
  const { hands } = show("/billing");
  await hands.click(await screen.findByRole("button", { name: "Choose Scale" }));
  const dialog = await screen.findByRole("dialog");
  expect(await within(dialog).findByText("Ask whoever runs this installation.")).toBeInTheDocument();
  expect(within(dialog).getByRole("button", { name: "Change to Scale" })).toBeDisabled();
});

test("a plan changed by somebody else meanwhile stays, and the dialog says so", async () => {
  billing(team);
  changes(
    { title: "It has changed", status: 412, code: "changed", detail: "Look again.", errors: [], trace_id: "t" },
    412,
  );
  server.use(answers("get", "/subscription/preview", { subscription: scale, upcoming: draft }));
  const { hands } = show("/billing");
  await hands.click(await screen.findByRole("button", { name: "Choose Scale" }));
  const act = await screen.findByRole("button", { name: "Change to Scale" });
  await expect.poll(() => act.hasAttribute("disabled")).toBe(false);
  await hands.click(act);
  expect(await screen.findByText("It has changed")).toBeInTheDocument();
  expect(screen.getByRole("dialog")).toBeInTheDocument();
});

test("yearly prices are shown when asked for; a plan without a price can't be chosen", async () => {
  billing(team);
  const { hands } = show("/billing");
  const list = await screen.findByRole("list", { name: "Plans" });
  expect(within(list).getByText("€49.00")).toBeInTheDocument();
  expect(within(list).queryByRole("button", { name: "Choose Team" })).not.toBeInTheDocument();
  expect(within(list).queryByRole("button", { name: "Choose Enterprise" })).not.toBeInTheDocument();
  await hands.click(screen.getByRole("radio", { name: "Yearly" }));
  expect(within(list).getByText("€490.00")).toBeInTheDocument();
  expect(within(list).getByRole("button", { name: "Choose Team" })).toBeInTheDocument();
});

test("burst is turned on with a cap, and only with one", async () => {
  billing(team);
  const sent = changes({ ...team, burst: true, burst_cap: EUR(2_550) });
  const { hands } = show("/billing");
  await hands.click(await screen.findByRole("switch", { name: "Burst is on" }));
  const cap = screen.getByRole("textbox", { name: "At most so much a month, EUR" });
  await hands.clear(cap);
  await hands.click(within(screen.getByRole("region", { name: "Burst" })).getByRole("button", { name: "Save" }));
  expect(await screen.findByText("Say more than 0")).toBeInTheDocument();
  await hands.type(cap, "25.5");
  await hands.click(within(screen.getByRole("region", { name: "Burst" })).getByRole("button", { name: "Save" }));
  await expect.poll(() => sent).toEqual([['"3"', { burst: true, burst_cap: EUR(2_550) }]]);
});

test("burst at its cap says that capacity is K again", async () => {
  billing({ ...team, burst: true, burst_cap: EUR(300), burst_alert: 100 });
  show("/billing");
  const burst = await screen.findByRole("region", { name: "Burst" });
  expect(await within(burst).findByText(/the cap is reached/)).toHaveTextContent(
    "€3.00 of at most €3.00 this month, for 6.00 CUh",
  );
  expect(within(burst).getByRole("meter", { name: "Burst of its cap" })).toHaveAttribute("aria-valuetext", "100 %");
});

test("a plan without burst says which have it", async () => {
  billing(free);
  show("/billing");
  expect(await screen.findByText("The plan has no burst. Choose a larger plan to have it.")).toBeInTheDocument();
  expect(screen.queryByRole("switch")).not.toBeInTheDocument();
  expect(await screen.findByText("No lines: nothing is to be paid.")).toBeInTheDocument();
  expect(screen.getByText("No invoices yet")).toBeInTheDocument();
});

test("the upcoming invoice goes down to agent and system", async () => {
  billing(team);
  show("/billing");
  const upcoming = await screen.findByRole("region", { name: "Upcoming invoice" });
  expect(await within(upcoming).findByRole("row", { name: "VAT 19 % €42.02" })).toBeInTheDocument();
  expect(within(upcoming).getByRole("row", { name: "From your balance -€10.00" })).toBeInTheDocument();
  expect(within(upcoming).getByRole("row", { name: "To pay €253.19" })).toBeInTheDocument();
  expect(within(upcoming).getByRole("row", { name: "x @acme campaigner 2.00 CUh 1.00 CUh" })).toBeInTheDocument();
});

test.each([
  ["unset", "checkout", "Enter how you pay"],
  ["stripe", "portal", "Change how you pay"],
])("who pays online (%s) is led to the provider's page", async (payment, path, label) => {
  billing({ ...team, payment });
  server.use(answers("post", `/billing/${path}`, { url: `https://pay.example/${path}` }));
  const went: string[] = [];
  const here = location;
  vi.stubGlobal("location", { ...here, assign: (url: string) => went.push(url) });
  const { hands } = show("/billing");
  await hands.click(await screen.findByRole("button", { name: label }));
  await expect.poll(() => went).toEqual([`https://pay.example/${path}`]);
  vi.stubGlobal("location", here);
});

test("where nothing is paid online no page is offered", async () => {
  billing(team);
  show("/billing");
  expect(await screen.findByText(/Nothing is paid online here/)).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: /how you pay/ })).not.toBeInTheDocument();
});

test("whom invoices are made out to is changed, and a bad address is told at its field", async () => {
  billing(team);
  const sent = changes(
    {
      title: "Bad",
      status: 400,
      code: "invalid_request",
      detail: "Mend it.",
      errors: [{ pointer: "/customer/email", detail: "send an e-mail address" }],
    },
    400,
  );
  const { hands } = show("/billing");
  await hands.type(await screen.findByRole("textbox", { name: "Name" }), "Acme GmbH");
  await hands.type(screen.getByRole("textbox", { name: "E-mail address" }), "a@b");
  await hands.click(within(screen.getByRole("region", { name: "Made out to" })).getByRole("button", { name: "Save" }));
  await expect
    .poll(() => sent)
    .toEqual([['"3"', { customer: { name: "Acme GmbH", address: null, tax_id: null, email: "a@b" } }]]);
  expect((await screen.findAllByText("send an e-mail address")).length).toBeGreaterThan(0);
  expect(screen.getByRole("textbox", { name: "E-mail address" })).toHaveAccessibleDescription(/send an e-mail address/);
});

test("invoices are listed with their state, and lead to their page", async () => {
  billing(team);
  const one = {
    id: "inv_1",
    kind: "invoice",
    number: "GAN-000042",
    state: "open",
    month: "2026-09",
    total: EUR(26_319),
    due: EUR(25_319),
    issued_at: september.issued_at,
    due_at: september.due_at,
  };
  server.use(
    answers(
      "get",
      "/invoices",
      page(one, { ...one, id: "inv_0", number: "GAN-000041", kind: "credit_note", state: "paid" }),
    ),
    answers("get", "/invoices/inv_1", september),
  );
  const { hands, router } = show("/billing");
  const rows = within(await screen.findByRole("list", { name: "Invoices" })).getAllByRole("listitem");
  expect(rows[0]).toHaveTextContent("€253.19");
  expect(rows[1]).toHaveTextContent("Credit note for September 2026");
  await hands.click(screen.getByRole("link", { name: "GAN-000042" }));
  expect(await screen.findByRole("heading", { name: "Invoice GAN-000042" })).toBeInTheDocument();
  expect(router.state.location.pathname).toBe("/billing/invoices/inv_1");
  expect(screen.getByText(/IBAN DE02/)).toBeInTheDocument();
  expect(screen.getByText("DE123456789")).toBeInTheDocument();
});

test("an invoice is had as PDF, CSV and JSON under its number", async () => {
  billing(team);
  const fetched: string[] = [];
  server.use(
    http.get("*/api/v1/invoices/:file", ({ request, params }) => {
      if (String(params.file).includes(".")) fetched.push(new URL(request.url).pathname);
      return HttpResponse.json(september);
    }),
  );
  const saved: string[] = [];
  vi.stubGlobal("URL", Object.assign(URL, { createObjectURL: () => "blob:invoice", revokeObjectURL: () => {} }));
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function () {
    saved.push(this.download);
  };
  const { hands } = show("/billing/invoices/inv_1");
  for (const kind of ["PDF", "CSV", "JSON"]) await hands.click(await screen.findByRole("button", { name: kind }));
  await expect.poll(() => saved).toEqual(["GAN-000042.pdf", "GAN-000042.csv", "GAN-000042.json"]);
  expect(fetched).toEqual(["/api/v1/invoices/inv_1.pdf", "/api/v1/invoices/inv_1.csv"]);
  HTMLAnchorElement.prototype.click = click;
});

test("a credit note says why, and what it corrects", async () => {
  billing(team);
  server.use(
    answers("get", "/invoices/inv_2", {
      ...september,
      id: "inv_2",
      kind: "credit_note",
      number: "GAN-000043",
      about: "inv_1",
      reason: "An outage",
      total_minor: -1_500,
    }),
  );
  show("/billing/invoices/inv_2");
  expect(await screen.findByRole("heading", { name: "Credit note GAN-000043" })).toBeInTheDocument();
  expect(screen.getByText("€15.00")).toBeInTheDocument();
  expect(screen.getByText(/An outage/)).toBeInTheDocument();
  expect(screen.getByRole("link", { name: "the invoice" })).toHaveAttribute("href", "/billing/invoices/inv_1");
});

test.each(["/billing", "/billing/invoices/inv_1"])(
  "%s says so to a role beyond it, and asks for nothing",
  async (path) => {
    server.use(answers("get", "/me", me("viewer")));
    show(path);
    expect(await screen.findByText("Not with your role")).toBeInTheDocument();
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
  },
);

test("another's invoice is not found", async () => {
  billing(team);
  server.use(refuses("get", "/invoices/inv_9", 404, "not_found", "There is no such invoice."));
  show("/billing/invoices/inv_9");
  expect(await screen.findByText("There is no such invoice.")).toBeInTheDocument();
});
