import { Badge, Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Confirm } from "../../ui/Confirm";
import { Row, Rows } from "../../ui/Rows";
import { Time } from "../../ui/Time";
import { ChannelForm } from "./ChannelForm";
import { CHANNEL_NAME, type ChannelState, type Edit, notificationsQuery, type Settings, tryOut } from "./notifications";

type Change = (edit: Edit) => Promise<unknown>;
type Props = { settings: Settings; onChange: Change };

/** Where messages go. */
export function NotificationChannels({ settings, onChange }: Props) {
  return (
    <Rows label="Where messages go">
      <Row
        title="Mail"
        under={settings.address ?? "Your address is not verified: verify it, and sign in again."}
        actions={settings.address && <Test channel="mail" />}
      />
      <Address channel="slack" state={settings.slack} onChange={onChange} />
      <Address channel="webhook" state={settings.webhook} onChange={onChange} />
    </Rows>
  );
}

const UNSET = {
  slack: "Make an incoming webhook in Slack, and give its address here.",
  webhook: "An address of yours that takes JSON by POST.",
};

type AddressProps = { channel: "slack" | "webhook"; state: ChannelState | null; onChange: Change };

function Address({ channel, state, onChange }: AddressProps) {
  const [asked, setAsked] = useState<"address" | "remove">();
  const close = () => setAsked(undefined);
  return (
    <>
      <Row
        title={CHANNEL_NAME[channel]}
        under={state ? <About state={state} /> : UNSET[channel]}
        side={state && <Standing state={state} />}
        actions={
          <>
            {state && <Test channel={channel} />}
            <Button
              size="xs"
              variant="default"
              aria-label={`${state ? "Change" : "Set up"} ${CHANNEL_NAME[channel]}`}
              onClick={() => setAsked("address")}
            >
              {state ? "Change" : "Set up"}
            </Button>
            {state && (
              <Button
                size="xs"
                variant="default"
                aria-label={`Remove ${CHANNEL_NAME[channel]}`}
                onClick={() => setAsked("remove")}
              >
                Remove
              </Button>
            )}
          </>
        }
      />
      {asked === "address" && <ChannelForm channel={channel} onChange={onChange} onClose={close} />}
      {asked === "remove" && (
        <Confirm
          title={`Remove ${CHANNEL_NAME[channel]}?`}
          what="Nothing goes there any more, and its address is forgotten."
          act="Remove"
          danger
          onConfirm={() => onChange({ [channel]: {} })}
          onClose={close}
        />
      )}
    </>
  );
}

function About({ state }: { state: ChannelState }) {
  const since = state.enabled && state.failing_since;
  return (
    <>
      {state.host}
      {state.signed && ", signed"}
      {state.disabled_reason === "gone" && ". It answered that there is nobody any more: give another address."}
      {state.disabled_reason === "failing" && ". Nothing but failures came of it for days: send a test once it works."}
      {since && (
        <>
          . {state.failures} failures since <Time at={since} />
        </>
      )}
    </>
  );
}

function Standing({ state }: { state: ChannelState }) {
  const [color, word] = !state.enabled ? ["gray", "off"] : state.failures > 0 ? ["yellow", "failing"] : ["green", "on"];
  return (
    <Badge color={color} variant="light" radius="sm">
      {word}
    </Badge>
  );
}

function Test({ channel }: { channel: "mail" | "slack" | "webhook" }) {
  const client = useQueryClient();
  const testing = useMutation({
    mutationFn: () => tryOut(channel),
    onSuccess: ({ taken, reason }) => {
      notifications.show(
        taken
          ? { message: `The test was taken by ${CHANNEL_NAME[channel]}.` }
          : { color: "red", message: `The test did not come through: ${reason}.` },
      );
      return client.invalidateQueries({ queryKey: notificationsQuery.queryKey });
    },
    onError: (problem) => notifications.show({ color: "red", message: problem.message }),
  });
  return (
    <Button
      size="xs"
      variant="default"
      aria-label={`Test ${CHANNEL_NAME[channel]}`}
      loading={testing.isPending}
      onClick={() => testing.mutate()}
    >
      Test
    </Button>
  );
}
