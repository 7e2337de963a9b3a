import { Button, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { effectsQuery } from "../../lib/effects";
import type { Seen } from "../../lib/etag";
import { Confirm } from "../../ui/Confirm";
import { InFlight } from "../../ui/InFlight";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { type Connection, type Connector, check, pause, remove, resume } from "./api";
import { ConsentButton } from "./ConsentButton";
import { RotateCredentials } from "./RotateCredentials";

/** What can be done with a connection. */
export function ConnectionActions({ one, connector }: { one: Seen<Connection>; connector: Connector | undefined }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<"pause" | "rotate" | "delete">();
  const [failed, setFailed] = useState<unknown>();
  const [inFlight, setInFlight] = useState<string[]>();
  const effects = useQuery(effectsQuery(inFlight ?? []));
  const again = () => client.invalidateQueries({ queryKey: ["connections"] });
  const close = () => setAsked(undefined);
  const checking = useMutation({
    mutationFn: () => check(one.id),
    onSuccess: (found) => {
      notifications.show({ color: "green", title: "It works", message: `The platform says: ${found.label}.` });
    },
    onSettled: again,
  });
  const resuming = useMutation({
    mutationFn: () => resume(one.id),
    onSuccess: () => setInFlight(undefined),
    onSettled: again,
  });
  return (
    <>
      <Group gap="xs">
        <Button size="xs" variant="default" loading={checking.isPending} onClick={() => checking.mutate()}>
          Check it
        </Button>
        {one.status === "paused" ? (
          <Button size="xs" loading={resuming.isPending} onClick={() => resuming.mutate()}>
            Resume
          </Button>
        ) : (
          <Button size="xs" variant="default" onClick={() => setAsked("pause")}>
            Pause
          </Button>
        )}
        {connector?.oauth && one.status === "reauthorize" && (
          <ConsentButton size="xs" wanted={() => ({ connection: one.id })} onFailed={setFailed}>
            Authorize again
          </ConsentButton>
        )}
        {connector && (
          <Button size="xs" variant="default" onClick={() => setAsked("rotate")}>
            Rotate the credentials
          </Button>
        )}
        <Button size="xs" variant="default" onClick={() => setAsked("delete")}>
          Delete
        </Button>
      </Group>
      <ProblemAlert error={checking.error ?? resuming.error ?? failed} />
      {inFlight && <InFlight ids={inFlight} effects={effects.data} onClose={() => setInFlight(undefined)} />}
      {asked === "pause" && (
        <Confirm
          title={`Pause “${one.name}”?`}
          what="Nothing new is sent through it from then on, undoing included. Runs that want it wait until it is resumed."
          act="Pause it"
          onConfirm={async () => {
            setInFlight((await pause(one.id)).in_flight);
            await again();
          }}
          onClose={close}
        />
      )}
      {asked === "rotate" && connector && (
        <RotateCredentials
          one={one}
          connector={connector}
          onDone={() => {
            close();
            notifications.show({ color: "green", message: "The new credentials are in use." });
            void again();
          }}
          onClose={close}
        />
      )}
      {asked === "delete" && (
        <Confirm
          title={`Delete “${one.name}”?`}
          what="Its credentials are erased. Steps that name it fail from then on."
          act="Delete"
          danger
          onConfirm={async () => {
            await remove(one.id);
            await again();
            await navigate({ to: "/connections" });
          }}
          onClose={close}
        />
      )}
    </>
  );
}
