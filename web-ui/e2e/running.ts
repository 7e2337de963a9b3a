/** Answers of the API while much goes on and some of it badly, which a walk can't wait for; by path. */
type Answers = Record<string, unknown | ((url: URL) => unknown)>;

const page = (...data: unknown[]) => ({ data, next_cursor: null });
const START = Date.UTC(2026, 10, 29, 8, 0, 0);
const at = (seconds: number) => new Date(START + seconds * 1_000).toISOString();

export const GOING = "run_01h2xcejqtf2nbrexx3vqjhp41";
export const FAILED = "run_01h2xcejqtf2nbrexx3vqjhp42";
const STUCK = "run_01h2xcejqtf2nbrexx3vqjhp43";
const WORKFLOW = "wfl_01h2xcejqtf2nbrexx3vqjhp41";
const AGENT = "agt_01h2xcejqtf2nbrexx3vqjhp41";

const workflow = {
  id: WORKFLOW,
  namespace: "demo",
  name: "campaign",
  version: "1.0.0",
  title: "A campaign on six platforms",
  hash: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
  created_at: at(-900),
  definition: {
    do: [{ caption: {} }, { picture: {} }, { hedge: { call: "binance.createOrder", with: { connection: "binance" } } }],
  },
};

const run = {
  id: GOING,
  state: "NEEDS_ATTENTION",
  phase: "waiting",
  workflow: WORKFLOW,
  version: "1.0.0",
  agent: AGENT,
  parent: null,
  input: { product: "Ganglion" },
  priority: 0,
  output: null,
  error: null,
  waiting_for: {
    reason: "attention",
    detail: "eff_01h2xcejqtf2nbrexx3vqjhp43 of x.createPost is UNKNOWN: say whether it landed",
    until: null,
  },
  coherent: false,
  depth_peak: 5,
  created_at: at(0),
  started_at: at(4),
  ended_at: null,
};
const failed = {
  ...run,
  id: FAILED,
  state: "FAILED",
  phase: "faulted",
  waiting_for: null,
  error: {
    type: "https://serverlessworkflow.io/spec/1.0.0/errors/communication",
    status: 400,
    title: "The order was refused",
    detail: "binance answered 400: Filter failure: NOTIONAL",
    instance: "/do/2/hedge",
  },
  ended_at: at(130),
};
const stuck = {
  ...run,
  id: STUCK,
  waiting_for: {
    reason: "attention",
    detail: "evm.sendTransaction landed and has no undo",
    until: null,
    subject: "eff_01h2xcejqtf2nbrexx3vqjhp49",
  },
};
const waiting = (id: string, reason: string, detail: string) => ({
  ...run,
  id: `run_01h2xcejqtf2nbrexx3vqjhp${id}`,
  state: "WAITING",
  waiting_for: { reason, detail, until: null },
});
const runs = [
  { ...run, state: "RUNNING", waiting_for: null, id: "run_01h2xcejqtf2nbrexx3vqjhp51" },
  waiting("52", "capacity", "capacity 20/20"),
  waiting("53", "system", `waits for system x @acme held by run ${GOING}`),
  run,
  failed,
  { ...failed, id: "run_01h2xcejqtf2nbrexx3vqjhp54", state: "COMPENSATED", error: null },
  {
    ...failed,
    id: "run_01h2xcejqtf2nbrexx3vqjhp55",
    state: "SUCCEEDED",
    error: null,
    workflow: null,
    version: null,
    agent: null,
  },
];

const effect = (nr: number, connector: string, action: string, state: string, from: number, to: number | null) => ({
  id: `eff_01h2xcejqtf2nbrexx3vqjhp4${nr}`,
  run: GOING,
  position: `/do/${nr}/${action}`,
  ordinal: 0,
  phase: "do",
  undo_of: null,
  connection: connector,
  connector,
  action: `${connector}.${action}`,
  system: `sys_${connector}`,
  state,
  retry_class: "reconcilable",
  undo_class: "reversible",
  attempts: state === "LANDED" ? 1 : 2,
  attempts_lost: 0,
  arguments_hash: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
  arguments: { connection: connector, text: "Six systems, one nerve [hp41]", visibility: "public" },
  output: state === "LANDED" ? { id: `179${nr}` } : null,
  reference: state === "LANDED" ? `1790000000000000${nr}` : null,
  url: state === "LANDED" ? `https://example.com/acme/status/179${nr}` : null,
  reason: state === "LANDED" ? null : "no answer within 20 s",
  dispatched_at: at(from),
  settled_at: to === null ? null : at(to),
  evidence: to === null ? null : state === "LANDED" ? "response" : "lookup",
});
const effects = [
  effect(0, "model", "complete", "LANDED", 6, 14),
  effect(1, "image", "generate", "LANDED", 15, 38),
  effect(2, "instagram", "publishPhoto", "LANDED", 40, 52),
  effect(3, "x", "createPost", "UNKNOWN", 41, null),
  effect(4, "binance", "createOrder", "NOT_LANDED", 43, 49),
  { ...effect(5, "binance", "createOrder", "UNDONE", 55, 58), reason: null },
];

