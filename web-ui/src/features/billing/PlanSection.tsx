import { SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { plansQuery, type Subscription, subscriptionQuery } from "../../lib/billing";
import { written } from "../../lib/money";
import { Figure, Figures } from "../../ui/Figures";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Rows, RowsLoading } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { Time } from "../../ui/Time";
import type { Choice, Interval } from "./api";
import { ChangePlan } from "./ChangePlan";
import { PlanRow } from "./PlanRow";
import classes from "./PlanSection.module.css";

/** What is agreed, and what could be. */
export function PlanSection({ mayChange }: { mayChange: boolean }) {
  const agreed = useQuery(subscriptionQuery);
  return (
    <Section title="Plan" flush>
      <ProblemAlert error={agreed.error} onRetry={() => void agreed.refetch()} />
      {agreed.isPending && <RowsLoading />}
      {agreed.data && (
        <>
          <div className={classes.terms}>
            <Terms agreed={agreed.data} />
          </div>
          <Plans key={agreed.data.interval} agreed={agreed.data} mayChange={mayChange} />
        </>
      )}
    </Section>
  );
}

function Terms({ agreed }: { agreed: Subscription }) {
  const plans = useQuery(plansQuery).data?.data;
  const trial = agreed.trial_ends && Date.parse(agreed.trial_ends) > Date.now() ? agreed.trial_ends : null;
  return (
    <Figures>
      <Figure
        label="Your plan"
        what={plans?.find(({ name }) => name === agreed.plan)?.title ?? agreed.plan}
        under={
          <>
            since <Time at={agreed.agreed_at} day />, prices of {agreed.prices}
          </>
        }
      />
      <Figure
        label="Fee"
        what={written(agreed.fee)}
        under={
          trial ? (
            <>
              a {agreed.interval}, before tax; in trial: nothing until <Time at={trial} />
            </>
          ) : (
            `a ${agreed.interval}, before tax`
          )
        }
      />
      <Figure label="Capacity K" what={agreed.k.toLocaleString()} under="systems held at once" />
      {agreed.balance.amount_minor !== 0 && (
        <Figure
          label="Balance"
          what={written({ ...agreed.balance, amount_minor: -agreed.balance.amount_minor })}
          under="in your favour; the next invoices draw it"
        />
      )}
    </Figures>
  );
}

function Plans({ agreed, mayChange }: { agreed: Subscription; mayChange: boolean }) {
  const plans = useQuery(plansQuery);
  const [interval, setInterval] = useState<Interval>(agreed.interval);
  const [chosen, setChosen] = useState<Choice>();
  return (
    <>
      <ProblemAlert error={plans.error} onRetry={() => void plans.refetch()} />
      <div className={classes.interval}>
        <SegmentedControl
          aria-label="Prices"
          data={[
            { value: "month", label: "Monthly" },
            { value: "year", label: "Yearly" },
          ]}
          value={interval}
          onChange={(value) => setInterval(value === "year" ? "year" : "month")}
        />
      </div>
      {plans.isPending && <RowsLoading />}
      {plans.data && (
        <Rows label="Plans">
          {plans.data.data.map((plan) => (
            <PlanRow
              key={plan.name}
              plan={plan}
              interval={interval}
              agreed={agreed}
              {...(mayChange && { onChoose: () => setChosen({ plan: plan.name, interval }) })}
            />
          ))}
        </Rows>
      )}
      {chosen && <ChangePlan agreed={agreed} choice={chosen} onClose={() => setChosen(undefined)} />}
    </>
  );
}
