import { Button, Code } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { MoreButton } from "../../ui/MoreButton";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Empty, Row, Rows, RowsLoading } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { Time } from "../../ui/Time";
import { type Entry, entriesQuery } from "./api";
import { EntryForm } from "./EntryForm";

const SHOWN = 160;

/** What the agent's runs share. */
export function StateSection({ agent, mayChange }: { agent: string; mayChange: boolean }) {
  const entries = useInfiniteQuery(entriesQuery(agent));
  const [adding, setAdding] = useState(false);
  return (
    <Section
      title="State"
      intro="What its runs share. Every version is kept, with the run and step that wrote it."
      actions={
        mayChange && (
          <Button size="xs" variant="default" onClick={() => setAdding(true)}>
            Add an entry
          </Button>
        )
      }
      flush
    >
      <ProblemAlert error={entries.error} onRetry={() => void entries.refetch()} />
      {entries.isPending && <RowsLoading />}
      {entries.data?.length === 0 && (
        <Empty title="It remembers nothing yet">
          A workflow writes with <Code>call: ganglion.state</Code>, and every later run of the agent can read it.
        </Empty>
      )}
      {entries.data && entries.data.length > 0 && (
        <Rows label="State entries">
          {entries.data.map((one) => (
            <EntryRow key={one.key} agent={agent} one={one} />
          ))}
        </Rows>
      )}
      <MoreButton list={entries} />
      {adding && <EntryForm agent={agent} onClose={() => setAdding(false)} />}
    </Section>
  );
}

function EntryRow({ agent, one }: { agent: string; one: Entry }) {
  const text = JSON.stringify(one.value);
  return (
    <Row
      title={
        <Link to="/agents/$id/state/$key" params={{ id: agent, key: one.key }}>
          {one.key}
        </Link>
      }
      under={<Code>{text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text}</Code>}
      side={
        <>
          <span>version {one.version}</span>
          <Time at={one.updated_at} />
        </>
      }
    />
  );
}
