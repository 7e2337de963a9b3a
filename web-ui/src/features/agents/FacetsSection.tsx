import { Code } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { JsonDetails } from "../../ui/JsonView";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Empty, Row, Rows, RowsLoading } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { Time } from "../../ui/Time";
import { type Facet, facetsQuery, type ObservedSystem } from "./api";

const SHOWN = 80;

/** What its systems said when they were last asked: all of them in one view. */
export function FacetsSection({ agent }: { agent: string }) {
  const facets = useQuery(facetsQuery(agent));
  const seen = facets.data?.systems.filter((one) => one.facets.length > 0) ?? [];
  return (
    <Section
      title="Last seen"
      intro="What answers of its systems told: balances, the last post, open orders. Nothing is asked for it."
      flush
    >
      <ProblemAlert error={facets.error} onRetry={() => void facets.refetch()} />
      {facets.isPending && <RowsLoading />}
      {facets.data && seen.length === 0 && (
        <Empty title="Nothing was seen yet">
          It fills by itself as runs read and act. Workflows read it with <Code>call: ganglion.state</Code> and{" "}
          <Code>facets: true</Code>.
        </Empty>
      )}
      {seen.length > 0 && (
        <Rows label="Last seen of its systems">
          {seen.flatMap((system) =>
            system.facets.map((one) => <FacetRow key={system.id + one.name} {...{ system, one }} />),
          )}
        </Rows>
      )}
    </Section>
  );
}

function FacetRow({ system, one }: { system: ObservedSystem; one: Facet }) {
  const text = JSON.stringify(one.value);
  const name = one.name.replaceAll("_", " ");
  return (
    <Row
      title={`${system.label}: ${name}`}
      under={text.length > SHOWN ? <JsonDetails label={`The ${name}`} value={one.value} /> : <Code>{text}</Code>}
      side={<Time at={one.observed_at} />}
    />
  );
}
