import { Alert, Button, Group, Modal, Stack } from "@mantine/core";
import { CopyField } from "./CopyField";

type Props = { title: string; label: string; secret: string; onClose: () => void };

/** A new secret, this once. It is kept nowhere. */
export function SecretOnce({ title, label, secret, onClose }: Props) {
  return (
    <Modal opened onClose={onClose} title={title} size="lg" closeOnClickOutside={false} closeOnEscape={false}>
      <Stack>
        <Alert color="yellow" title="Copy it now">
          It is shown this once. Put it into a secret store, never into a repository.
        </Alert>
        <CopyField label={label} text={secret} />
        <Group justify="flex-end">
          <Button onClick={onClose}>I have copied it</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
