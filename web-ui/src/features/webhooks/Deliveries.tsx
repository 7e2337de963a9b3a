import { Button, SegmentedControl } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { MoreButton } from "../../ui/MoreButton";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Empty, Row, Rows, RowsLoading } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { Time } from "../../ui/Time";
import { type Delivery, type DeliveryState, deliveriesQuery, replayFailed, replayOne } from "./api";
import { StateBadge } from "./Badges";

const ALL = "all";
const STATES = [ALL, "pending", "delivered", "failed"];

/** What an endpoint was sent, and what came of it. */
export function Deliveries({ id, mayChange }: { id: string; mayChange: boolean }) {
  const client = useQueryClient();
  const [shown, setShown] = useState(ALL);
  const deliveries = useInfiniteQuery(deliveriesQuery(id, shown === ALL ? undefined : (shown as DeliveryState)));
  const replaying = useMutation({
    mutationFn: (message?: string) => (message ? replayOne(id, message) : replayFailed(id)),
    onSuccess: ({ messages }) => {
      notifications.show({
        color: "green",
        message: messages === 1 ? "It is sent once more." : `${messages} messages are sent once more.`,
      });
      return client.invalidateQueries({ queryKey: ["endpoints", id] });
    },
  });
  return (
    <Section
      title="Deliveries"
      flush
      actions={
        <>
          <SegmentedControl aria-label="Which" size="xs" data={STATES} value={shown} onChange={setShown} />
          {mayChange && (
            <Button
              size="xs"
              variant="default"
              loading={replaying.isPending}
              onClick={() => replaying.mutate(undefined)}
            >
              Replay all that failed
            </Button>
          )}
        </>
      }
    >
      <ProblemAlert error={replaying.error} />
      <ProblemAlert error={deliveries.error} onRetry={() => void deliveries.refetch()} />
      {deliveries.isPending && <RowsLoading />}
      {deliveries.data?.length === 0 && (
        <Empty title={shown === ALL ? "Nothing was sent yet" : `Nothing is ${shown}`}>
          {shown === ALL && "Send a test to see whether messages arrive."}
        </Empty>
      )}
      {deliveries.data && deliveries.data.length > 0 && (
        <Rows label="Deliveries">
          {deliveries.data.map((one) => (
            <DeliveryRow
              key={one.message}
              one={one}
              {...(mayChange && { onReplay: () => replaying.mutate(one.message) })}
            />
          ))}
        </Rows>
      )}
      <MoreButton list={deliveries} />
    </Section>
  );
}

function DeliveryRow({ one, onReplay }: { one: Delivery; onReplay?: () => void }) {
  const last = one.attempts.at(-1);
  return (
    <Row
      title={
        <>
          {one.type}
          <StateBadge one={one} />
        </>
      }
      under={
        <>
          {last ? (
            <>
              {last.status ? `answered ${last.status}` : (last.reason ?? "no answer")} in {last.took_ms} ms
              {one.tries > 1 && `, ${one.tries} tries`}
            </>
          ) : (
            "not tried yet"
          )}
          {one.reason && ` · ${one.reason}`}
        </>
      }
      side={
        <>
          <Time at={one.created_at} />
          {one.next_try_at && one.state === "pending" && (
            <span>
              next try <Time at={one.next_try_at} />
            </span>
          )}
        </>
      }
      actions={
        onReplay &&
        one.state !== "pending" && (
          <Button size="xs" variant="default" aria-label={`Replay ${one.type}`} onClick={onReplay}>
            Replay
          </Button>
        )
      }
    />
  );
}
