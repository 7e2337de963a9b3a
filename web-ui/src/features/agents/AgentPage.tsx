import { Alert, Button, Code } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense, useState } from "react";
import type { Seen } from "../../lib/etag";
import { can, useMember } from "../../lib/session";
import { Figure, Figures } from "../../ui/Figures";
import { Page } from "../../ui/Page";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Empty, Row, Rows, RowsLoading } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { StateWord } from "../../ui/StateWord";
import { Time } from "../../ui/Time";
import { AgentActions } from "./AgentActions";
import { type Agent, agentQuery, type Connection, connectionsQuery } from "./api";
import { DepthSection } from "./DepthSection";
import { FacetsSection } from "./FacetsSection";
import { StateSection } from "./StateSection";
import { IRREVERSIBLE } from "./words";

const AgentForm = lazy(() => import("./AgentForm").then((it) => ({ default: it.AgentForm })));

export function AgentPage() {
  const { id } = useParams({ from: "/tenant/agents/$id" });
  const me = useMember();
  const mayRead = can(me, "agents:read");
  const mayChange = can(me, "agents:write");
  const agent = useQuery({ ...agentQuery(id), enabled: mayRead });
  const connections = useQuery({ ...connectionsQuery, enabled: mayRead && can(me, "connections:read") });
  const [editing, setEditing] = useState<Seen<Agent>>();
  const one = agent.data;
  return (
    <Page title={one?.name ?? "Agent"} intro="What it may do, what it acts through, and what its runs remember.">
      {!mayRead && <Section title="Not with your role">Ask an owner or admin for another role.</Section>}
      <ProblemAlert error={agent.error} onRetry={() => void agent.refetch()} />
      {mayRead && agent.isPending && <RowsLoading />}
      {one && mayChange && <AgentActions one={one} />}
      {one && (
        <PolicySection
          one={one}
          action={
            mayChange && (
              <Button size="xs" variant="default" onClick={() => setEditing(one)}>
                Change it
              </Button>
            )
          }
        />
      )}
      {one && <ConnectionsSection one={one} connections={connections.data} />}
      {one && can(me, "usage:read") && <DepthSection agent={one.id} />}
      {one && <FacetsSection agent={one.id} />}
      {one && <StateSection agent={one.id} mayChange={mayChange} />}
      {editing && (
        <Suspense>
          <AgentForm agent={editing} onClose={() => setEditing(undefined)} onDone={() => void agent.refetch()} />
        </Suspense>
      )}
    </Page>
  );
}

function PolicySection({ one, action }: { one: Agent; action: ReactNode }) {
  const { irreversible, actions, approvers } = one.policy;
  const rule = IRREVERSIBLE[irreversible ?? "approve"];
  return (
    <Section title="Policy" actions={action}>
      {one.paused_at && (
        <Alert color="yellow" title="It is paused" mb="md">
          Since <Time at={one.paused_at} /> nothing new is sent in its runs; they wait until it is resumed.
        </Alert>
      )}
      <Figures>
        <Figure label="What can't be undone" what={rule.label} under={rule.meaning} />
        <Figure
          label="Actions"
          what={actions ? (actions.length === 0 ? "none" : "some") : "all"}
          under={actions ? actions.join(", ") : "whatever its connections offer"}
        />
        {irreversible !== "allow" && irreversible !== "deny" && (
          <Figure
            label="Approved by"
            what={approvers && approvers.length > 0 ? "named" : "anybody"}
            under={approvers && approvers.length > 0 ? approvers.join(", ") : "who may decide approvals"}
          />
        )}
      </Figures>
      <p>
        <Code>{one.id}</Code>, created <Time at={one.created_at} />.{" "}
        <Link to="/capacity" search={{ by: "agent" }}>
          What agents held this month
        </Link>
      </p>
    </Section>
  );
}

function ConnectionsSection({ one, connections }: { one: Agent; connections: Connection[] | undefined }) {
  return (
    <Section title="Its connections" flush>
      {one.connections.length === 0 && (
        <Empty title="It has no connections">
          Its runs compute and call what needs no account. Change it to let it act through a{" "}
          <Link to="/connections">connection</Link>.
        </Empty>
      )}
      {one.connections.length > 0 && (
        <Rows label="Its connections">
          {one.connections.map((name) => (
            <ConnectionRow
              key={name}
              name={name}
              connection={connections?.find((each) => each.name === name)}
              known={connections !== undefined}
            />
          ))}
        </Rows>
      )}
    </Section>
  );
}

const HEALTH: Record<Connection["status"], { color: string; word: string }> = {
  active: { color: "green", word: "healthy" },
  paused: { color: "yellow", word: "paused" },
  reauthorize: { color: "red", word: "needs new credentials" },
};

function ConnectionRow({
  name,
  connection,
  known,
}: {
  name: string;
  connection?: Connection | undefined;
  known: boolean;
}) {
  if (!connection) {
    return <Row title={name} under={known ? "There is no such connection any more; steps that name it fail." : ""} />;
  }
  return (
    <Row
      title={
        <>
          <Link to="/connections/$id" params={{ id: connection.id }}>
            {name}
          </Link>
          <StateWord {...HEALTH[connection.status]} />
        </>
      }
      under={`${connection.connector} · ${connection.environment} · ${connection.label}`}
    />
  );
}
