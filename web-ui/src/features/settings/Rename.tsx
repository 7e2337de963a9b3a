import { isProblem } from "@ganglion/client";
import { Button, Code, Group, Skeleton, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { meQuery } from "../../lib/session";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Section } from "../../ui/Section";
import { Time } from "../../ui/Time";
import { rename, type Tenant, tenantQuery } from "./api";

export function Rename({ mayChange }: { mayChange: boolean }) {
  const tenant = useQuery(tenantQuery);
  return (
    <Section title="Tenant">
      <ProblemAlert error={tenant.error} onRetry={() => void tenant.refetch()} />
      {tenant.isPending && <Skeleton height={64} />}
      {tenant.data && (
        <Stack gap="sm">
          {mayChange ? (
            <NameForm key={tenant.data.version} tenant={tenant.data} />
          ) : (
            <Text fw={600}>{tenant.data.name}</Text>
          )}
          <Text size="sm" c="dimmed">
            <Code>{tenant.data.id}</Code> since <Time at={tenant.data.created_at} />
          </Text>
        </Stack>
      )}
    </Section>
  );
}

function NameForm({ tenant }: { tenant: Tenant }) {
  const client = useQueryClient();
  const form = useForm({
    initialValues: { name: tenant.name },
    validate: { name: (name) => (name.trim() ? null : "Give it a name") },
  });
  const renaming = useMutation({
    mutationFn: (name: string) => rename(name, tenant.version),
    onSuccess: () => {
      notifications.show({ message: "Renamed." });
      return Promise.all([
        client.invalidateQueries({ queryKey: tenantQuery.queryKey }),
        client.invalidateQueries({ queryKey: meQuery.queryKey }),
      ]);
    },
    onError: (problem) => isProblem(problem) && form.setErrors(problem.fields()),
  });
  return (
    <form onSubmit={form.onSubmit(({ name }) => renaming.mutate(name.trim()))}>
      <Group align="end" gap="sm">
        <TextInput label="Name" maxLength={100} flex="1 1 14rem" maw={420} {...form.getInputProps("name")} />
        <Button type="submit" loading={renaming.isPending} disabled={form.values.name.trim() === tenant.name}>
          Rename
        </Button>
      </Group>
      <ProblemAlert
        error={renaming.error}
        onRetry={() => void client.invalidateQueries({ queryKey: tenantQuery.queryKey })}
      />
    </form>
  );
}
