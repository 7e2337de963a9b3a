import { isProblem } from "@ganglion/client";
import { Button, Group, Modal, PasswordInput, Select, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { createSource, isPlatform, KINDS, type NewSource, sourcesQuery } from "./inbound";

const CHOICES = Object.entries(KINDS).map(([value, { label }]) => ({ value, label }));

type Props = { onClose: () => void; onMade: (made: NewSource) => void };

export function SourceForm({ onClose, onMade }: Props) {
  const client = useQueryClient();
  const form = useForm({
    initialValues: {
      name: "",
      kind: "telegram",
      secret: "",
      type: "",
      header: "X-Hub-Signature-256",
      prefix: "sha256=",
    },
    validate: {
      name: (name) => (name.trim() ? null : "A name"),
      type: (type, { kind }) => (isPlatform(kind) || type.trim() ? null : "The type of its events"),
    },
  });
  const { kind } = form.values;
  const making = useMutation({
    mutationFn: ({ name, secret, type, header, prefix }: typeof form.values) =>
      createSource({
        name: name.trim(),
        verification: kind,
        ...(type.trim() && { type: type.trim() }),
        ...(KINDS[kind]?.secret && { secret: secret.trim() }),
        ...(kind === "hmac" && { hmac: { header: header.trim(), prefix } }),
      }),
    onSuccess: (made) => {
      onMade(made);
      return client.invalidateQueries({ queryKey: sourcesQuery.queryKey });
    },
    onError: (problem) => isProblem(problem) && form.setErrors(problem.fields()),
  });
  return (
    <Modal opened onClose={onClose} title="Add a source" size="lg">
      <form onSubmit={form.onSubmit((values) => making.mutate(values))}>
        <Stack>
          <TextInput label="Name" maxLength={100} data-autofocus {...form.getInputProps("name")} />
          <Select label="Kind" data={CHOICES} allowDeselect={false} {...form.getInputProps("kind")} />
          {KINDS[kind]?.secret && (
            <PasswordInput
              label={KINDS[kind].secret}
              description="Kept sealed and never shown"
              autoComplete="off"
              {...form.getInputProps("secret")}
            />
          )}
          {kind === "hmac" && (
            <Group grow>
              <TextInput label="Header with the signature" {...form.getInputProps("header")} />
              <TextInput label="What stands before it" {...form.getInputProps("prefix")} />
            </Group>
          )}
          <TextInput
            label="Type of its events"
            description={
              isPlatform(kind)
                ? "May be left out: the platform's own then"
                : "By which workflows listen, e.g. com.github"
            }
            maxLength={200}
            {...form.getInputProps("type")}
          />
          <ProblemAlert error={making.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={making.isPending}>
              Add the source
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
