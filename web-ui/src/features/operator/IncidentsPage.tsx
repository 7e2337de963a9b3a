import { Button } from "@mantine/core";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Incident, partName, stateColor, statusQuery } from "../../lib/status";
import { IncidentNews } from "../../ui/IncidentNews";
import { MoreButton } from "../../ui/MoreButton";
import { Page } from "../../ui/Page";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Empty, Row, Rows, RowsLoading } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { StateWord } from "../../ui/StateWord";
import { incidentsQuery } from "./api";
import { IncidentForm } from "./IncidentForm";
import { UpdateForm } from "./UpdateForm";

/** What everybody is told, on every tenant's dashboard and on the status page. */
export function IncidentsPage() {
  const client = useQueryClient();
  const incidents = useInfiniteQuery(incidentsQuery);
  const [making, setMaking] = useState(false);
  const [telling, setTelling] = useState<Incident>();
  const again = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: incidentsQuery.queryKey }),
      client.invalidateQueries({ queryKey: statusQuery.queryKey }),
    ]);
  return (
    <Page
      title="Incidents"
      intro="Shown to everybody: nothing of a tenant belongs here. What was told stays."
      actions={<Button onClick={() => setMaking(true)}>Tell of an incident</Button>}
    >
      <Section title="Incidents" flush>
        <ProblemAlert error={incidents.error} onRetry={() => void incidents.refetch()} />
        {incidents.isPending && <RowsLoading />}
        {incidents.data?.length === 0 && (
          <Empty title="Nothing was ever told">Tell of an incident, or of work before you begin it.</Empty>
        )}
        {incidents.data && incidents.data.length > 0 && (
          <Rows label="Incidents">
            {incidents.data.map((one) => (
              <Row
                key={one.id}
                title={
                  <>
                    {one.title} <StateWord word={one.state} color={stateColor(one.state)} />
                  </>
                }
                under={`${one.impact}: ${one.parts.map(partName).join(", ")}`}
                actions={
                  <Button
                    size="xs"
                    variant="default"
                    aria-label={`Tell more of ${one.title}`}
                    onClick={() => setTelling(one)}
                  >
                    Tell more
                  </Button>
                }
                below={<IncidentNews updates={one.updates} />}
              />
            ))}
          </Rows>
        )}
        <MoreButton list={incidents} />
      </Section>
      {making && <IncidentForm onDone={again} onClose={() => setMaking(false)} />}
      {telling && <UpdateForm one={telling} onDone={again} onClose={() => setTelling(undefined)} />}
    </Page>
  );
}
