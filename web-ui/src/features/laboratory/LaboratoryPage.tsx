import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { can, useMember } from "../../lib/session";
import { Page } from "../../ui/Page";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Row, Rows, RowsLoading } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { type Scenario, scenariosQuery } from "./api";
import { TrialsSection } from "./TrialsSection";

export function LaboratoryPage() {
  const mayRead = can(useMember(), "lab:read");
  const scenarios = useQuery({ ...scenariosQuery, enabled: mayRead });
  return (
    <Page
      title="Laboratory"
      intro="Simulated platforms with faults by a seed. A workflow earns a score here, judged by the platforms' own journals, before it touches anything real."
    >
      {!mayRead && <Section title="Not with your role">Ask an owner or admin for another role.</Section>}
      {mayRead && (
        <Section title="Scenarios" intro="From the simplest on; each has a solution that you can try." flush>
          <ProblemAlert error={scenarios.error} onRetry={() => void scenarios.refetch()} />
          {scenarios.isPending && <RowsLoading rows={5} />}
          {scenarios.data && (
            <Rows label="Scenarios">
              {scenarios.data.map((one) => (
                <ScenarioRow key={one.name} one={one} />
              ))}
            </Rows>
          )}
        </Section>
      )}
      {mayRead && <TrialsSection />}
    </Page>
  );
}

function ScenarioRow({ one }: { one: Scenario }) {
  return (
    <Row
      title={
        <Link to="/laboratory/$name" params={{ name: one.name }}>
          {one.title}
        </Link>
      }
      under={one.about}
      side={
        <>
          <span>depth {one.depth}</span>
          <span>{[...new Set(Object.values(one.parts))].join(", ")}</span>
        </>
      }
    />
  );
}
