import { isProblem } from "@ganglion/client";
import { Button, Group, NumberInput, Stack, Switch, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { burstCost, type Subscription, subscriptionQuery, upcomingQuery } from "../../lib/billing";
import { amountOf, moneyOf, written } from "../../lib/money";
import { cuHours } from "../../lib/usage";
import { Meter } from "../../ui/Meter";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Section } from "../../ui/Section";
import { change, show } from "./api";

const DEFAULT_CAP = 50;
const MOST = 1_000_000_000;

/** Whether more than K may be held, for at most how much. */
export function BurstSection({ mayChange }: { mayChange: boolean }) {
  const agreed = useQuery(subscriptionQuery).data;
  if (!agreed) return null;
  return (
    <Section
      title="Burst"
      intro="While it is on, runs may hold more than K, for money up to a cap. Off, they wait until there is room."
    >
      {agreed.burst_price === null ? (
        <Text size="sm">The plan has no burst. Choose a larger plan to have it.</Text>
      ) : (
        <Stack gap="md">
          {agreed.burst && <SoFar agreed={agreed} />}
          <Text size="sm">
            A CU-hour above K costs {written(agreed.burst_price)}. At 50, 80 and 100 % of the cap owners and admins get
            a mail; at 100 % capacity is K again until the month is over, and what runs goes on.
          </Text>
          {mayChange && <BurstForm key={agreed.version} agreed={agreed} />}
          {!mayChange && !agreed.burst && <Text size="sm">It is off.</Text>}
        </Stack>
      )}
    </Section>
  );
}

function SoFar({ agreed }: { agreed: Subscription }) {
  const month = useQuery(upcomingQuery).data;
  if (!month || !agreed.burst_cap) return null;
  const cost = burstCost(month);
  const percent = (cost.amount_minor / agreed.burst_cap.amount_minor) * 100;
  const color = agreed.burst_alert >= 100 ? "red" : agreed.burst_alert >= 50 ? "orange" : "brand";
  return (
    <div>
      <Text>
        <strong>{written(cost)}</strong> of at most {written(agreed.burst_cap)} this month, for{" "}
        {cuHours(month.burst_ms)}
        {agreed.burst_alert >= 100 && ": the cap is reached, and capacity is K again"}
      </Text>
      <Meter label="Burst of its cap" percent={percent} text={`${Math.floor(percent)} %`} color={color} />
      {agreed.burst_alert > 0 && (
        <Text size="sm" c="dimmed" mt={4}>
          Owners and admins were told at {agreed.burst_alert} %.
        </Text>
      )}
    </div>
  );
}

function BurstForm({ agreed }: { agreed: Subscription }) {
  const client = useQueryClient();
  const currency = agreed.fee.currency;
  const form = useForm({
    initialValues: {
      burst: agreed.burst,
      burst_cap: (agreed.burst_cap ? amountOf(agreed.burst_cap) : DEFAULT_CAP) as number | string,
    },
    validate: {
      burst_cap: (cap, { burst }) => (!burst || (typeof cap === "number" && cap > 0) ? null : "Say more than 0"),
    },
  });
  const changing = useMutation({
    mutationFn: ({ burst, burst_cap }: typeof form.values) =>
      change({ burst, ...(burst && { burst_cap: moneyOf(Number(burst_cap), currency) }) }, agreed),
    onSuccess: (after) => {
      const shown = show(client, after);
      notifications.show({ message: after.burst ? "Burst is on." : "Burst is off." });
      return shown;
    },
    onError: (problem) => isProblem(problem) && form.setErrors(problem.fields()),
  });
  return (
    <form onSubmit={form.onSubmit((values) => changing.mutate(values))}>
      <Stack gap="sm">
        <Switch label="Burst is on" {...form.getInputProps("burst", { type: "checkbox" })} />
        {form.values.burst && (
          <NumberInput
            label={`At most so much a month, ${currency}`}
            description="Before tax"
            min={0}
            max={MOST}
            decimalScale={2}
            maw={280}
            {...form.getInputProps("burst_cap")}
          />
        )}
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
