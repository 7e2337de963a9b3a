import { useQuery } from "@tanstack/react-query";
import { Fragment, lazy, Suspense } from "react";
import { can, type Member, useMember } from "../../lib/session";
import { LinkButton } from "../../ui/LinkButton";
import { Page } from "../../ui/Page";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { RowsLoading } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { runsQuery } from "./api";
import { FirstRun } from "./FirstRun";
import { FirstMinute } from "./first/FirstMinute";
import { useBegun } from "./first/useFirstMinute";
import { RunList } from "./RunList";

/** The page is there before its picture, which is fetched while the page asks what to show. */
const map = import("./map/MapSection");
const MapSection = lazy(() => map.then((it) => ({ default: it.MapSection })));

/** What the map is made of. */
const SHOWN = ["runs:read", "agents:read", "connections:read", "effects:read", "usage:read", "approvals:read"];

export function HomePage() {
  const me = useMember();
  const runs = useQuery(runsQuery);
  const begun = useBegun(me);
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
      {runs.isPending || begun.isLoading ? (
        <RowsLoading rows={8} /> // what comes first is known before what is below it is drawn: nothing moves
      ) : (
        <Fragment key={me.tenant}>
          {runs.data && <FirstMinute me={me} fresh={runs.data.data.length === 0} />}
          <Picture me={me} />
          <Section title="Latest runs" flush>
            <ProblemAlert error={runs.error} onRetry={() => void runs.refetch()} />
            {runs.data &&
              (runs.data.data.length > 0 ? <RunList runs={runs.data.data} /> : <FirstRun mayStart={mayStart} />)}
          </Section>
        </Fragment>
      )}
    </Page>
  );
}

function Picture({ me }: { me: Member }) {
  if (!SHOWN.every((scope) => can(me, scope))) return null;
  const loading = (
    <Section title="Coordination map">
      <RowsLoading rows={5} tall />
    </Section>
  );
  return (
    <Suspense fallback={loading}>
      <MapSection />
    </Suspense>
  );
}
