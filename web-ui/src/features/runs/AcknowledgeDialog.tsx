import { Button, Code, Group, Modal, Stack, Text, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { acknowledge, type Run } from "./api";
import { useAskedAnew } from "./useAskedAnew";

const LONGEST = 2_000;

type Props = { run: Run; subject: string; onClose: () => void };

/** Says that what can't be taken back stays, so that the run may end. */
export function AcknowledgeDialog({ run, subject, onClose }: Props) {
  const anew = useAskedAnew();
  const [comment, setComment] = useState("");
  const saying = useMutation({
    mutationFn: () => acknowledge(run.id, subject, comment.trim()),
    onSuccess: () => {
      notifications.show({ color: "green", message: "It is on record; the run goes on without it." });
      onClose();
    },
    onSettled: anew,
  });
  return (
    <Modal opened onClose={onClose} title="It stays as it is?">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          saying.mutate();
        }}
      >
        <Stack>
          <Text>
            <Code>{subject}</Code> could not be taken back. Say that it stays, or that you have dealt with it by hand:
            the run takes back the rest and ends as failed.
          </Text>
          <Textarea
            label="Comment"
            description="What was done about it, for the record; may be left out"
            maxLength={LONGEST}
            rows={3}
            data-autofocus
            value={comment}
            onChange={(event) => setComment(event.currentTarget.value)}
          />
          <ProblemAlert error={saying.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={saying.isPending}>
              It stays
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
