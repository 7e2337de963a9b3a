import { Alert, Code } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { can, useMember } from "../../lib/session";
import { Figure, Figures } from "../../ui/Figures";
import { Page } from "../../ui/Page";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { RowsLoading } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { Time } from "../../ui/Time";
import { ActionsSection } from "./ActionsSection";
import { type Connection, type Connector, connectionQuery, connectorsQuery } from "./api";
import { HealthBadge, HoldBadge, PlaceBadge } from "./Badges";
import { BudgetsSection } from "./BudgetsSection";
import { ConnectionActions } from "./ConnectionActions";
import { SeenSection } from "./SeenSection";
import { UsersSection } from "./UsersSection";

export function ConnectionPage() {
  const { id } = useParams({ from: "/tenant/connections/$id" });
  const me = useMember();
  const mayRead = can(me, "connections:read");
  const connection = useQuery({ ...connectionQuery(id), enabled: mayRead });
  const connectors = useQuery({ ...connectorsQuery, enabled: mayRead });
  const one = connection.data;
  const connector = connectors.data?.find(({ name }) => name === one?.connector);
  return (
    <Page title={one?.name ?? "Connection"} intro={one && `${connector?.title ?? one.connector}: ${one.label}`}>
      {!mayRead && <Section title="Not with your role">Ask an owner or admin for another role.</Section>}
      <ProblemAlert error={connection.error} onRetry={() => void connection.refetch()} />
      {mayRead && connection.isPending && <RowsLoading />}
      {one && can(me, "connections:write") && <ConnectionActions one={one} connector={connector} />}
      {one && <About one={one} connector={connector} />}
      {one && <BudgetsSection one={one} />}
      {one && <UsersSection one={one} />}
      {one && can(me, "agents:read") && <SeenSection one={one} />}
      {connector && <ActionsSection connector={connector} />}
    </Page>
  );
}

function About({ one, connector }: { one: Connection; connector: Connector | undefined }) {
  return (
    <Section
      title="What it is"
      actions={
        <span>
          <HealthBadge one={one} /> <PlaceBadge environment={one.environment} /> <HoldBadge connector={connector} />
        </span>
      }
    >
      {one.status === "reauthorize" && (
        <Alert color="red" title="The platform refuses its credentials" mb="md">
          Nothing can be sent through it. {connector?.oauth ? "Authorize it again, or rotate" : "Rotate"} the
          credentials: give it new ones of the same account.
        </Alert>
      )}
      {one.status === "paused" && (
        <Alert color="yellow" title="It is paused" mb="md">
          Nothing is sent through it, undoing included. Steps that want it wait until it is resumed.
        </Alert>
      )}
      <Figures>
        <Figure label="Account" what={one.label} under={`as the platform knows it: ${one.principal}`} />
        <Figure
          label="Held"
          what={connector?.hold_mode === "exclusive" ? "by one run" : "by many"}
          under={
            connector?.hold_mode === "exclusive"
              ? "others that want to act on it wait their turn"
              : "runs share it, within its limits"
          }
        />
        <Figure
          label="Last checked"
          what={<Time at={one.checked_at} day />}
          under={
            <>
              connected <Time at={one.created_at} />
            </>
          }
        />
      </Figures>
      <p>
        System <Code>{one.system}</Code>
        {connector?.kind && (
          <>
            , of your own platform{" "}
            <Link to="/connectors/$name" params={{ name: connector.name }}>
              {connector.title}
            </Link>
          </>
        )}
        {one.base_url && (
          <>
            {" "}
            at <Code>{one.base_url}</Code>
          </>
        )}
      </p>
    </Section>
  );
}
