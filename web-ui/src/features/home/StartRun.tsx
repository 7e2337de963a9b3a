import { isProblem } from "@ganglion/client";
import { Button, Group, JsonInput, Modal, Select, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api } from "../../lib/api";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { agentsQuery, type Run, runsQuery, workflowsQuery } from "./api";

type Values = { workflow: string | null; agent: string | null; input: string };

export function StartRun({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const workflows = useQuery({ ...workflowsQuery, refetchOnMount: "always" }); // programs store some, too
  const agents = useQuery({ ...agentsQuery, refetchOnMount: "always" });
  const form = useForm<Values>({
    initialValues: { workflow: null, agent: null, input: "{}" },
    validate: {
      workflow: (id) => (id ? null : "Choose a workflow"),
      input: (text) => (isJson(text) ? null : "This is not JSON"),
    },
  });
  const start = useMutation({
    mutationFn: ({ workflow, agent, input }: Values) =>
      answer<Run>(
        api.POST("/api/v1/runs", {
          body: { workflow: workflow ?? "", priority: 0, ...(agent && { agent }), input: JSON.parse(input) },
        }),
      ),
    onSuccess: (run) => {
      notifications.show({ title: "Accepted", message: `${run.id} is on its way.` });
      onClose();
      return client.invalidateQueries({ queryKey: runsQuery.queryKey });
    },
    onError: (problem) => isProblem(problem) && form.setErrors(problem.fields()),
  });
  return (
    <Modal opened onClose={onClose} title="Start a run">
      <form onSubmit={form.onSubmit((values) => start.mutate(values))}>
        <Stack>
          <Select
            label="Workflow"
            placeholder={workflows.data?.data.length === 0 ? "None is stored yet" : "Choose one"}
            searchable
            data={
              workflows.data?.data.map((one) => ({
                value: one.id,
                label: `${one.namespace}/${one.name} ${one.version}`,
              })) ?? []
            }
            {...form.getInputProps("workflow")}
          />
          <Select
            label="Agent"
            description="Whose connections it may use; none is needed for a workflow that calls no connector."
            placeholder="None"
            clearable
            clearButtonProps={{ "aria-label": "No agent" }}
            data={agents.data?.data.map((one) => ({ value: one.id, label: one.name })) ?? []}
            {...form.getInputProps("agent")}
          />
          <JsonInput
            label="Input"
            description="JSON"
            autosize
            minRows={4}
            formatOnBlur
            {...form.getInputProps("input")}
          />
          <ProblemAlert error={start.error ?? workflows.error ?? agents.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={start.isPending}>
              Start
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
