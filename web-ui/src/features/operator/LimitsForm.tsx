import { isProblem } from "@ganglion/client";
import { Button, Group, NumberInput, Skeleton } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Seen } from "../../lib/etag";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Section } from "../../ui/Section";
import { type Limits, limit, limitsQuery } from "./api";

/** What the tenant may hold and ask for, beside its plan. */
export function LimitsForm({ tenant }: { tenant: string }) {
  const limits = useQuery(limitsQuery(tenant));
  return (
    <Section
      title="Limits"
      intro="Capacity holds at once and is in the hold ledger; a later change of plan brings that plan's. Requests hold within half a minute."
    >
      <ProblemAlert error={limits.error} onRetry={() => void limits.refetch()} />
      {limits.isPending && <Skeleton height={64} />}
      {limits.data && <Form key={limits.data.etag} tenant={tenant} now={limits.data} />}
    </Section>
  );
}

function Form({ tenant, now }: { tenant: string; now: Seen<Limits> }) {
  const client = useQueryClient();
  const form = useForm<{ k: number | string; requests_per_minute: number | string }>({
    initialValues: { k: now.k, requests_per_minute: now.requests_per_minute ?? "" },
    validate: { k: (k) => (k === "" ? "Send 0 or more" : null) },
  });
  const setting = useMutation({
    mutationFn: ({ k, requests_per_minute }: typeof form.values) =>
      limit(
        tenant,
        { k: Number(k), ...(requests_per_minute !== "" && { requests_per_minute: Number(requests_per_minute) }) },
        now.etag,
      ),
    onSuccess: () => {
      notifications.show({ message: "Set." });
      return client.invalidateQueries({ queryKey: ["operator"] });
    },
    onError: (problem) => isProblem(problem) && form.setErrors(problem.fields()),
  });
  return (
    <form onSubmit={form.onSubmit((values) => setting.mutate(values))}>
      <Group align="end" gap="sm">
        <NumberInput label="Capacity (K)" min={0} max={1_000_000} allowDecimal={false} {...form.getInputProps("k")} />
        <NumberInput
          label="Requests a minute"
          placeholder="default"
          min={1}
          max={100_000_000}
          allowDecimal={false}
          {...form.getInputProps("requests_per_minute")}
        />
        <Button type="submit" loading={setting.isPending}>
          Set limits
        </Button>
      </Group>
      <ProblemAlert error={setting.error} />
    </form>
  );
}
