import { isProblem } from "@ganglion/client";
import { Button, Group, Modal, Select, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { createTrigger, readableQuery, triggersQuery } from "./inbound";

const INTERVALS = [
  { value: "PT15S", label: "15 seconds" },
  { value: "PT1M", label: "1 minute" },
  { value: "PT5M", label: "5 minutes" },
  { value: "PT1H", label: "1 hour" },
];

export function TriggerForm({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const readable = useQuery(readableQuery);
  const form = useForm({
    initialValues: { name: "", connection: "", poll: "", interval: "PT1M" },
    validate: {
      name: (name) => (name.trim() ? null : "A name"),
      connection: (connection) => (connection ? null : "One of your connections"),
      poll: (poll) => (poll ? null : "What is read"),
    },
  });
  const polls = readable.data?.find((one) => one.connection === form.values.connection)?.polls ?? [];
  const making = useMutation({
    mutationFn: ({ name, connection, poll, interval }: typeof form.values) =>
      createTrigger({ name: name.trim(), connection, poll, interval }),
    onSuccess: () => {
      onClose();
      return client.invalidateQueries({ queryKey: triggersQuery.queryKey });
    },
    onError: (problem) => isProblem(problem) && form.setErrors(problem.fields()),
  });
  return (
    <Modal opened onClose={onClose} title="Add a trigger" size="lg">
      <form onSubmit={form.onSubmit((values) => making.mutate(values))}>
        <Stack>
          <TextInput label="Name" maxLength={100} data-autofocus {...form.getInputProps("name")} />
          <Select
            label="Connection"
            description="Those whose platform can be read so"
            data={readable.data?.map(({ connection }) => connection) ?? []}
            {...form.getInputProps("connection")}
            onChange={(value) => form.setValues({ connection: value ?? "", poll: "" })}
          />
          <Select
            label="What is read"
            data={polls.map(({ name, title }) => ({ value: name, label: title }))}
            disabled={polls.length === 0}
            {...form.getInputProps("poll")}
          />
          <Select label="How often" data={INTERVALS} allowDeselect={false} {...form.getInputProps("interval")} />
          <ProblemAlert error={making.error ?? readable.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={making.isPending}>
              Add the trigger
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
