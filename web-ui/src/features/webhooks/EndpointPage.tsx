import { Alert, Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { can, useMember } from "../../lib/session";
import { Confirm } from "../../ui/Confirm";
import { CopyField } from "../../ui/CopyField";
import { Page } from "../../ui/Page";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { RotateDialog } from "../../ui/RotateDialog";
import { RowsLoading } from "../../ui/Rows";
import { SecretOnce } from "../../ui/SecretOnce";
import { Section } from "../../ui/Section";
import { Time } from "../../ui/Time";
import { change, endpointQuery, endpointsQuery, remove, rotate, type Seen, tryOut } from "./api";
import { HealthBadge } from "./Badges";
import { Deliveries } from "./Deliveries";

export function EndpointPage() {
  const { id } = useParams({ from: "/tenant/webhooks/$id" });
  const me = useMember();
  const mayRead = can(me, "webhooks:read");
  const endpoint = useQuery({ ...endpointQuery(id), enabled: mayRead });
  return (
    <Page title="Endpoint" intro={endpoint.data?.url}>
      {!mayRead && <Section title="Not with your role">Ask an owner or admin for another role.</Section>}
      <ProblemAlert error={endpoint.error} onRetry={() => void endpoint.refetch()} />
      {mayRead && endpoint.isPending && <RowsLoading />}
      {endpoint.data && <About one={endpoint.data} mayChange={can(me, "webhooks:write")} />}
      {endpoint.data && <Deliveries id={id} mayChange={can(me, "webhooks:write")} />}
    </Page>
  );
}

function About({ one, mayChange }: { one: Seen; mayChange: boolean }) {
  return (
    <Section title={one.description || "What it is"} actions={mayChange && <Actions one={one} />}>
      <p>
        <HealthBadge one={one} /> It is told {one.types.length === 0 ? "everything" : one.types.join(", ")}.
        {one.ordered && " Messages of one run come in order."}
      </p>
      {one.disabled_reason && (
        <Alert color="yellow" title="It is off">
          {one.disabled_reason}
        </Alert>
      )}
      {one.enabled && one.failing_since && (
        <Alert color="yellow" title="Its last messages were not taken">
          {one.failures} failures since <Time at={one.failing_since} />.
          {one.rests_until && (
            <>
              {" "}
              The next try is at <Time at={one.rests_until} />.
            </>
          )}
        </Alert>
      )}
      {one.keys
        .filter((key) => key.public_key)
        .map((key) => (
          <CopyField key={key.public_key} label="Public key" text={key.public_key ?? ""} />
        ))}
    </Section>
  );
}

function Actions({ one }: { one: Seen }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<"rotate" | "delete">();
  const [secret, setSecret] = useState<string>();
  const again = () => client.invalidateQueries({ queryKey: endpointsQuery.queryKey });
  const refused = (problem: Error) => notifications.show({ color: "red", message: problem.message });
  const switching = useMutation({
    mutationFn: () => change(one, { enabled: !one.enabled }),
    onSuccess: again,
    onError: refused,
  });
  const testing = useMutation({
    mutationFn: () => tryOut(one.id),
    onSuccess: () => {
      notifications.show({ color: "green", message: "A test is on its way; see below what came of it." });
      return again();
    },
    onError: refused,
  });
  return (
    <>
      <Button size="xs" variant="default" loading={testing.isPending} onClick={() => testing.mutate()}>
        Send a test
      </Button>
      <Button size="xs" variant="default" loading={switching.isPending} onClick={() => switching.mutate()}>
        {one.enabled ? "Switch off" : "Switch on"}
      </Button>
      <Button size="xs" variant="default" onClick={() => setAsked("rotate")}>
        Rotate the key
      </Button>
      <Button size="xs" variant="default" onClick={() => setAsked("delete")}>
        Delete
      </Button>
      {asked === "rotate" && (
        <RotateDialog
          title="Rotate the endpoint's key"
          what="Messages are signed with both keys for as long as you choose, so that nothing is refused meanwhile."
          onRotate={(overlap) => rotate(one.id, overlap)}
          onMade={(made) => {
            setAsked(undefined);
            if (made.secret) setSecret(made.secret);
            void again();
          }}
          onClose={() => setAsked(undefined)}
        />
      )}
      {asked === "delete" && (
        <Confirm
          title="Delete the endpoint?"
          what="It is told nothing any more, also not what waits for it. Its log of deliveries goes with it."
          act="Delete"
          danger
          onConfirm={async () => {
            await remove(one.id);
            await again();
            await navigate({ to: "/webhooks" });
          }}
          onClose={() => setAsked(undefined)}
        />
      )}
      {secret && (
        <SecretOnce
          title="The endpoint's new secret"
          label="What messages are checked with"
          secret={secret}
          onClose={() => setSecret(undefined)}
        />
      )}
    </>
  );
}
