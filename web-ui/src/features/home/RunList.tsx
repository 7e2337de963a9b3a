import { Badge, Code } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Row, Rows } from "../../ui/Rows";
import { Time } from "../../ui/Time";
import { agentsQuery, type Run, type RunState, workflowsQuery } from "./api";

const COLORS: Record<RunState, string> = {
  QUEUED: "gray",
  RUNNING: "brand",
  WAITING: "yellow",
  NEEDS_ATTENTION: "orange",
  SUCCEEDED: "green",
  COMPENSATED: "grape",
  FAILED: "red",
  CANCELLED: "gray",
};

const runPage = (id: string): string => `/runs/${id}`;

export function RunList({ runs }: { runs: Run[] }) {
  const workflows = useQuery(workflowsQuery).data?.data;
  const agents = useQuery(agentsQuery).data?.data;
  const workflow = (run: Run) => {
    const found = workflows?.find((one) => one.id === run.workflow);
    return found ? `${found.namespace}/${found.name} ${run.version}` : run.workflow ? "A workflow's run" : "Session";
  };
  return (
    <Rows label="Latest runs">
      {runs.map((run) => (
        <Row
          key={run.id}
          title={
            <>
              {workflow(run)} <StateBadge state={run.state} />
            </>
          }
          under={
            <Link to={runPage(run.id)}>
              <Code>{run.id}</Code>
            </Link>
          }
          side={
            <>
              <span>depth {run.depth_peak}</span>
              <span>{agents?.find((one) => one.id === run.agent)?.name}</span>
              <Time at={run.created_at} />
            </>
          }
        />
      ))}
    </Rows>
  );
}

function StateBadge({ state }: { state: RunState }) {
  return (
    <Badge color={COLORS[state]} variant="light" radius="sm">
      {state.toLowerCase().replace("_", " ")}
    </Badge>
  );
}
