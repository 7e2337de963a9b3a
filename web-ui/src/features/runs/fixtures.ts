import type { Run, Step, Workflow } from "./api";
import type { Approval } from "./approvals";
import type { Effect, Held, Receipt } from "./effects";

/** Things as the API answers them, for tests. */

export const RUN = "run_01h2xcejqtf2nbrexx3vqjhp41";
export const OTHER_RUN = "run_01h2xcejqtf2nbrexx3vqjhp42";
export const at = (seconds: number) => new Date(Date.UTC(2026, 10, 29, 8, 0, seconds)).toISOString();

export const workflow: Workflow = {
  id: "wfl_1",
  namespace: "demo",
  name: "campaign",
  version: "1.0.0",
  title: "A campaign",
  hash: "9f86",
  created_at: at(0),
};

export const run: Run = {
  id: RUN,
  state: "SUCCEEDED",
  phase: "completed",
  workflow: workflow.id,
  version: "1.0.0",
  agent: "agt_1",
  parent: null,
  input: { product: "Ganglion" },
  priority: 0,
  output: { post: "1790" },
  error: null,
  waiting_for: null,
  coherent: true,
  depth_peak: 2,
  created_at: at(0),
  started_at: at(1),
  ended_at: at(61),
};

export const waits = (reason: string, detail: string, more: object = {}): Run => ({
  ...run,
  state: "WAITING",
  phase: "waiting",
  output: null,
  ended_at: null,
  coherent: false,
  waiting_for: { reason, detail, until: null, ...more },
});

export const effect: Effect = {
  id: "eff_01h2xcejqtf2nbrexx3vqjhp41",
  run: RUN,
  position: "/do/2/post",
  ordinal: 0,
  phase: "do",
  undo_of: null,
  connection: "main",
  connector: "x",
  action: "x.createPost",
  system: "sys_1",
  state: "LANDED",
  retry_class: "reconcilable",
  undo_class: "reversible",
  attempts: 1,
  attempts_lost: 0,
  arguments_hash: "9f86",
  arguments: { text: "Six systems, one nerve" },
  output: { id: "1790" },
  reference: "1790",
  url: "https://x.com/acme/status/1790",
  reason: null,
  dispatched_at: at(11),
  settled_at: at(13),
  evidence: "lookup",
};

export const unknown: Effect = {
  ...effect,
  state: "UNKNOWN",
  output: null,
  reference: null,
  url: null,
  reason: "no answer within 20 s",
  settled_at: null,
  evidence: null,
};

export const held: Held = {
  run: RUN,
  system: "sys_1",
  connector: "x",
  label: "@acme",
  weight: 1,
  opened_at: at(11),
  closed_at: at(31),
  close_reason: "park",
  depth_ms: 20_000,
};

export const receipt: Receipt = {
  run: RUN,
  root: RUN,
  state: "SUCCEEDED",
  coherent: true,
  depth_peak: 2,
  depth_mean: 1.5,
  breadth_peak: 2,
  breadth_mean: 1.25,
  effects: [effect],
  state_read: [{ key: "announce", version: 3 }],
  state_written: [{ key: "announce", version: 4 }],
  state_restored: [],
  state_kept: [],
  holds: [held],
  charge: { depth_ms: 3_600_000, billable_depth_ms: 1_800_000 },
};

export const step: Step = {
  position: "/do/2/post",
  name: "post",
  state: "completed",
  attempts: 2,
  started_at: at(11),
  ended_at: at(13),
  output: { id: "1790" },
  error: null,
};

export const approval: Approval = {
  id: "apr_01h2xcejqtf2nbrexx3vqjhp41",
  state: "PENDING",
  title: "evm.sendTransaction through chain can't be undone",
  detail: { function: "evm.sendTransaction", connection: "chain", arguments: { to: "0xc0ffee", value_wei: "1000" } },
  run: RUN,
  agent: "agt_1",
  position: "/do/3/pay",
  effect: "eff_01h2xcejqtf2nbrexx3vqjhp42",
  on_timeout: "fail",
  approvers: [],
  asked_at: at(5),
  expires_at: "2030-01-01T00:00:00.000Z",
  decided_by: null,
  comment: null,
  decided_at: null,
};
