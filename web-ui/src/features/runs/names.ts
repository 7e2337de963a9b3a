import { useQuery } from "@tanstack/react-query";
import { can, useMember } from "../../lib/session";
import { agentsQuery, type Run, type Workflow, workflowsQuery } from "./api";

/** What all versions of a workflow are called. */
export const nameOf = ({ namespace, name }: Workflow): string => `${namespace}/${name}`;

export const versionOf = (one: Workflow): string => `${nameOf(one)} ${one.version}`;

/** What people call a run: its workflow and version. */
export function titleOf(run: Run, workflow: Workflow | undefined): string {
  if (workflow) return versionOf(workflow);
  return run.workflow ? `A workflow's run, version ${run.version}` : "Session";
}

/** Names of workflows and agents, as far as the member may see them. */
export function useNames() {
  const me = useMember();
  const workflows = useQuery({ ...workflowsQuery, enabled: can(me, "workflows:read") }).data?.data ?? [];
  const agents = useQuery({ ...agentsQuery, enabled: can(me, "agents:read") }).data?.data ?? [];
  return {
    workflows,
    agents,
    workflow: (id: string | null) => workflows.find((one) => one.id === id),
    agent: (id: string | null) => agents.find((one) => one.id === id)?.name ?? id,
  };
}
