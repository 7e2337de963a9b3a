import { Button, Group } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { can, useMember } from "../../lib/session";
import { MoreButton } from "../../ui/MoreButton";
import { Page } from "../../ui/Page";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Empty, Rows, RowsLoading } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { type Connector, connectionsQuery, connectorsQuery } from "./api";
import { ConnectionRow } from "./ConnectionRow";
import { LandingNotice } from "./LandingNotice";
import { OwnConnectors } from "./OwnConnectors";

const OwnConnectorDialog = lazy(() =>
  import("./OwnConnectorDialog").then((it) => ({ default: it.OwnConnectorDialog })),
);
const ConnectDialog = lazy(() => import("./ConnectDialog").then((it) => ({ default: it.ConnectDialog })));

export function ConnectionsPage() {
  const me = useMember();
  const mayRead = can(me, "connections:read");
  const mayConnect = can(me, "connections:write");
  const connections = useInfiniteQuery({ ...connectionsQuery, enabled: mayRead });
  const connectors = useQuery({ ...connectorsQuery, enabled: mayRead }).data;
  const [connecting, setConnecting] = useState(false);
  const [adding, setAdding] = useState(false);
  const [added, setAdded] = useState<Connector>();
  const open = () => setConnecting(true);
  return (
    <Page
      title="Connections"
      intro="Accounts that agents act through. Two connections to one account are one system."
      actions={
        <Group gap="xs">
          {can(me, "connectors:write") && (
            <Button variant="default" onClick={() => setAdding(true)}>
              Add your own platform
            </Button>
          )}
          {mayConnect && <Button onClick={open}>Connect an account</Button>}
        </Group>
      }
    >
      <LandingNotice />
      {!mayRead && <Section title="Not with your role">Ask an owner or admin for another role.</Section>}
      {mayRead && (
        <Section title="Connected" flush>
          <ProblemAlert error={connections.error} onRetry={() => void connections.refetch()} />
          {connections.isPending && <RowsLoading />}
          {connections.data?.length === 0 && (
            <Empty title="Nothing is connected yet">
              <p>
                Choose a platform and give it an account's credentials: agents then act through it by name. The
                laboratory has simulated platforms, whose accounts cost nothing and touch nothing.
              </p>
              {mayConnect && (
                <Button mt="sm" variant="light" onClick={open}>
                  Connect the first account
                </Button>
              )}
            </Empty>
          )}
          {connections.data && connections.data.length > 0 && (
            <Rows label="Connections">
              {connections.data.map((one) => (
                <ConnectionRow
                  key={one.id}
                  one={one}
                  connector={connectors?.find(({ name }) => name === one.connector)}
                />
              ))}
            </Rows>
          )}
          <MoreButton list={connections} />
        </Section>
      )}
      {connectors && <OwnConnectors connectors={connectors} />}
      {connecting && (
        <Suspense>
          <ConnectDialog
            first={added}
            onClose={() => {
              setConnecting(false);
              setAdded(undefined);
            }}
          />
        </Suspense>
      )}
      {adding && (
        <Suspense>
          <OwnConnectorDialog
            onClose={() => setAdding(false)}
            onAdded={(one) => {
              setAdding(false);
              setAdded(one);
              setConnecting(mayConnect);
            }}
          />
        </Suspense>
      )}
    </Page>
  );
}
