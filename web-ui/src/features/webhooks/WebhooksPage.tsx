import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { can, useMember } from "../../lib/session";
import { MoreButton } from "../../ui/MoreButton";
import { Page } from "../../ui/Page";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Empty, Row, Rows, RowsLoading } from "../../ui/Rows";
import { SecretOnce } from "../../ui/SecretOnce";
import { Section } from "../../ui/Section";
import { Time } from "../../ui/Time";
import { type Endpoint, endpointsQuery, type NewEndpoint } from "./api";
import { HealthBadge } from "./Badges";
import { EndpointForm } from "./EndpointForm";
import { Sources } from "./Sources";
import { Triggers } from "./Triggers";

export function WebhooksPage() {
  const me = useMember();
  const mayRead = can(me, "webhooks:read");
  const endpoints = useInfiniteQuery({ ...endpointsQuery, enabled: mayRead });
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<NewEndpoint>();
  return (
    <Page
      title="Webhooks"
      intro="Other systems are told what happens here, by signed messages that are tried until they are taken. And they tell what happens there."
      actions={can(me, "webhooks:write") && <Button onClick={() => setMaking(true)}>Add an endpoint</Button>}
    >
      {!mayRead && <Section title="Not with your role">Ask an owner or admin for another role.</Section>}
      {mayRead && (
        <Section title="Endpoints" flush>
          <ProblemAlert error={endpoints.error} onRetry={() => void endpoints.refetch()} />
          {endpoints.isPending && <RowsLoading />}
          {endpoints.data?.length === 0 && (
            <Empty title="Nobody is told yet">
              Add the address of a system of yours. It gets a POST when a run ends, an approval is asked for or an
              invoice is issued.
            </Empty>
          )}
          {endpoints.data && endpoints.data.length > 0 && (
            <Rows label="Endpoints">
              {endpoints.data.map((one) => (
                <EndpointRow key={one.id} one={one} />
              ))}
            </Rows>
          )}
          <MoreButton list={endpoints} />
        </Section>
      )}
      {mayRead && <Sources mayChange={can(me, "webhooks:write")} />}
      {mayRead && <Triggers mayChange={can(me, "webhooks:write")} />}
      {making && (
        <EndpointForm
          onClose={() => setMaking(false)}
          onMade={(endpoint) => {
            setMaking(false);
            if (endpoint.secret) setMade(endpoint);
          }}
        />
      )}
      {made?.secret && (
        <SecretOnce
          title="The endpoint's secret"
          label="What messages are checked with"
          secret={made.secret}
          onClose={() => setMade(undefined)}
        />
      )}
    </Page>
  );
}

function EndpointRow({ one }: { one: Endpoint }) {
  return (
    <Row
      title={
        <>
          <Link to="/webhooks/$id" params={{ id: one.id }}>
            {one.url}
          </Link>
          <HealthBadge one={one} />
        </>
      }
      under={
        <>
          {one.description && <>{one.description} · </>}
          {one.types.length === 0 ? "everything" : one.types.join(", ")}
        </>
      }
      side={
        <>
          {one.waiting > 0 && <span>{one.waiting} waiting</span>}
          {one.failing_since && (
            <span>
              failing since <Time at={one.failing_since} />
            </span>
          )}
        </>
      }
    />
  );
}
