import { isProblem } from "@ganglion/client";
import { Button, Group, Modal, NumberInput, Select, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { type Scenario, start, workflowsQuery } from "./api";

const MOST = 1_000;
const OWN = "";

type Values = { workflow: string; seed: number | string; seeds: number | string };

/** Starts trials of a workflow, one a seed. */
export function StartTrials({ scenario, onClose }: { scenario: Scenario; onClose: () => void }) {
  const client = useQueryClient();
  const workflows = useQuery({ ...workflowsQuery, refetchOnMount: "always" });
  const form = useForm<Values>({ initialValues: { workflow: OWN, seed: 1, seeds: 5 } });
  const starting = useMutation({
    mutationFn: ({ workflow, seed, seeds }: Values) =>
      start({ scenario: scenario.name, seed: Number(seed), seeds: Number(seeds), ...(workflow && { workflow }) }),
    onSuccess: () => {
      onClose();
      return client.invalidateQueries({ queryKey: ["lab"] });
    },
    onError: (problem) => isProblem(problem) && form.setErrors(problem.fields()),
  });
  const stored = workflows.data?.map((one) => ({
    value: one.id,
    label: `${one.namespace}/${one.name} ${one.version}`,
  }));
  return (
    <Modal opened onClose={onClose} title={`Try a workflow: ${scenario.title}`}>
      <form onSubmit={form.onSubmit((values) => starting.mutate(values))}>
        <Stack>
          <Select
            label="Workflow"
            description={`It names the world's connections: ${Object.keys(scenario.parts).join(", ")}`}
            searchable
            allowDeselect={false}
            data={[{ value: OWN, label: "The scenario's own solution" }, ...(stored ?? [])]}
            {...form.getInputProps("workflow")}
          />
          <NumberInput
            label="First seed"
            description="The same seed gives the same world"
            min={0}
            allowDecimal={false}
            {...form.getInputProps("seed")}
          />
          <NumberInput
            label="Trials"
            description="Each with a seed of its own"
            min={1}
            max={MOST}
            clampBehavior="strict"
            allowDecimal={false}
            {...form.getInputProps("seeds")}
          />
          <ProblemAlert error={starting.error ?? workflows.error} />
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
