import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import type { Seen } from "../../lib/etag";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { asksFor, type Connection, type Connector, rotate } from "./api";
import { CredentialFields } from "./CredentialFields";
import { type Credentials, credentialsOf, noCredentials, wrongCredentials } from "./form";

type Props = { one: Seen<Connection>; connector: Connector; onDone: () => void; onClose: () => void };

/** New credentials for the same account. */
export function RotateCredentials({ one, connector, onDone, onClose }: Props) {
  const shape = asksFor(connector);
  const form = useForm<Credentials>({
    initialValues: noCredentials(shape),
    validate: (values) => wrongCredentials(shape, values),
  });
  const rotating = useMutation({
    mutationFn: (values: Credentials) => rotate(one, credentialsOf(shape, values)),
    onSuccess: onDone,
  });
  return (
    <Modal opened onClose={onClose} title="Rotate the credentials" size="lg">
      <form onSubmit={form.onSubmit((values) => rotating.mutate(values))}>
        <Stack>
          <Text>
            They take the place of those before at once, and have to be of the same account: {one.label}. The platform
            is asked first.
          </Text>
          <CredentialFields
            shape={shape}
            pairs={form.values.pairs}
            inputProps={form.getInputProps}
            onAdd={() => form.insertListItem("pairs", { name: "", value: "" })}
          />
          <ProblemAlert error={rotating.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={rotating.isPending}>
              Rotate
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
