import { Button, Group } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { effectsQuery } from "../../lib/effects";
import { Confirm } from "../../ui/Confirm";
import { InFlight } from "../../ui/InFlight";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { type Agent, pause, remove, resume } from "./api";

/** The kill switch of an agent, and its end. */
export function AgentActions({ one }: { one: Agent }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<"pause" | "delete">();
  const [inFlight, setInFlight] = useState<string[]>();
  const effects = useQuery(effectsQuery(inFlight ?? []));
  const again = () => client.invalidateQueries({ queryKey: ["agents"] });
  const close = () => setAsked(undefined);
  const resuming = useMutation({
    mutationFn: () => resume(one.id),
    onSuccess: () => setInFlight(undefined),
    onSettled: again,
  });
  return (
    <>
      <Group gap="xs">
        {one.paused_at ? (
          <Button size="xs" loading={resuming.isPending} onClick={() => resuming.mutate()}>
            Resume
          </Button>
        ) : (
          <Button size="xs" variant="default" onClick={() => setAsked("pause")}>
            Pause
          </Button>
        )}
        <Button size="xs" variant="default" onClick={() => setAsked("delete")}>
          Delete
        </Button>
      </Group>
      <ProblemAlert error={resuming.error} />
      {inFlight && <InFlight ids={inFlight} effects={effects.data} onClose={() => setInFlight(undefined)} />}
      {asked === "pause" && (
        <Confirm
          title={`Pause “${one.name}”?`}
          what="Nothing new is sent in its runs from then on, undoing included; they wait until it is resumed. Runs of other agents that it started go on."
          act="Pause it"
          onConfirm={async () => {
            setInFlight((await pause(one.id)).in_flight);
            await again();
          }}
          onClose={close}
        />
      )}
      {asked === "delete" && (
        <Confirm
          title={`Delete “${one.name}”?`}
          what="Its runs go on, and what it remembers stays on record. No new run can be started with it."
          act="Delete"
          danger
          onConfirm={async () => {
            await remove(one.id);
            await again();
            await navigate({ to: "/agents" });
          }}
          onClose={close}
        />
      )}
    </>
  );
}
