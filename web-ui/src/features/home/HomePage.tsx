import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { can, type Member, useMember } from "../../lib/session";
import { LinkButton } from "../../ui/LinkButton";
import { Page } from "../../ui/Page";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { RowsLoading } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { runsQuery } from "./api";
import { FirstRun } from "./FirstRun";
import { FirstMinute } from "./first/FirstMinute";
import { RunList } from "./RunList";

/** The page is there before its picture. */
const MapSection = lazy(() => import("./map/MapSection").then((it) => ({ default: it.MapSection })));

/** What the map is made of. */
const SHOWN = ["agents:read", "connections:read", "effects:read", "usage:read", "approvals:read"];

export function HomePage() {
  const me = useMember();
  const runs = useQuery(runsQuery);
  const mayStart = can(me, "runs:write");
  return (
    <Page
      title={me.tenant_name}
      intro="What counts is not how much an agent computes but how many independent systems it holds coherent at once: its depth."
      actions={
        mayStart && (
          <LinkButton to="/runs" search={{ start: true }}>
            Start a run
          </LinkButton>
        )
      }
    >
      {runs.data && <FirstMinute key={me.tenant} me={me} fresh={runs.data.data.length === 0} />}
      <Picture key={me.tenant} me={me} />
      <Section title="Latest runs" flush>
        <ProblemAlert error={runs.error} onRetry={() => void runs.refetch()} />
        {runs.isPending && <RowsLoading />}
        {runs.data &&
          (runs.data.data.length > 0 ? <RunList runs={runs.data.data} /> : <FirstRun mayStart={mayStart} />)}
      </Section>
    </Page>
  );
}

function Picture({ me }: { me: Member }) {
  if (!SHOWN.every((scope) => can(me, scope))) return null;
  const loading = (
    <Section title="Coordination map">
      <RowsLoading rows={5} />
    </Section>
  );
  return (
    <Suspense fallback={loading}>
      <MapSection />
    </Suspense>
  );
}
