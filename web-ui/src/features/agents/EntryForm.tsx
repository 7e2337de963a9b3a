import { Alert, Button, Group, JsonInput, Modal, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { isOutdated } from "../../lib/problems";
import { parsed } from "../../lib/schema";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { type Entry, entryQuery, write } from "./api";
import { Diff } from "./Diff";
import { pretty } from "./lines";

type Props = { agent: string; entry?: Entry; onClose: () => void };

/** A new entry of an agent's state, or a new version of one. */
export function EntryForm({ agent, entry, onClose }: Props) {
  const client = useQueryClient();
  const [seen, setSeen] = useState(entry?.version ?? 0);
  const [theirs, setTheirs] = useState<Entry>();
  const form = useForm({
    initialValues: { key: entry?.key ?? "", value: entry ? pretty(entry.value) : "" },
    validate: {
      key: (key) => (key.trim() ? null : "Name it"),
      value: (text) => (parsed(text) === undefined ? "This is not JSON" : null),
    },
  });
  const key = form.values.key.trim();
  const saving = useMutation({
    mutationFn: ({ value }: { value: string }) => write(agent, key, seen, parsed(value)),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["agents", agent, "state"] });
      onClose();
    },
    onError: async (problem) => {
      if (isOutdated(problem)) setTheirs(await client.fetchQuery({ ...entryQuery(agent, key), staleTime: 0 }));
    },
  });
  const take = (version: number, value?: unknown) => {
    setSeen(version);
    if (value !== undefined) form.setFieldValue("value", pretty(value));
    setTheirs(undefined);
    saving.reset();
  };
  return (
    <Modal opened onClose={onClose} title={entry ? `Change “${entry.key}”` : "Add an entry"} size="lg">
      <form onSubmit={form.onSubmit((values) => saving.mutate(values))}>
        <Stack>
          {!entry && (
            <TextInput label="Key" placeholder="last_campaign" data-autofocus {...form.getInputProps("key")} />
          )}
          <JsonInput
            label="Value"
            description="JSON"
            validationError="This is not JSON"
            autosize
            minRows={6}
            maxRows={20}
            formatOnBlur
            {...form.getInputProps("value")}
          />
          {theirs ? (
            <Alert color="yellow" title={`“${theirs.key}” has changed since you opened it`} role="alert">
              <p>Nothing was written over: it is at version {theirs.version} now. What yours would change of that:</p>
              <Diff before={pretty(theirs.value)} after={form.values.value} />
              <Group gap="xs" mt="xs">
                <Button size="xs" variant="default" onClick={() => take(theirs.version, theirs.value)}>
                  Take what is there
                </Button>
                <Button size="xs" variant="default" onClick={() => take(theirs.version)}>
                  Keep mine, to save it over version {theirs.version}
                </Button>
              </Group>
            </Alert>
          ) : (
            <ProblemAlert error={saving.error} />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={saving.isPending}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
