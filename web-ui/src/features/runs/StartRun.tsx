import { isProblem } from "@ganglion/client";
import { Button, Group, JsonInput, Modal, NumberInput, Select, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { agentsQuery, start, workflowsQuery } from "./api";
import { versionOf } from "./names";

type Values = { workflow: string | null; agent: string | null; priority: number | string; input: string };

const HIGHEST = 9;

/** Starts a run of a stored workflow and goes to its page. */
export function StartRun({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const workflows = useQuery({ ...workflowsQuery, refetchOnMount: "always" }); // programs store some, too
  const agents = useQuery({ ...agentsQuery, refetchOnMount: "always" });
  const form = useForm<Values>({
    initialValues: { workflow: null, agent: null, priority: 0, input: "{}" },
    validate: {
      workflow: (id) => (id ? null : "Choose a workflow"),
      input: (text) => (isJson(text) ? null : "This is not JSON"),
    },
  });
  const starting = useMutation({
    mutationFn: ({ workflow, agent, priority, input }: Values) =>
      start({ workflow, priority: Number(priority), ...(agent && { agent }), input: JSON.parse(input) }),
    onSuccess: async (run) => {
      void client.invalidateQueries({ queryKey: ["runs"] });
      await navigate({ to: "/runs/$id", params: { id: run.id } });
    },
    onError: (problem) => isProblem(problem) && form.setErrors(problem.fields()),
  });
  return (
    <Modal opened onClose={onClose} title="Start a run">
      <form onSubmit={form.onSubmit((values) => starting.mutate(values))}>
        <Stack>
          <Select
            label="Workflow"
            placeholder={workflows.data?.data.length === 0 ? "None is stored yet" : "Choose one"}
            searchable
            data={workflows.data?.data.map((one) => ({ value: one.id, label: versionOf(one) })) ?? []}
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
          <NumberInput
            label="Priority"
            description="0 to 9; of runs that wait for capacity the highest goes first"
            min={0}
            max={HIGHEST}
            allowDecimal={false}
            clampBehavior="strict"
            {...form.getInputProps("priority")}
          />
          <ProblemAlert error={starting.error ?? workflows.error ?? agents.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={starting.isPending}>
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