const hold = (connector: string, label: string, from: number, to: number | null, why: string | null) => ({
  run: GOING,
  system: `sys_${connector}`,
  connector,
  label,
  weight: 1,
  opened_at: at(from),
  closed_at: to === null ? null : at(to),
  close_reason: why,
  depth_ms: ((to ?? 120) - from) * 1_000,
});
const receipt = {
  run: GOING,
  root: GOING,
  state: "NEEDS_ATTENTION",
  coherent: false,
  depth_peak: 5,
  depth_mean: 2.714,
  breadth_peak: 5,
  breadth_mean: 2.5,
  effects,
  state_read: [
    { key: "last_campaign", version: 11 },
    { key: "tone", version: 3 },
  ],
  state_written: [{ key: "last_campaign", version: 12 }],
  state_restored: [],
  state_kept: [],
  holds: [
    hold("model", "lab-small, a pool of fifty", 6, 24, "idle"),
    hold("image", "pictures", 15, 48, "idle"),
    hold("instagram", "@acme.research", 40, 70, "park"),
    hold("x", "@acme", 40, 70, "park"),
    hold("binance", "acme-spot", 43, 68, "idle"),
    hold("x", "@acme", 90, 110, "park"),
  ],
  charge: { depth_ms: 146_000, billable_depth_ms: 98_000 },
};
const settled = { ...receipt, run: FAILED, root: FAILED, effects: effects.filter(({ state }) => state !== "UNKNOWN") };

const step = (nr: number, name: string, state: string, from: number, to: number) => ({
  position: `/do/${nr}/${name}`,
  name,
  state,
  attempts: state === "faulted" ? 2 : 1,
  started_at: at(from),
  ended_at: at(to),
  output: state === "completed" ? { id: `179${nr}` } : null,
  error: state === "completed" ? null : failed.error,
});
const steps = page(
  step(0, "caption", "completed", 6, 14),
  step(1, "picture", "completed", 15, 38),
  step(2, "hedge", "faulted", 43, 49),
);

const approval = {
  id: "apr_01h2xcejqtf2nbrexx3vqjhp41",
  state: "PENDING",
  title: "evm.sendTransaction through chain can't be undone",
  detail: {
    function: "evm.sendTransaction",
    connection: "chain",
    arguments: { to: "0x00000000000000000000000000000000000c0ffe", value_wei: "1000000000000000" },
  },
  run: GOING,
  agent: AGENT,
  position: "/do/4/settle",
  effect: "eff_01h2xcejqtf2nbrexx3vqjhp48",
  on_timeout: "fail",
  approvers: [],
  asked_at: at(60),
  expires_at: at(86_400 * 7),
  decided_by: null,
  comment: null,
  decided_at: null,
};
const toOthers = {
  ...approval,
  id: "apr_01h2xcejqtf2nbrexx3vqjhp42",
  title: "Publish the launch?",
  detail: { caption: "Six systems, one nerve" },
  effect: null,
  approvers: ["approver", "ada@example.org"],
  on_timeout: "reject",
};

export const RUNNING: Answers = {
  "/api/v1/runs": (url: URL) => {
    const state = url.searchParams.get("state");
    return page(...(state === "NEEDS_ATTENTION" ? [run, stuck] : runs.filter((one) => !state || one.state === state)));
  },
  "/api/v1/workflows": page(workflow),
  [`/api/v1/workflows/${WORKFLOW}`]: workflow,
  "/api/v1/agents": page({ id: AGENT, name: "campaigner" }),
  "/api/v1/approvals": (url: URL) => (url.searchParams.get("run") === FAILED ? page() : page(approval, toOthers)),
  "/api/v1/effects": page(effects[3], { ...effects[3], id: "eff_01h2xcejqtf2nbrexx3vqjhp47", run: FAILED }),
  "/api/v1/connectors/x": {
    name: "x",
    actions: [{ function: "x.createPost", search_lag: "PT30S", look_up_window: "PT1H" }],
  },
  [`/api/v1/runs/${GOING}`]: run,
  [`/api/v1/runs/${GOING}/receipt`]: receipt,
  [`/api/v1/runs/${GOING}/steps`]: steps,
  [`/api/v1/runs/${FAILED}`]: failed,
  [`/api/v1/runs/${FAILED}/receipt`]: settled,
  [`/api/v1/runs/${FAILED}/steps`]: steps,
};
