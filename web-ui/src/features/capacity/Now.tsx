import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { burstCost, subscriptionQuery, upcomingQuery } from "../../lib/billing";
import { written } from "../../lib/money";
import { can, type Me } from "../../lib/session";
import { cuHours } from "../../lib/usage";
import { Figure, Figures } from "../../ui/Figures";
import { Meter } from "../../ui/Meter";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { RowsLoading } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { type Capacity, capacityQuery } from "./api";

/** What may be held at this instant, and is. */
export function Now({ me }: { me: Me }) {
  const capacity = useQuery(capacityQuery);
  return (
    <Section
      title="Now"
      intro="A system that a run holds counts 1, a pool of models 1 for each 100 calls at once; the laboratory counts nothing."
    >
      <ProblemAlert error={capacity.error} onRetry={() => void capacity.refetch()} />
      {capacity.isPending && <RowsLoading rows={2} />}
      {capacity.data && (
        <>
          <Figures>
            <Figure label="Used" what={capacity.data.used} under={`of K ${capacity.data.k}`} />
            <Figure label="Capacity K" what={capacity.data.k} under={above(capacity.data)} />
            <Figure label="Queued" what={capacity.data.waiting} under="runs wait for capacity" />
            {can(me, "billing:read") && <Burst />}
          </Figures>
          <Share {...capacity.data} />
        </>
      )}
    </Section>
  );
}

const above = ({ k, ceiling }: Capacity): string =>
  ceiling > k ? `with burst up to ${ceiling.toLocaleString()}` : "and no more: burst is off, or at its cap";

/** Full where K is reached; what is above it is burst. */
function Share({ k, used }: Capacity) {
  return (
    <>
      <Meter
        label="Used of capacity"
        percent={k === 0 ? 100 : (used / k) * 100}
        text={`${used} of ${k}`}
        color={used > k ? "orange" : "brand"}
      />
      {used > k && (
        <Text size="sm" mt="xs">
          {used - k} above K: this is burst.
        </Text>
      )}
    </>
  );
}

/** What this month's burst has come to, and may at most. */
function Burst() {
  const { data: agreed } = useQuery(subscriptionQuery);
  const { data: month } = useQuery(upcomingQuery);
  if (!agreed || !month) return <Figure label="Burst this month" what="…" />;
  return (
    <Figure
      label="Burst this month"
      what={cuHours(month.burst_ms)}
      under={
        <>
          {agreed.burst && agreed.burst_cap
            ? `${written(burstCost(month))} of at most ${written(agreed.burst_cap)}`
            : "burst is off"}{" "}
          · <Link to="/billing">change</Link>
        </>
      }
    />
  );
}
