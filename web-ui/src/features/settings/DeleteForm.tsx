import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { erase, type Tenant } from "./api";

type Props = { tenant: Tenant; onDone: () => Promise<unknown>; onClose: () => void };

/** Asks for the tenant's name, so that nobody deletes another one. */
export function DeleteForm({ tenant, onDone, onClose }: Props) {
  const [name, setName] = useState("");
  const deleting = useMutation({
    mutationFn: () => erase(name),
    onSuccess: () => {
      onClose();
      return onDone();
    },
  });
  return (
    <Modal opened onClose={onClose} title={`Delete ${tenant.name}?`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          deleting.mutate();
        }}
      >
        <Stack>
          <TextInput
            label="Its name, to confirm"
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            data-autofocus
          />
          <ProblemAlert error={deleting.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" color="red.8" disabled={name !== tenant.name} loading={deleting.isPending}>
              Delete
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
