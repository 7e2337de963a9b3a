import type { TenantEvent } from "@ganglion/client";
import { mapOf } from "../../../testing/home";
import type { EffectFact, Facts, Snapshot } from "./facts";

/** What tests begin with: nothing of anything. */
export const snapshot = (more: Partial<Snapshot> = {}): Snapshot => ({ number: 1, asOf: 0, ...mapOf({}), ...more });

export const facts = (more: Partial<Facts> = {}): Facts => ({
  agents: [],
  connections: [],
  agentOf: new Map(),
  holds: [],
  effects: [],
  pulses: [],
  answered: new Map(),
  cut: false,
  ...more,
});

export const agent = (id: string, name = id, paused = false) => ({
  id,
  name,
  paused_at: paused ? "2026-11-29T10:00:00.000Z" : null,
});

export const connection = (
  name: string,
  connector: string,
  status: "active" | "paused" | "reauthorize" = "active",
) => ({
  id: `con_${name}`,
  name,
  connector,
  label: `@${name}`,
  system: `sys_${name}`,
  status,
});

export const hold = (run: string, name: string, connector: string, weight = 1, member: string | null = null) => ({
  id: `hld_${run}_${name}`,
  run,
  member,
  system: `sys_${name}`,
  connector,
  weight,
});

export const effect = (id: string, run: string, name: string, state: EffectFact["state"], position = "/do/0/post") => ({
  id,
  run,
  position,
  connector: "x",
  system: `sys_${name}`,
  state,
});

const event = (seq: number, type: string, data: Record<string, unknown>): TenantEvent => ({
  id: String(seq),
  type,
  body: { type, timestamp: new Date(1_764_410_400_000 + seq).toISOString(), data },
});

export const effectEvent = (seq: number, state: EffectFact["state"], id: string, run: string, name: string) =>
  event(seq, `effect.${state.toLowerCase()}`, {
    run,
    effect: id,
    position: "/do/0/post",
    function: "x.createPost",
    system: `sys_${name}`,
    phase: "do",
    state,
  });

export const runEvent = (seq: number, state: string, run: string, agentId: string | null = null) =>
  event(seq, `run.${state.toLowerCase()}`, { run, state, workflow: null, agent: agentId });

export const approvalEvent = (seq: number, state: string, approval: string) =>
  event(seq, `approval.${state.toLowerCase()}`, { run: "run_1", approval, state });

export const otherEvent = (seq: number) => event(seq, "invoice.issued", { id: "inv_1" });
