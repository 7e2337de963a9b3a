import { Checkbox, Text } from "@mantine/core";
import classes from "./Notifications.module.css";
import { CHANNEL_NAME, CHANNELS, type Channel, type Edit, KIND_NAME, type Kind, type Settings } from "./notifications";

type Props = { settings: Settings; onChange: (edit: Edit) => void };

/** Kinds by channels: a box for each. */
export function NotificationKinds({ settings, onChange }: Props) {
  const toggle = (kind: Kind, channel: Channel) => {
    const channels = kind.channels.includes(channel)
      ? kind.channels.filter((one) => one !== channel)
      : [...kind.channels, channel];
    onChange({ kinds: { [kind.kind]: channels } });
  };
  return (
    <table className={classes.table} aria-label="What you are told, and how">
      <thead>
        <tr>
          <th scope="col">Of what</th>
          {CHANNELS.map((channel) => (
            <th key={channel} scope="col" className={classes.box}>
              {CHANNEL_NAME[channel]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {settings.kinds.map((kind) => (
          <tr key={kind.kind}>
            <th scope="row">
              {KIND_NAME[kind.kind] ?? kind.kind}
              <Text component="span" display="block" size="xs" c="dimmed">
                {kind.meaning}
              </Text>
            </th>
            {CHANNELS.map((channel) => (
              <td key={channel} className={classes.box}>
                <Checkbox
                  aria-label={`${KIND_NAME[kind.kind] ?? kind.kind} by ${CHANNEL_NAME[channel]}`}
                  checked={kind.channels.includes(channel)}
                  disabled={!there(settings, channel)}
                  onChange={() => toggle(kind, channel)}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function there(settings: Settings, channel: Channel): boolean {
  return channel === "mail" ? settings.address !== null : settings[channel] !== null;
}
