import { useQuery } from "@tanstack/react-query";
import { agentsQuery, connectionsQuery, type Group, type Sum, workflowsQuery } from "./api";

/** What stands where a sum has no such thing. */
const NOBODY: Record<Group, string> = {
  agent: "Runs without an agent",
  system: "No system",
  workflow: "Sessions",
  connector: "No connector",
};

/** What people call what a sum is of; its identifier where it has no name any more. */
export function useNames(): (sum: Sum, group: Group) => string {
  const agents = useQuery(agentsQuery).data?.data;
  const workflows = useQuery(workflowsQuery).data?.data;
  const connections = useQuery(connectionsQuery).data?.data;
  return (sum, group) => {
    const id = sum[group];
    if (!id) return NOBODY[group];
    switch (group) {
      case "agent":
        return agents?.find((one) => one.id === id)?.name ?? id;
      case "workflow": {
        const found = workflows?.find((one) => one.id === id);
        return found ? `${found.namespace}/${found.name} ${found.version}` : id;
      }
      case "system": {
        const found = connections?.find((one) => one.system === id);
        return found ? `${found.connector} ${found.label}` : id;
      }
      case "connector":
        return id;
    }
  };
}
