import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { Incident } from "../../lib/status";
import { partName, stateColor, statusQuery } from "../../lib/status";
import { FrontPage } from "../../ui/FrontPage";
import { IncidentNews } from "../../ui/IncidentNews";
import { MoreButton } from "../../ui/MoreButton";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Empty, Row, Rows, RowsLoading } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { StateWord } from "../../ui/StateWord";
import { Time } from "../../ui/Time";
import { historyQuery } from "./api";

const IN_A_LINE: Record<string, string> = {
  operational: "Everything works.",
  maintenance: "Work is under way, as was told.",
  unknown: "Not everything can be looked at right now.",
  degraded: "Some of it is slower than it should be.",
  outage: "Some of it doesn't work.",
};

/** How the platform does and did, for everybody. */
export function StatusPage() {
  const status = useQuery(statusQuery);
  const history = useInfiniteQuery(historyQuery);
  return (
    <FrontPage title="Status" intro={status.data && IN_A_LINE[status.data.state]}>
      <ProblemAlert error={status.error} onRetry={() => void status.refetch()} />
      {status.isPending && <RowsLoading />}
      {status.data && (
        <Section title="Now" flush>
          <Rows label="Parts">
            {status.data.parts.map((part) => (
              <Row
                key={part.name}
                title={partName(part.name)}
                side={<StateWord word={part.state} color={stateColor(part.state)} />}
              />
            ))}
          </Rows>
        </Section>
      )}
      <Section title="Incidents" flush>
        <ProblemAlert error={history.error} onRetry={() => void history.refetch()} />
        {history.data?.length === 0 && <Empty title="Nothing was ever told">Incidents and work are told here.</Empty>}
        {history.data && history.data.length > 0 && (
          <Rows label="Incidents">
            {history.data.map((one) => (
              <IncidentRow key={one.id} one={one} />
            ))}
          </Rows>
        )}
        <MoreButton list={history} />
      </Section>
    </FrontPage>
  );
}

function IncidentRow({ one }: { one: Incident }) {
  return (
    <Row
      title={
        <>
          {one.title} <StateWord word={one.state} color={stateColor(one.state)} />
        </>
      }
      under={
        <>
          {one.impact}: {one.parts.map(partName).join(", ")} · since <Time at={one.started_at} />
        </>
      }
      below={<IncidentNews updates={one.updates} />}
    />
  );
}
