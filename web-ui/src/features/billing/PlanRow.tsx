import { Badge, Button } from "@mantine/core";
import type { Plan, Subscription } from "../../lib/billing";
import { written } from "../../lib/money";
import { Row } from "../../ui/Rows";
import type { Interval } from "./api";

type Props = { plan: Plan; interval: Interval; agreed: Subscription; onChoose?: () => void };

const history = ({ history_days }: Plan) =>
  history_days === null ? "all history is kept" : `${history_days} days of history`;

/** A plan at its price; `onChoose` where it may be chosen. */
export function PlanRow({ plan, interval, agreed, onChoose }: Props) {
  const fee = plan[interval];
  // nothing a year is nothing a month
  const current = plan.name === agreed.plan && (interval === agreed.interval || fee?.amount_minor === 0);
  return (
    <Row
      title={
        <>
          {plan.title}
          {current && (
            <Badge color="green" variant="light" radius="sm">
              yours
            </Badge>
          )}
          {plan.trial_days > 0 && (
            <Badge variant="default" radius="sm">
              {plan.trial_days} days free, once
            </Badge>
          )}
        </>
      }
      under={
        plan.k === null
          ? "Capacity and price as agreed: ask whoever runs this installation."
          : [
              `${plan.k.toLocaleString()} systems at once`,
              plan.burst ? `burst ${written(plan.burst)} a CU-hour` : "no burst",
              history(plan),
            ].join(" · ")
      }
      side={
        fee && (
          <span>
            <strong>{written(fee)}</strong> a {interval}
          </span>
        )
      }
      actions={
        onChoose &&
        fee &&
        !current && (
          <Button size="xs" variant="default" aria-label={`Choose ${plan.title}`} onClick={onChoose}>
            Choose
          </Button>
        )
      }
    />
  );
}
