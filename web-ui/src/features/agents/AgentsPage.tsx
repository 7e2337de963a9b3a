import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { can, useMember } from "../../lib/session";
import { MoreButton } from "../../ui/MoreButton";
import { Page } from "../../ui/Page";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Empty, Row, Rows, RowsLoading } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { StateWord } from "../../ui/StateWord";
import { Time } from "../../ui/Time";
import { type Agent, agentsQuery } from "./api";
import { IRREVERSIBLE } from "./words";

const AgentForm = lazy(() => import("./AgentForm").then((it) => ({ default: it.AgentForm })));

export function AgentsPage() {
  const me = useMember();
  const mayRead = can(me, "agents:read");
  const mayChange = can(me, "agents:write");
  const agents = useInfiniteQuery({ ...agentsQuery, enabled: mayRead });
  const navigate = useNavigate();
  const [making, setMaking] = useState(false);
  const open = () => setMaking(true);
  return (
    <Page
      title="Agents"
      intro="Who acts: which connections each may use, what it may do by itself, and what its runs remember."
      actions={mayChange && <Button onClick={open}>Create an agent</Button>}
    >
      {!mayRead && <Section title="Not with your role">Ask an owner or admin for another role.</Section>}
      {mayRead && (
        <Section title="All agents" flush>
          <ProblemAlert error={agents.error} onRetry={() => void agents.refetch()} />
          {agents.isPending && <RowsLoading />}
          {agents.data?.length === 0 && (
            <Empty title="No agents yet">
              <p>
                Runs that act on a platform do so as an agent. Give one its <Link to="/connections">connections</Link>,
                and start a <Link to="/workflows">workflow</Link> with it.
              </p>
              {mayChange && (
                <Button mt="sm" variant="light" onClick={open}>
                  Create the first agent
                </Button>
              )}
            </Empty>
          )}
          {agents.data && agents.data.length > 0 && (
            <Rows label="Agents">
              {agents.data.map((one) => (
                <AgentRow key={one.id} one={one} />
              ))}
            </Rows>
          )}
          <MoreButton list={agents} />
        </Section>
      )}
      {making && (
        <Suspense>
          <AgentForm
            onClose={() => setMaking(false)}
            onDone={({ id }) => void navigate({ to: "/agents/$id", params: { id } })}
          />
        </Suspense>
      )}
    </Page>
  );
}

function AgentRow({ one }: { one: Agent }) {
  return (
    <Row
      title={
        <>
          <Link to="/agents/$id" params={{ id: one.id }}>
            {one.name}
          </Link>
          {one.paused_at && <StateWord color="yellow" word="paused" />}
        </>
      }
      under={one.connections.length === 0 ? "no connections" : one.connections.join(", ")}
      side={
        <>
          <span>what can't be undone: {IRREVERSIBLE[one.policy.irreversible ?? "approve"].label}</span>
          <Time at={one.created_at} day />
        </>
      }
    />
  );
}
