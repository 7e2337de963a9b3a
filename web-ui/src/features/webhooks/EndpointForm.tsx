import { isProblem } from "@ganglion/client";
import { Button, Checkbox, Group, Modal, MultiSelect, Select, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { create, endpointsQuery, eventTypesQuery, type NewEndpoint } from "./api";

const SIGNATURES = [
  { value: "hmac", label: "HMAC: a secret that both sides know" },
  { value: "ed25519", label: "ed25519: who checks can't sign" },
];

type Props = { onClose: () => void; onMade: (made: NewEndpoint) => void };

export function EndpointForm({ onClose, onMade }: Props) {
  const client = useQueryClient();
  const types = useQuery(eventTypesQuery);
  const form = useForm({
    initialValues: { url: "", description: "", types: [] as string[], ordered: false, signature: "hmac" },
    validate: { url: (url) => (/^https?:\/\//.test(url.trim()) ? null : "An address that begins with https://") },
  });
  const making = useMutation({
    mutationFn: (values: typeof form.values) =>
      create({
        url: values.url.trim(),
        types: values.types,
        ordered: values.ordered,
        signature: values.signature,
        ...(values.description.trim() && { description: values.description.trim() }),
      }),
    onSuccess: (made) => {
      onMade(made);
      return client.invalidateQueries({ queryKey: endpointsQuery.queryKey });
    },
    onError: (problem) => isProblem(problem) && form.setErrors(problem.fields()),
  });
  return (
    <Modal opened onClose={onClose} title="Add an endpoint" size="lg">
      <form onSubmit={form.onSubmit((values) => making.mutate(values))}>
        <Stack>
          <TextInput
            label="Address"
            description="A public one of yours that takes POST requests"
            placeholder="https://example.com/hooks/ganglion"
            data-autofocus
            {...form.getInputProps("url")}
          />
          <TextInput
            label="Description"
            description="For people; may be left out"
            maxLength={200}
            {...form.getInputProps("description")}
          />
          <MultiSelect
            label="What it is told"
            description="None chosen: everything, and types that are added later"
            data={types.data?.data.map(({ name }) => name) ?? []}
            searchable
            clearable
            {...form.getInputProps("types")}
          />
          <Select label="Signed by" data={SIGNATURES} allowDeselect={false} {...form.getInputProps("signature")} />
          <Checkbox
            label="Messages of one run in order"
            description="One that fails holds back those of its run after it"
            {...form.getInputProps("ordered", { type: "checkbox" })}
          />
          <ProblemAlert error={making.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={making.isPending}>
              Add the endpoint
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
