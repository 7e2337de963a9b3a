import { isProblem } from "@ganglion/client";
import { Button, Checkbox, Group, Modal, Select, Stack, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { partName } from "../../lib/status";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { begin, type IncidentBody } from "./api";

const PARTS = ["api", "workers", "webhooks", "sign_in", "laboratory"] as const;

type Props = { onDone: () => unknown; onClose: () => void };

export function IncidentForm({ onDone, onClose }: Props) {
  const form = useForm<IncidentBody>({
    initialValues: { title: "", impact: "degraded", parts: [], message: "" },
    validate: {
      title: (title) => (title.trim() ? null : "Say what is wrong"),
      parts: (parts) => (parts.length > 0 ? null : "Choose at least one"),
      message: (message) => (message.trim() ? null : "Say what people need to know"),
    },
  });
  const telling = useMutation({
    mutationFn: begin,
    onSuccess: () => {
      onClose();
      return onDone();
    },
    onError: (problem) => isProblem(problem) && form.setErrors(problem.fields()),
  });
  return (
    <Modal opened onClose={onClose} title="Tell of an incident" size="lg">
      <form onSubmit={form.onSubmit((values) => telling.mutate(values))}>
        <Stack>
          <TextInput label="Title" maxLength={120} data-autofocus {...form.getInputProps("title")} />
          <Select
            label="Impact"
            data={["maintenance", "degraded", "outage"]}
            allowDeselect={false}
            {...form.getInputProps("impact")}
          />
          <Checkbox.Group label="Harms" {...form.getInputProps("parts")}>
            <Group mt="xs">
              {PARTS.map((part) => (
                <Checkbox key={part} value={part} label={partName(part)} />
              ))}
            </Group>
          </Checkbox.Group>
          <Textarea label="Message" maxLength={2000} autosize minRows={3} {...form.getInputProps("message")} />
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
