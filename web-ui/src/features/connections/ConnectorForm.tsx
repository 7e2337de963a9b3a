import { Button, Group, Modal, NativeSelect, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import type { Seen } from "../../lib/etag";
import { fieldErrors } from "../../lib/problems";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { type Connector, editConnector } from "./api";
import { connectorEditOf, nameOf, type Told, tellersOf, wrongTold } from "./own";

type Props = { one: Seen<Connector>; onDone: () => unknown; onClose: () => void };

/** What a platform of one's own is called, where it is, and how accounts of it are told apart. */
export function ConnectorForm({ one, onDone, onClose }: Props) {
  const form = useForm<Told>({
    initialValues: {
      title: one.title,
      baseUrl: one.base_url ?? "",
      teller: one.identity?.action ?? "",
      pointer: one.identity?.pointer ?? "",
    },
    validate: wrongTold,
  });
  const saving = useMutation({
    mutationFn: (told: Told) => editConnector(one, connectorEditOf(one, told)),
    onSuccess: onDone,
    onError: (problem) => form.setErrors(formErrors(problem)),
  });
  const tellers = tellersOf(one).map(nameOf);
  return (
    <Modal opened onClose={onClose} title={`Change “${one.title}”`} size="lg">
      <form onSubmit={form.onSubmit((told) => saving.mutate(told))}>
        <Stack>
          <TextInput label="Title" maxLength={80} data-autofocus {...form.getInputProps("title")} />
          <TextInput
            label="Where the API is"
            description="To another server only while nothing is connected"
            {...form.getInputProps("baseUrl")}
          />
          <NativeSelect
            label="Whose credentials they are is told by"
            description="An action that reads and takes no arguments; so two keys of one account are one system"
            data={[
              { value: "", label: "nothing: each key is an account" },
              ...tellers.map((name) => ({ value: name, label: name })),
            ]}
            {...form.getInputProps("teller")}
          />
          {form.values.teller !== "" && (
            <TextInput
              label="Where its answer has the identifier"
              description="A JSON pointer"
              placeholder="/id"
              {...form.getInputProps("pointer")}
            />
          )}
          <ProblemAlert error={saving.error} />
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

/** What the API calls `/base_url`, `/identity/action` and `/identity/pointer`. */
function formErrors(problem: unknown): Record<string, string> {
  const known = fieldErrors(problem, ["title", "base_url", "identity.action", "identity.pointer"]);
  const { title, base_url: baseUrl, "identity.action": teller, "identity.pointer": pointer } = known;
  return {
    ...(title && { title }),
    ...(baseUrl && { baseUrl }),
    ...(teller && { teller }),
    ...(pointer && { pointer }),
  };
}
