import type { Schemas } from "@ganglion/client";
import { isProblem } from "@ganglion/client";
import { Button, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { answer, api } from "../../lib/api";
import { useEnterTenant } from "../../lib/useEnterTenant";
import { ProblemAlert } from "../../ui/ProblemAlert";

/** Names a new tenant and goes there. */
export function TenantForm({ first }: { first: boolean }) {
  const enter = useEnterTenant();
  const form = useForm({
    initialValues: { name: "" },
    validate: { name: (name) => (name.trim() ? null : "Give it a name") },
  });
  const create = useMutation({
    mutationFn: async (name: string) => {
      const made = await answer<Schemas["NewTenant"]>(api.POST("/api/v1/tenants", { body: { name } }));
      await enter(made.id);
    },
    onError: (problem) => isProblem(problem) && form.setErrors(problem.fields()),
  });
  return (
    <form onSubmit={form.onSubmit(({ name }) => create.mutate(name.trim()))}>
      <TextInput
        label={first ? "Name your tenant" : "Name a new tenant"}
        description="Your organisation or team. Agents, runs, keys and people belong to it; you can rename it later."
        placeholder="Acme Research"
        maxLength={100}
        mb="md"
        {...form.getInputProps("name")}
      />
      <ProblemAlert error={create.error} />
      <Button type="submit" loading={create.isPending} mt="xs">
        Create the tenant
      </Button>
    </form>
  );
}
