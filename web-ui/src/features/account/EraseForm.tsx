import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { type Me, signInPath } from "../../lib/session";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { eraseMe } from "./api";

/** Asks for the person's own address, so that it is meant; signs them out once they are erased. */
export function EraseForm({ person, onClose }: { person: Me["person"]; onClose: () => void }) {
  const [typed, setTyped] = useState("");
  const confirm = person.email ?? person.id;
  const erasing = useMutation({
    mutationFn: () => eraseMe(confirm),
    onSuccess: () => window.location.assign(signInPath("logout", "/")),
  });
  return (
    <Modal opened onClose={onClose} title="Delete your account?">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          erasing.mutate();
        }}
      >
        <Stack>
          <Text size="sm">
            This can't be taken back. You leave every tenant at once; API keys you made go on working there. What names
            you is erased.
          </Text>
          <TextInput
            label={person.email ? "Your e-mail address, to confirm" : `${person.id}, to confirm`}
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            data-autofocus
          />
          <ProblemAlert error={erasing.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" color="red.8" disabled={typed.trim() !== confirm} loading={erasing.isPending}>
              Delete my account
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
