import { Badge, Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { inWords } from "../../lib/durations";
import { Confirm } from "../../ui/Confirm";
import { MoreButton } from "../../ui/MoreButton";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Empty, Row, Rows, RowsLoading } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { Time } from "../../ui/Time";
import { pauseTrigger, removeTrigger, resumeTrigger, type Trigger, triggersQuery } from "./inbound";
import { TriggerForm } from "./TriggerForm";

/** Lists of platforms that don't tell what happens, read again and again. */
export function Triggers({ mayChange }: { mayChange: boolean }) {
  const triggers = useInfiniteQuery(triggersQuery);
  const [making, setMaking] = useState(false);
  return (
    <Section
      title="Triggers"
      flush
      actions={
        mayChange && (
          <Button size="xs" variant="default" onClick={() => setMaking(true)}>
            Add a trigger
          </Button>
        )
      }
    >
      <ProblemAlert error={triggers.error} onRetry={() => void triggers.refetch()} />
      {triggers.isPending && <RowsLoading />}
      {triggers.data?.length === 0 && (
        <Empty title="Nothing is read yet">
          Where a platform has no webhooks, a trigger reads its list of mentions, notifications or fills again and
          again. Each new thing is one event.
        </Empty>
      )}
      {triggers.data && triggers.data.length > 0 && (
        <Rows label="Triggers">
          {triggers.data.map((one) => (
            <TriggerRow key={one.id} one={one} mayChange={mayChange} />
          ))}
        </Rows>
      )}
      <MoreButton list={triggers} />
      {making && <TriggerForm onClose={() => setMaking(false)} />}
    </Section>
  );
}

const COLORS: Record<string, string> = { active: "green", failing: "yellow", waiting: "yellow", paused: "gray" };

/** In a word: a trigger that is active may fail or wait all the same. */
export function stateOf(one: Trigger): string {
  if (one.state !== "active") return one.state;
  if (one.failures > 0) return "failing";
  return one.waits_for ? "waiting" : "active";
}

function TriggerRow({ one, mayChange }: { one: Trigger; mayChange: boolean }) {
  const state = stateOf(one);
  return (
    <Row
      title={
        <>
          {one.name}{" "}
          <Badge color={COLORS[state] ?? "red"} variant="light" radius="sm">
            {state}
          </Badge>
        </>
      }
      under={
        <>
          {one.connector}.{one.poll} every {inWords(one.interval)} · events of type {one.type}
          {state === "failing" && one.last_error && <> · {one.last_error.detail}</>}
          {state === "waiting" && <> · {one.waits_for}</>}
          {state === "stopped" && <> · its connection was deleted</>}
        </>
      }
      side={
        <>
          <span>{one.published} events</span>
          {one.last_poll_at && (
            <span>
              read <Time at={one.last_poll_at} />
            </span>
          )}
        </>
      }
      actions={mayChange && <Actions one={one} />}
    />
  );
}

function Actions({ one }: { one: Trigger }) {
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  const again = () => client.invalidateQueries({ queryKey: triggersQuery.queryKey });
  const paused = one.state === "paused";
  const switching = useMutation({
    mutationFn: () => (paused ? resumeTrigger(one.id) : pauseTrigger(one.id)),
    onSuccess: again,
    onError: (problem) => notifications.show({ color: "red", message: problem.message }),
  });
  const word = paused ? "Resume" : "Pause";
  return (
    <>
      {one.state !== "stopped" && (
        <Button
          size="xs"
          variant="default"
          aria-label={`${word} ${one.name}`}
          loading={switching.isPending}
          onClick={() => switching.mutate()}
        >
          {word}
        </Button>
      )}
      <Button size="xs" variant="default" aria-label={`Delete ${one.name}`} onClick={() => setAsked(true)}>
        Delete
      </Button>
      {asked && (
        <Confirm
          title={`Delete ${one.name}?`}
          what="Nothing is read any more, and how far it was read is forgotten. Events that it made stay."
          act="Delete"
          danger
          onConfirm={async () => {
            await removeTrigger(one.id);
            await again();
          }}
          onClose={() => setAsked(false)}
        />
      )}
    </>
  );
}
