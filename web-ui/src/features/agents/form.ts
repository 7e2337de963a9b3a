import type { Agent, AgentBody, Connector } from "./api";

/** What stands in the form. */
export type Values = {
  name: string;
  connections: string[];
  irreversible: string;
  /** Whether its policy names actions; else it may use all. */
  some: boolean;
  actions: string[];
  approvers: string[];
};

const NAME = /^[a-z0-9_-]{1,64}$/;
const ACTION = /^[a-zA-Z0-9_.*-]{1,100}$/;

export function valuesOf(agent: Agent | undefined): Values {
  const { irreversible, actions, approvers } = agent?.policy ?? {};
  return {
    name: agent?.name ?? "",
    connections: agent?.connections ?? [],
    irreversible: irreversible ?? "approve",
    some: Array.isArray(actions),
    actions: actions ?? [],
    approvers: approvers ?? [],
  };
}

export const validate = {
  name: (name: string) => (NAME.test(name) ? null : "1 to 64 of a-z, 0-9, _ and -"),
  actions: (actions: string[], { some }: Values) => {
    if (!some) return null;
    const wrong = actions.find((one) => !ACTION.test(one));
    return wrong === undefined ? null : `“${wrong}” is no action: write connector.action, where * stands for anything`;
  },
};

export function bodyOf({ name, connections, irreversible, some, actions, approvers }: Values): AgentBody {
  return {
    name,
    connections,
    policy: { irreversible: irreversible as "allow" | "approve" | "deny", actions: some ? actions : null, approvers },
  };
}

/** Patterns to choose from: each connector's all, then one by one. */
export function patterns(connectors: Connector[], used: Set<string>): string[] {
  const first = connectors.filter(({ name }) => used.has(name));
  const shown = first.length > 0 ? first : connectors;
  return shown.flatMap(({ name, actions }) => [`${name}.*`, ...actions.map(({ function: called }) => called)]);
}
