import { Button, Group, Modal, Stack, Text, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { type Approval, type Decision, decide } from "./approvals";
import { useAskedAnew } from "./useAskedAnew";

const LONGEST = 2_000;
const WORDS = {
  approve: {
    title: "Approve this?",
    what: "The run goes on with exactly what is shown.",
    act: "Approve",
    done: "Approved.",
  },
  reject: { title: "Reject this?", what: "What is asked is not done.", act: "Reject", done: "Rejected." },
} as const satisfies Record<Decision, object>;

type Props = { one: Approval; decision: Decision; onClose: () => void };

/** A decision is made once, with a comment for the record and the workflow. */
export function DecisionDialog({ one, decision, onClose }: Props) {
  const anew = useAskedAnew();
  const [comment, setComment] = useState("");
  const { title, what, act, done } = WORDS[decision];
  const deciding = useMutation({
    mutationFn: () => decide(one.id, decision, comment.trim()),
    onSuccess: () => {
      notifications.show({ color: "green", message: done });
      onClose();
    },
    onSettled: anew, // somebody else may have decided
  });
  return (
    <Modal opened onClose={onClose} title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          deciding.mutate();
        }}
      >
        <Stack>
          <Text fw={550}>{one.title}</Text>
          <Text>{what} A decision never changes.</Text>
          <Textarea
            label="Comment"
            description="Why, for the record and the workflow; may be left out"
            maxLength={LONGEST}
            rows={3}
            data-autofocus
            value={comment}
            onChange={(event) => setComment(event.currentTarget.value)}
          />
          <ProblemAlert error={deciding.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" color={decision === "reject" ? "red.8" : "brand"} loading={deciding.isPending}>
              {act}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
