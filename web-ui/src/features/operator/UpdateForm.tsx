import { isProblem } from "@ganglion/client";
import { Button, Group, Modal, Select, Stack, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import type { Incident } from "../../lib/status";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { type IncidentUpdateBody, tell } from "./api";

const STATES = ["investigating", "identified", "monitoring", "resolved"];

type Props = { one: Incident; onDone: () => unknown; onClose: () => void };

export function UpdateForm({ one, onDone, onClose }: Props) {
  const form = useForm<IncidentUpdateBody>({
    initialValues: { state: one.state as IncidentUpdateBody["state"], message: "" },
    validate: { message: (message) => (message.trim() ? null : "Say what people need to know") },
  });
  const telling = useMutation({
    mutationFn: (body: IncidentUpdateBody) => tell(one.id, body),
    onSuccess: () => {
      onClose();
      return onDone();
    },
    onError: (problem) => isProblem(problem) && form.setErrors(problem.fields()),
  });
  return (
    <Modal opened onClose={onClose} title={`“${one.title}”: tell more`}>
      <form onSubmit={form.onSubmit((values) => telling.mutate(values))}>
        <Stack>
          <Select
            label="It is now"
            description="“resolved” ends it"
            data={STATES}
            allowDeselect={false}
            {...form.getInputProps("state")}
          />
          <Textarea
            label="Message"
            maxLength={2000}
            autosize
            minRows={3}
            data-autofocus
            {...form.getInputProps("message")}
          />
          <ProblemAlert error={telling.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={telling.isPending}>
              Tell everybody
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
