import { useQuery } from "@tanstack/react-query";
import { facetsQuery } from "../../lib/facets";
import { FacetRow, facetName } from "../../ui/FacetRow";
import { Rows } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { agentsQuery, type Connection } from "./api";

/** What the account's answers told last to an agent that may use it; nothing where there is nothing. */
export function SeenSection({ one }: { one: Connection }) {
  const agents = useQuery(agentsQuery);
  const agent = agents.data?.data.find(({ connections }) => connections.includes(one.name));
  const facets = useQuery({ ...facetsQuery(agent?.id ?? ""), enabled: agent !== undefined });
  const seen = facets.data?.systems.find(({ id }) => id === one.system)?.facets ?? [];
  if (seen.length === 0) return null;
  return (
    <Section title="Last seen" intro="What its answers told when runs read and acted. Nothing is asked for it." flush>
      <Rows label="Last seen">
        {seen.map(({ name, value, observed_at }) => (
          <FacetRow key={name} title={facetName(name)} name={facetName(name)} value={value} at={observed_at} />
        ))}
      </Rows>
    </Section>
  );
}
