import { isProblem } from "@ganglion/client";
import { Button, Group, Modal, Radio, Select, Stack, TagsInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useMember } from "../../lib/session";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { create, keysQuery, type NewApiKey } from "./api";
import { bodyOf, LIVES, type Values } from "./form";
import { ScopesInput } from "./ScopesInput";

type Props = { onClose: () => void; onMade: (made: NewApiKey) => void };

export function KeyForm({ onClose, onMade }: Props) {
  const me = useMember();
  const client = useQueryClient();
  const form = useForm<Values>({
    initialValues: { name: "", mode: "live", scopes: [], life: "90", until: "", addresses: [] },
    validate: {
      name: (name) => (name.trim() ? null : "Give it a name"),
      scopes: (scopes) => (scopes.length > 0 ? null : "Choose at least one scope"),
      until: (until, { life }) => (life !== "until" || until ? null : "Choose a day"),
    },
  });
  const making = useMutation({
    mutationFn: (values: Values) => create(bodyOf(values, Date.now())),
    onSuccess: (made) => {
      onMade(made);
      return client.invalidateQueries({ queryKey: keysQuery.queryKey });
    },
    onError: (problem) => isProblem(problem) && form.setErrors(problem.fields()),
  });
  return (
    <Modal opened onClose={onClose} title="Create an API key" size="lg">
      <form onSubmit={form.onSubmit((values) => making.mutate(values))}>
        <Stack>
          <TextInput
            label="Name"
            description="What uses it, for the list and the audit log"
            placeholder="deployment"
            maxLength={100}
            data-autofocus
            {...form.getInputProps("name")}
          />
          <Radio.Group label="For" {...form.getInputProps("mode")}>
            <Group mt="xs">
              <Radio value="live" label="real platforms" />
              <Radio value="lab" label="the laboratory" />
            </Group>
          </Radio.Group>
          <ScopesInput available={me.scopes} {...form.getInputProps("scopes")} />
          <Select label="Expires" data={LIVES} allowDeselect={false} {...form.getInputProps("life")} />
          {form.values.life === "until" && <TextInput type="date" label="On" {...form.getInputProps("until")} />}
          <TagsInput
            label="Only from these addresses"
            description="IP addresses or CIDR blocks, Enter after each; none: from anywhere"
            placeholder={form.values.addresses.length === 0 ? "203.0.113.0/24" : ""}
            maxTags={50}
            {...form.getInputProps("addresses")}
          />
          <ProblemAlert error={making.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={making.isPending}>
              Create the key
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
