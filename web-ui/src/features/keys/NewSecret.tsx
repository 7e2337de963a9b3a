import { Alert, Button, Group, Modal, Stack } from "@mantine/core";
import { CopyField } from "../../ui/CopyField";
import type { NewApiKey } from "./api";

/** A new key's secret, this once. It is kept nowhere. */
export function NewSecret({ made, onClose }: { made: NewApiKey; onClose: () => void }) {
  return (
    <Modal
      opened
      onClose={onClose}
      title={`The key “${made.api_key.name}”`}
      size="lg"
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      <Stack>
        <Alert color="yellow" title="Copy it now">
          It is shown this once. Put it into a secret store, never into a repository.
        </Alert>
        <CopyField label="The new key's secret" text={made.secret} />
        <Group justify="flex-end">
          <Button onClick={onClose}>I have copied it</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
