import { Code } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { facetsQuery } from "../../lib/facets";
import { FacetRow, facetName } from "../../ui/FacetRow";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Empty, Rows, RowsLoading } from "../../ui/Rows";
import { Section } from "../../ui/Section";

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
            system.facets.map(({ name, value, observed_at: at }) => {
              const words = facetName(name);
              return (
                <FacetRow
                  key={system.id + name}
                  title={`${system.label}: ${words}`}
                  name={words}
                  value={value}
                  at={at}
                />
              );
            }),
          )}
        </Rows>
      )}
    </Section>
  );
}
