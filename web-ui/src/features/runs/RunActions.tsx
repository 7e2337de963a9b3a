import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { Confirm } from "../../ui/Confirm";
import { cancel, compensate, complete, isEnded, type Run, retry } from "./api";

type Asked = "cancel" | "retry" | "complete" | "compensate";
type Question = {
  title: string;
  what: ReactNode;
  act: string;
  dismiss?: string;
  danger?: boolean;
  onConfirm: () => Promise<unknown>;
};

const LABELS: Record<Asked, string> = {
  cancel: "Cancel the run",
  retry: "Retry",
  complete: "Complete",
  compensate: "Take back",
};

function offered(run: Run): Asked[] {
  const session = run.workflow === null;
  if (!isEnded(run)) return session ? ["complete", "compensate", "cancel"] : ["cancel"];
  return session || run.state === "SUCCEEDED" ? [] : ["retry"];
}

/** What can be done with a run as it stands; each is asked about first. */
export function RunActions({ run }: { run: Run }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<Asked>();
  const again = () => client.invalidateQueries({ queryKey: ["runs"] });

  const questions: Record<Asked, Question> = {
    cancel: {
      title: "Cancel the run?",
      what: "Nothing new is sent for it. What is under way is found out, and what its workflow asks to be taken back is.",
      act: "Cancel the run",
      dismiss: "Let it go on",
      danger: true,
      onConfirm: async () => {
        const { in_flight } = await cancel(run.id);
        notifications.show({ message: cancelled(in_flight.length) });
        await again();
      },
    },
    retry: {
      title: "Do all of it again?",
      what: "Another run of the same version starts with the same agent, input and priority. What this one did and did not take back stays done.",
      act: "Start it again",
      onConfirm: async () => {
        const next = await retry(run.id);
        void again();
        await navigate({ to: "/runs/$id", params: { id: next.id } });
      },
    },
    complete: {
      title: "Complete the session?",
      what: "It takes no more steps. Once those it has are done it has succeeded.",
      act: "Complete it",
      onConfirm: () => complete(run.id).then(again),
    },
    compensate: {
      title: "Take back what the session did?",
      what: "It begins nothing new, and takes back what landed, the latest first.",
      act: "Take it back",
      danger: true,
      onConfirm: () => compensate(run.id).then(again),
    },
  };
  return (
    <>
      {offered(run).map((what) => (
        <Button key={what} variant="default" onClick={() => setAsked(what)}>
          {LABELS[what]}
        </Button>
      ))}
      {asked && <Confirm {...questions[asked]} onClose={() => setAsked(undefined)} />}
    </>
  );
}

const cancelled = (inFlight: number) =>
  inFlight === 0
    ? "It is being cancelled; nothing was under way."
    : `It is being cancelled; ${inFlight === 1 ? "one effect was" : `${inFlight} effects were`} under way, and what became of them is found out.`;
