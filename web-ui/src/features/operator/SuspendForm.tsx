import { isProblem } from "@ganglion/client";
import { Button, Group, Modal, Stack, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { type OperatedTenant, suspend } from "./api";

type Props = { one: OperatedTenant; onDone: () => unknown; onClose: () => void };

export function SuspendForm({ one, onDone, onClose }: Props) {
  const form = useForm({
    initialValues: { reason: "" },
    validate: { reason: (reason) => (reason.trim() ? null : "Say why") },
  });
  const suspending = useMutation({
    mutationFn: (reason: string) => suspend(one.id, reason),
    onSuccess: () => {
      onClose();
      return onDone();
    },
    onError: (problem) => isProblem(problem) && form.setErrors(problem.fields()),
  });
  return (
    <Modal opened onClose={onClose} title={`Suspend “${one.name}”`}>
      <form onSubmit={form.onSubmit(({ reason }) => suspending.mutate(reason.trim()))}>
        <Stack>
          From then on it starts nothing and dispatches nothing but undoing. Everything is kept and can be read.
          <Textarea
            label="Why"
            description="Its members read this in their audit log"
            maxLength={500}
            autosize
            minRows={3}
            data-autofocus
            {...form.getInputProps("reason")}
          />
          <ProblemAlert error={suspending.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" color="red.8" loading={suspending.isPending}>
              Suspend
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
