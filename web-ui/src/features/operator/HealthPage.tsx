import { useQuery } from "@tanstack/react-query";
import { DataTable } from "../../ui/DataTable";
import { Figure, Figures } from "../../ui/Figures";
import { Page } from "../../ui/Page";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { RowsLoading } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { StateWord } from "../../ui/StateWord";
import { Time } from "../../ui/Time";
import { type Health, healthQuery } from "./api";
import { lasting } from "./words";

const WORKER_COLORS: Record<string, string> = { alive: "green", late: "red", fenced: "gray" };

/** Is the platform well? */
export function HealthPage() {
  const health = useQuery(healthQuery);
  return (
    <Page title="Health" intro="Over all tenants, measured now and every 15 seconds. Counts go up to 10,000.">
      <ProblemAlert error={health.error} onRetry={() => void health.refetch()} />
      {health.isPending && <RowsLoading rows={5} />}
      {health.data && (
        <>
          <Measures of={health.data} />
          <Workers of={health.data} />
        </>
      )}
    </Page>
  );
}

function Measures({ of }: { of: Health }) {
  return (
    <Section title="Queues and ledgers">
      <Figures>
        <Figure label="Runs due" what={of.runs_due} under={`first waits ${lasting(of.run_delay_seconds)}`} />
        <Figure
          label="Effects in doubt"
          what={of.effects_in_doubt}
          under={`oldest ${lasting(of.effects_in_doubt_age_seconds)}`}
        />
        <Figure label="Holds open" what={of.holds_open} under={`${of.holds_leaked} of workers that are gone`} />
        <Figure
          label="Wait for capacity"
          what={of.capacity_waiters}
          under={`first ${lasting(of.capacity_wait_seconds)}`}
        />
        <Figure label="Wait for a system" what={of.system_waiters} under={`first ${lasting(of.system_wait_seconds)}`} />
        <Figure label="Webhooks wait" what={of.webhooks_waiting} under={`first ${lasting(of.webhook_delay_seconds)}`} />
        <Figure
          label="Errands failing"
          what={of.errands_failing}
          under={`first due ${lasting(of.errand_delay_seconds)}`}
        />
        <Figure label="Seal lag" what={lasting(of.seal_lag_seconds)} under="of the hold ledger" />
      </Figures>
    </Section>
  );
}

function Workers({ of }: { of: Health }) {
  return (
    <Section title="Workers" intro="A heartbeat every 2 s; a lease of 6 s.">
      <DataTable
        label="Workers"
        columns={[{ label: "Worker" }, { label: "State" }, { label: "Since" }, { label: "Last heartbeat" }]}
        rows={of.workers.map((one) => ({
          key: String(one.id),
          cells: [
            `${one.name} (${one.id})`,
            <StateWord key="state" word={one.state} color={WORKER_COLORS[one.state] ?? "gray"} />,
            <Time key="since" at={one.started_at} />,
            <Time key="beat" at={one.heartbeat_at} />,
          ],
        }))}
      />
    </Section>
  );
}
