import { Button, NumberInput, Select, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { plansQuery, type Subscription, subscriptionQuery } from "../../lib/billing";
import { written } from "../../lib/money";
import { monthName, monthOf, monthsLater } from "../../lib/months";
import { cuHours } from "../../lib/usage";
import { Charges } from "../../ui/Charges";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { RowsLoading } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { type Terms, type WhatIf, whatIfQuery } from "./api";
import classes from "./UsageSection.module.css";

const MONTHS = 13;
const MOST_K = 1_000_000;
/** In place of a plan: the tenant's own terms. */
const AS_AGREED = "as-agreed";

/** What a month would have cost with another K. */
export function WhatIfSection() {
  const agreed = useQuery(subscriptionQuery);
  return (
    <Section
      title="What if"
      intro="What a month would have cost with another capacity, as if its terms had held all month. It prices what was held, not what would have been."
    >
      <ProblemAlert error={agreed.error} onRetry={() => void agreed.refetch()} />
      {agreed.isPending && <RowsLoading rows={2} />}
      {agreed.data && <Asked agreed={agreed.data} />}
    </Section>
  );
}

function Asked({ agreed }: { agreed: Subscription }) {
  const [terms, setTerms] = useState<Terms>();
  const plans = useQuery(plansQuery).data?.data.filter(({ month }) => month) ?? [];
  const now = monthOf(new Date());
  const form = useForm({
    initialValues: {
      month: monthsLater(now, -1),
      plan: AS_AGREED,
      k: Math.min(agreed.k * 2, MOST_K) as number | string,
    },
    validate: { k: (k) => (typeof k === "number" ? null : "Give it a number") },
  });
  return (
    <>
      <form
        className={classes.choice}
        onSubmit={form.onSubmit(({ month, plan, k }) =>
          setTerms({ month, k: Number(k), ...(plan !== AS_AGREED && { plan }) }),
        )}
      >
        <Select
          label="Month"
          data={Array.from({ length: MONTHS }, (_, ago) => monthsLater(now, -ago)).map((value) => ({
            value,
            label: monthName(value),
          }))}
          allowDeselect={false}
          {...form.getInputProps("month")}
        />
        <Select
          label="Plan"
          data={[
            { value: AS_AGREED, label: `as agreed: ${agreed.plan}` },
            ...plans.map(({ name, title }) => ({ value: name, label: title })),
          ]}
          allowDeselect={false}
          {...form.getInputProps("plan")}
        />
        <NumberInput
          label="Capacity K"
          min={0}
          max={MOST_K}
          allowDecimal={false}
          thousandSeparator=","
          {...form.getInputProps("k")}
        />
        <Button type="submit" variant="default" className={classes.ask ?? ""}>
          Tell me
        </Button>
      </form>
      {terms && <Told terms={terms} />}
    </>
  );
}

function Told({ terms }: { terms: Terms }) {
  const told = useQuery(whatIfQuery(terms));
  return (
    <div aria-live="polite">
      <ProblemAlert error={told.error} onRetry={() => void told.refetch()} />
      {told.isPending && <RowsLoading rows={2} />}
      {told.data && <Verdict {...told.data} />}
    </div>
  );
}

function Verdict({ month, plan, k, currency, was, would }: WhatIf) {
  const money = (amount_minor: number) => written({ amount_minor, currency });
  return (
    <>
      <Text mb="xs">
        {monthName(month)} with K {k.toLocaleString()} on the plan {plan} would have cost{" "}
        <strong>{money(would.total_minor)}</strong>; it came to {money(was.total_minor)}.
      </Text>
      <Text size="sm" c="dimmed" mb="sm">
        Before tax. {cuHours(would.burst_ms)} would have been above K, priced as burst without a cap.
      </Text>
      {would.lines.length > 0 && (
        <Charges
          label="What it would have been"
          lines={would.lines}
          currency={currency}
          sums={[{ label: "Before tax", minor: would.total_minor, strong: true }]}
        />
      )}
    </>
  );
}
