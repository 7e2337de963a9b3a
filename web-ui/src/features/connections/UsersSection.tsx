import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { can, useMember } from "../../lib/session";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Empty, Row, Rows, RowsLoading } from "../../ui/Rows";
import { RunLink } from "../../ui/RunLink";
import { Section } from "../../ui/Section";
import { Time } from "../../ui/Time";
import { agentsQuery, type Connection, heldQuery, waitingQuery, waitsFor } from "./api";

/** Who holds the system right now, who waits for it, and which agents may. */
export function UsersSection({ one }: { one: Connection }) {
  const me = useMember();
  return (
    <>
      {can(me, "usage:read") && <Holders one={one} />}
      {can(me, "runs:read") && <Waiting one={one} />}
      {can(me, "agents:read") && <Agents one={one} />}
    </>
  );
}

function Holders({ one }: { one: Connection }) {
  const held = useQuery(heldQuery);
  const here = held.data?.data.filter(({ system }) => system === one.system);
  return (
    <Section title="Who holds it now" flush>
      <ProblemAlert error={held.error} onRetry={() => void held.refetch()} />
      {held.isPending && <RowsLoading rows={1} />}
      {here?.length === 0 && <Empty title="Nobody holds it">A run that acts on it shows here while it does.</Empty>}
      {here && here.length > 0 && (
        <Rows label="Holders">
          {here.map((hold) => (
            <Row
              key={hold.id}
              title={<RunLink id={hold.run} />}
              under={hold.zero_rate ? `not billed: ${hold.zero_rate}` : `weight ${hold.weight}`}
              side={
                <span>
                  since <Time at={hold.opened_at} />
                </span>
              }
            />
          ))}
        </Rows>
      )}
    </Section>
  );
}

/** Nothing where nobody does: most accounts are never waited for. */
function Waiting({ one }: { one: Connection }) {
  const waiting = useQuery(waitingQuery);
  const those = waiting.data?.data.filter((run) => waitsFor(one, run)) ?? [];
  if (those.length === 0) return null;
  return (
    <Section title="Who waits for it" intro="One run at a time acts on it; these go on by themselves." flush>
      <Rows label="Waiting">
        {those.map((run) => (
          <Row
            key={run.id}
            title={<RunLink id={run.id} />}
            under={run.waiting_for?.detail}
            side={
              <span>
                started <Time at={run.created_at} />
              </span>
            }
          />
        ))}
      </Rows>
    </Section>
  );
}

function Agents({ one }: { one: Connection }) {
  const agents = useQuery(agentsQuery);
  const those = agents.data?.data.filter(({ connections }) => connections.includes(one.name));
  return (
    <Section title="Agents that may use it" flush>
      <ProblemAlert error={agents.error} onRetry={() => void agents.refetch()} />
      {agents.isPending && <RowsLoading rows={1} />}
      {those?.length === 0 && (
        <Empty title="No agent may use it yet">
          Add it to the connections of an <Link to="/agents">agent</Link>, and its runs can act through it.
        </Empty>
      )}
      {those && those.length > 0 && (
        <Rows label="Agents">
          {those.map((agent) => (
            <Row
              key={agent.id}
              title={
                <Link to="/agents/$id" params={{ id: agent.id }}>
                  {agent.name}
                </Link>
              }
              under={agent.connections.join(", ")}
            />
          ))}
        </Rows>
      )}
    </Section>
  );
}
