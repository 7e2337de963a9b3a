import { isProblem } from "@ganglion/client";
import { Button, Group, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type Customer, type Subscription, subscriptionQuery } from "../../lib/billing";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Section } from "../../ui/Section";
import { change, type Filled, show } from "./api";

/** Who invoices are made out to. */
export function CustomerSection({ mayChange }: { mayChange: boolean }) {
  const agreed = useQuery(subscriptionQuery).data;
  if (!agreed) return null;
  const { name, address, tax_id, email } = agreed.customer;
  return (
    <Section title="Made out to" intro="It stands on invoices that are yet to come; issued ones never change.">
      {mayChange ? (
        <CustomerForm key={agreed.version} agreed={agreed} />
      ) : (
        <Text size="sm">{[name, address, tax_id, email].filter(Boolean).join(" · ") || "The tenant's own name"}</Text>
      )}
    </Section>
  );
}

function CustomerForm({ agreed }: { agreed: Subscription }) {
  const client = useQueryClient();
  const { name, address, tax_id, email } = agreed.customer;
  const form = useForm({
    initialValues: { name: name ?? "", address: address ?? "", tax_id: tax_id ?? "", email: email ?? "" },
  });
  const changing = useMutation({
    mutationFn: (values: typeof form.values) => change({ customer: filled(values) }, agreed),
    onSuccess: (after) => {
      const shown = show(client, after);
      notifications.show({ message: "Saved." });
      return shown;
    },
    onError: (problem) => {
      if (!isProblem(problem)) return;
      for (const { pointer, detail } of problem.errors) {
        const field = pointer.split("/")[2];
        if (field) form.setFieldError(field, detail);
      }
    },
  });
  return (
    <form onSubmit={form.onSubmit((values) => changing.mutate(values))}>
      <Stack gap="sm" maw={460}>
        <TextInput label="Name" description="Empty: the tenant's own" maxLength={200} {...form.getInputProps("name")} />
        <Textarea label="Address" autosize minRows={2} maxLength={1000} {...form.getInputProps("address")} />
        <TextInput label="Tax number" maxLength={50} {...form.getInputProps("tax_id")} />
        <TextInput
          label="E-mail address"
          description="Gets invoices, beside owners and admins"
          type="email"
          maxLength={254}
          {...form.getInputProps("email")}
        />
        <ProblemAlert
          error={changing.error}
          onRetry={() => void client.invalidateQueries({ queryKey: subscriptionQuery.queryKey })}
        />
        <Group>
          <Button type="submit" variant="default" loading={changing.isPending} disabled={!form.isDirty()}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** What was left empty is taken away. */
function filled(values: { [K in keyof Customer]: string }): Filled {
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [field, value.trim() || null]));
}
