import { Alert, Button, Group, JsonInput, Modal, Select, Stack, Switch } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { blank, isObject, objectOf, parsed, shapeOf, type Written, wrongWith } from "../../lib/schema";
import { can, useMember } from "../../lib/session";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { RunLink } from "../../ui/RunLink";
import { SchemaFields } from "../../ui/SchemaFields";
import { agentsQuery, nameOf, type Run, start, type Workflow } from "./api";
import { calls, outline } from "./outline";
import { sourceOf } from "./source";

type Values = { agent: string | null; written: Written; json: string };

/** Starts a run of a version, with a form for its input where its schema says what that is. */
export function RunDialog({ workflow, onClose }: { workflow: Workflow; onClose: () => void }) {
  const client = useQueryClient();
  const me = useMember();
  const agents = useQuery({ ...agentsQuery, enabled: can(me, "agents:read") });
  const [run, setRun] = useState<Run>();
  const shape = useMemo(() => shapeOf(inputOf(workflow.definition)), [workflow]);
  const acts = useMemo(
    () => calls(outline(sourceOf(workflow.definition)).tasks).some((called) => called.includes(".")),
    [workflow],
  );
  const [byHand, setByHand] = useState(shape === null);
  const fields = shape?.fields ?? [];
  const form = useForm<Values>({
    initialValues: { agent: null, written: blank(fields), json: "{}" },
    validate: ({ written, json }) =>
      byHand
        ? parsed(json) === undefined
          ? { json: "This is not JSON" }
          : {}
        : Object.fromEntries(
            fields.flatMap((field) => {
              const wrong = wrongWith(field, written[field.name]);
              return wrong ? [[`written.${field.name}`, wrong]] : [];
            }),
          ),
  });
  const starting = useMutation({
    mutationFn: ({ agent, written, json }: Values) =>
      start({
        workflow: workflow.id,
        priority: 0,
        ...(agent && { agent }),
        input: byHand ? parsed(json) : objectOf(fields, written),
      }),
    onSuccess: (started) => {
      setRun(started);
      return client.invalidateQueries({ queryKey: ["runs"] });
    },
  });
  const turn = (toHand: boolean) => {
    if (toHand) form.setFieldValue("json", JSON.stringify(objectOf(fields, form.values.written), null, 2));
    setByHand(toHand);
    form.clearErrors();
  };
  return (
    <Modal opened onClose={onClose} title={`Run ${nameOf(workflow)} ${workflow.version}`} size="lg">
      <form onSubmit={form.onSubmit((values) => starting.mutate(values))}>
        <Stack>
          <Select
            label="Agent"
            description={
              acts
                ? "It acts through connections, so it needs an agent that may use them"
                : "None is needed: it calls no connector"
            }
            placeholder="None"
            clearable
            clearButtonProps={{ "aria-label": "No agent" }}
            data={agents.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
            {...form.getInputProps("agent")}
          />
          {byHand ? (
            <JsonInput
              label="Input"
              description="JSON"
              validationError="This is not JSON"
              autosize
              minRows={4}
              maxRows={16}
              formatOnBlur
              {...form.getInputProps("json")}
            />
          ) : (
            <SchemaFields
              fields={fields}
              inputProps={({ name, kind }) =>
                form.getInputProps(`written.${name}`, { type: kind === "yes-no" ? "checkbox" : "input" })
              }
            />
          )}
          {shape && (
            <Switch
              label="Write the input as JSON"
              checked={byHand}
              onChange={(event) => turn(event.currentTarget.checked)}
            />
          )}
          <ProblemAlert error={starting.error ?? agents.error} />
          {run && (
            <Alert color="green" title="Accepted" role="status">
              <RunLink id={run.id}>See the run</RunLink>, which goes on by itself: {run.id}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {run ? "Close" : "Cancel"}
            </Button>
            <Button type="submit" loading={starting.isPending}>
              {run ? "Start another" : "Start"}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** The schema of a workflow's input, where it stands in the document. */
function inputOf(definition: unknown): unknown {
  const input = isObject(definition) ? definition.input : undefined;
  const schema = isObject(input) ? input.schema : undefined;
  return isObject(schema) ? schema.document : undefined;
}
