import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { can, useMember } from "../../lib/session";
import { LinkButton } from "../../ui/LinkButton";
import { MoreButton } from "../../ui/MoreButton";
import { Page } from "../../ui/Page";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Empty, Row, Rows, RowsLoading } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { Time } from "../../ui/Time";
import { byName, type Workflow, workflowsQuery } from "./api";

const VERSIONS = 4;

export function WorkflowsPage() {
  const me = useMember();
  const mayRead = can(me, "workflows:read");
  const mayWrite = can(me, "workflows:write");
  const workflows = useInfiniteQuery({ ...workflowsQuery, enabled: mayRead });
  const names = workflows.data && byName(workflows.data);
  return (
    <Page
      title="Workflows"
      intro="What runs do, in the Serverless Workflow DSL. A version never changes: other content is another version."
      actions={mayWrite && <LinkButton to="/workflows/new">Write a workflow</LinkButton>}
    >
      {!mayRead && <Section title="Not with your role">Ask an owner or admin for another role.</Section>}
      {mayRead && (
        <Section title="Stored" flush>
          <ProblemAlert error={workflows.error} onRetry={() => void workflows.refetch()} />
          {workflows.isPending && <RowsLoading />}
          {names?.size === 0 && (
            <Empty title="No workflows yet">
              <p>
                Write one here: the editor knows the language and your connections, says what is wrong at its line, and
                draws what you write. Or send a file, with an API key: <a href="/docs/workflows">how to write one</a>.
              </p>
              {mayWrite && (
                <LinkButton to="/workflows/new" variant="light" mt="sm">
                  Write the first workflow
                </LinkButton>
              )}
            </Empty>
          )}
          {names && names.size > 0 && (
            <Rows label="Workflows">
              {[...names].map(([name, versions]) => (
                <WorkflowRow key={name} name={name} versions={versions} />
              ))}
            </Rows>
          )}
          <MoreButton list={workflows} />
        </Section>
      )}
    </Page>
  );
}

function WorkflowRow({ name, versions }: { name: string; versions: Workflow[] }) {
  const [newest] = versions;
  if (!newest) return null;
  return (
    <Row
      title={
        <Link to="/workflows/$id" params={{ id: newest.id }}>
          {name}
        </Link>
      }
      under={newest.title}
      side={
        <>
          <span>
            {versions.length === 1 ? "version " : "versions "}
            {versions
              .slice(0, VERSIONS)
              .map(({ version }) => version)
              .join(", ")}
            {versions.length > VERSIONS && ` and ${versions.length - VERSIONS} more`}
          </span>
          <Time at={newest.created_at} />
        </>
      }
    />
  );
}
