import { Button, Code } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import type { Seen } from "../../lib/etag";
import { can, useMember } from "../../lib/session";
import { Figure, Figures } from "../../ui/Figures";
import { Page } from "../../ui/Page";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Empty, Rows, RowsLoading } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { type Connector, connectionsQuery, ownConnectorQuery } from "./api";
import { ConnectionRow } from "./ConnectionRow";
import { ConnectorActions } from "./ConnectorActions";
import { OwnActions } from "./OwnActions";
import { KIND } from "./own";

const ConnectDialog = lazy(() => import("./ConnectDialog").then((it) => ({ default: it.ConnectDialog })));

/** A platform of the tenant's own: what was read of it, what was said of it, and who uses it. */
export function ConnectorPage() {
  const { name } = useParams({ from: "/tenant/connectors/$name" });
  const me = useMember();
  const mayRead = can(me, "connectors:read");
  const connector = useQuery({ ...ownConnectorQuery(name), enabled: mayRead });
  const mayChange = can(me, "connectors:write");
  const one = connector.data;
  return (
    <Page title={one?.title ?? "Platform"} intro={one && <>Workflows call it {<Code>{one.name}</Code>}.</>}>
      {!mayRead && <Section title="Not with your role">Ask an owner or admin for another role.</Section>}
      <ProblemAlert error={connector.error} onRetry={() => void connector.refetch()} />
      {mayRead && connector.isPending && <RowsLoading />}
      {one?.kind && mayChange && <ConnectorActions one={one} />}
      {one && <About one={one} />}
      {one && can(me, "connections:read") && <Accounts one={one} mayConnect={can(me, "connections:write")} />}
      {one && <OwnActions connector={one} mayChange={mayChange && one.kind !== null} />}
    </Page>
  );
}

function About({ one }: { one: Connector }) {
  const offered = one.actions.filter(({ own }) => own?.offered ?? true).length;
  return (
    <Section title="What it is">
      <Figures>
        <Figure
          label="Read from"
          what={one.kind ? KIND[one.kind] : "built in"}
          under={one.base_url && <>calls {one.base_url}</>}
        />
        <Figure
          label="Actions"
          what={`${offered} of ${one.actions.length}`}
          under="can be called; the others are off, or can't be"
        />
        <Figure
          label="An account is"
          what={one.identity ? "told" : "a key"}
          under={
            one.identity
              ? `${one.identity.action} says whose credentials they are, at ${one.identity.pointer}`
              : "each key is an account by itself: another key is another system"
          }
        />
      </Figures>
    </Section>
  );
}

function Accounts({ one, mayConnect }: { one: Seen<Connector>; mayConnect: boolean }) {
  const connections = useInfiniteQuery(connectionsQuery);
  const [connecting, setConnecting] = useState(false);
  const those = connections.data?.filter(({ connector }) => connector === one.name);
  return (
    <Section
      title="Connected through it"
      flush
      actions={
        mayConnect && (
          <Button size="xs" variant="default" onClick={() => setConnecting(true)}>
            Connect an account
          </Button>
        )
      }
    >
      <ProblemAlert error={connections.error} onRetry={() => void connections.refetch()} />
      {connections.isPending && <RowsLoading rows={1} />}
      {those?.length === 0 && (
        <Empty title="No account is connected">Connect one, and agents that may use it can call its actions.</Empty>
      )}
      {those && those.length > 0 && (
        <Rows label="Connections">
          {those.map((connection) => (
            <ConnectionRow key={connection.id} one={connection} connector={one} />
          ))}
        </Rows>
      )}
      {connecting && (
        <Suspense>
          <ConnectDialog first={one} onClose={() => setConnecting(false)} />
        </Suspense>
      )}
    </Section>
  );
}
