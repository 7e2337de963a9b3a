import { Button, Group, Modal, MultiSelect, Radio, Stack, Switch, TagsInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Seen } from "../../lib/etag";
import { fieldErrors, isOutdated } from "../../lib/problems";
import { can, ROLES, useMember } from "../../lib/session";
import { Outdated } from "../../ui/Outdated";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { type Agent, agentQuery, change, connectionsQuery, connectorsQuery, create } from "./api";
import { bodyOf, patterns, type Values, validate, valuesOf } from "./form";
import { IRREVERSIBLE } from "./words";

const FIELDS = ["name", "connections", "policy.irreversible", "policy.actions", "policy.approvers"];

type Props = { agent?: Seen<Agent>; onClose: () => void; onDone: (agent: Agent) => void };

/** A new agent, or changes of one. */
export function AgentForm({ agent, onClose, onDone }: Props) {
  const me = useMember();
  const client = useQueryClient();
  const reads = can(me, "connections:read");
  const connections = useQuery({ ...connectionsQuery, enabled: reads }).data ?? [];
  const connectors = useQuery({ ...connectorsQuery, enabled: reads }).data ?? [];
  const [seen, setSeen] = useState(agent);
  const form = useForm<Values>({ initialValues: valuesOf(agent), validate });
  const saving = useMutation({
    mutationFn: (values: Values) => (seen ? change(seen, bodyOf(values)) : create(bodyOf(values))),
    onSuccess: async (saved) => {
      await client.invalidateQueries({ queryKey: ["agents"] });
      onClose();
      onDone(saved);
    },
    onError: (problem) =>
      form.setErrors(
        Object.fromEntries(
          Object.entries(fieldErrors(problem, FIELDS)).map(([path, detail]) => [path.replace("policy.", ""), detail]),
        ),
      ),
  });
  const readAgain = async () => {
    if (!agent) return;
    const now = await client.fetchQuery({ ...agentQuery(agent.id), staleTime: 0 });
    setSeen(now);
    form.setValues(valuesOf(now));
    form.clearErrors();
    saving.reset();
  };
  const used = new Set(
    connections.filter(({ name }) => form.values.connections.includes(name)).map(({ connector }) => connector),
  );
  return (
    <Modal opened onClose={onClose} title={agent ? `Change “${agent.name}”` : "Create an agent"} size="lg">
      <form onSubmit={form.onSubmit((values) => saving.mutate(values))}>
        <Stack>
          <TextInput
            label="Name"
            description="What workflows and people call it"
            placeholder="campaigner"
            data-autofocus
            {...form.getInputProps("name")}
          />
          <MultiSelect
            label="Connections"
            description={
              connections.length === 0 ? "There are none yet; connect an account first" : "What it may act through"
            }
            data={[...new Set([...connections.map(({ name }) => name), ...form.values.connections])]}
            searchable
            clearable
            {...form.getInputProps("connections")}
          />
          <Radio.Group label="Acts that can't be undone" {...form.getInputProps("irreversible")}>
            <Stack gap="xs" mt="xs">
              {Object.entries(IRREVERSIBLE).map(([value, { label, meaning }]) => (
                <Radio key={value} value={value} label={label} description={meaning} />
              ))}
            </Stack>
          </Radio.Group>
          {form.values.irreversible === "approve" && (
            <TagsInput
              label="Who may approve them"
              description="Roles, e-mail addresses, identifiers of people and keys; none: whoever may decide approvals"
              data={[...ROLES]}
              {...form.getInputProps("approvers")}
            />
          )}
          <Switch
            label="Only some actions"
            description="Else it may use whatever its connections offer"
            {...form.getInputProps("some", { type: "checkbox" })}
          />
          {form.values.some && (
            <TagsInput
              label="Actions that it may use"
              description="Enter after each; * stands for anything, and none at all means nothing is allowed"
              placeholder={form.values.actions.length === 0 ? "x.*" : ""}
              data={patterns(connectors, used)}
              {...form.getInputProps("actions")}
            />
          )}
          {isOutdated(saving.error) ? (
            <Outdated what="The agent" onLoad={() => void readAgain()} />
          ) : (
            <ProblemAlert error={saving.error} />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={saving.isPending}>
              {agent ? "Save" : "Create the agent"}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
