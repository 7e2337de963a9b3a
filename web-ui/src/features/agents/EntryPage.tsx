import { Button, Code, Group } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { can, useMember } from "../../lib/session";
import { Confirm } from "../../ui/Confirm";
import { CopyField } from "../../ui/CopyField";
import { Page } from "../../ui/Page";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { RowsLoading } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { Time } from "../../ui/Time";
import { agentQuery, type Entry, entryQuery, forget } from "./api";
import { EntryForm } from "./EntryForm";
import { HistorySection } from "./HistorySection";
import { pretty } from "./lines";

/** One entry of an agent's state, and what it was. */
export function EntryPage() {
  const { id, key } = useParams({ from: "/tenant/agents/$id/state/$key" });
  const me = useMember();
  const mayRead = can(me, "agents:read");
  const agent = useQuery({ ...agentQuery(id), enabled: mayRead });
  const entry = useQuery({ ...entryQuery(id, key), enabled: mayRead });
  return (
    <Page
      title={key}
      intro={
        <>
          State of the agent{" "}
          <Link to="/agents/$id" params={{ id }} activeOptions={{ exact: true }}>
            {agent.data?.name ?? id}
          </Link>
        </>
      }
    >
      {!mayRead && <Section title="Not with your role">Ask an owner or admin for another role.</Section>}
      <ProblemAlert error={entry.error} onRetry={() => void entry.refetch()} />
      {mayRead && entry.isPending && <RowsLoading />}
      {entry.data && (
        <Section
          title="What it is now"
          intro={
            <>
              Version {entry.data.version}, written <Time at={entry.data.updated_at} />
            </>
          }
          actions={can(me, "agents:write") && <EntryActions agent={id} entry={entry.data} />}
        >
          <CopyField label="Value" text={pretty(entry.data.value)} />
        </Section>
      )}
      {mayRead && <HistorySection agent={id} entry={key} />}
    </Page>
  );
}

function EntryActions({ agent, entry }: { agent: string; entry: Entry }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<"edit" | "delete">();
  const close = () => setAsked(undefined);
  return (
    <Group gap="xs">
      <Button size="xs" variant="default" onClick={() => setAsked("edit")}>
        Change it
      </Button>
      <Button size="xs" variant="default" onClick={() => setAsked("delete")}>
        Delete
      </Button>
      {asked === "edit" && <EntryForm agent={agent} entry={entry} onClose={close} />}
      {asked === "delete" && (
        <Confirm
          title="Delete the entry?"
          what={
            <>
              Runs that read <Code>{entry.key}</Code> find nothing from then on. What it was stays on record.
            </>
          }
          act="Delete"
          danger
          onConfirm={async () => {
            await forget(agent, entry.key, entry.version);
            await client.invalidateQueries({ queryKey: ["agents", agent, "state"], refetchType: "none" });
            await navigate({ to: "/agents/$id", params: { id: agent } });
          }}
          onClose={close}
        />
      )}
    </Group>
  );
}
