import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { MoreButton } from "../../ui/MoreButton";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Row, Rows, RowsLoading } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { StateWord } from "../../ui/StateWord";
import { Time } from "../../ui/Time";
import { nameOf, versionsQuery, type Workflow } from "./api";

/** All versions under one name. */
export function VersionsSection({ one }: { one: Workflow }) {
  const versions = useInfiniteQuery(versionsQuery(nameOf(one)));
  return (
    <Section title="Versions" intro="Runs keep the version that they were started with." flush>
      <ProblemAlert error={versions.error} onRetry={() => void versions.refetch()} />
      {versions.isPending && <RowsLoading />}
      {versions.data && (
        <Rows label="Versions">
          {versions.data.map(({ id, version, title, created_at }) => (
            <Row
              key={id}
              title={
                id === one.id ? (
                  <>
                    {version} <StateWord color="brand" word="shown" />
                  </>
                ) : (
                  <Link to="/workflows/$id" params={{ id }}>
                    {version}
                  </Link>
                )
              }
              under={title}
              side={<Time at={created_at} />}
            />
          ))}
        </Rows>
      )}
      <MoreButton list={versions} />
    </Section>
  );
}
