import { useInfiniteQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { called, membersQuery } from "../../lib/members";
import { can, useMember } from "../../lib/session";
import { MoreButton } from "../../ui/MoreButton";
import { Page } from "../../ui/Page";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Empty, Rows, RowsLoading } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { AuditFilter } from "./AuditFilter";
import { AuditRow } from "./AuditRow";
import { AuditTools } from "./AuditTools";
import { auditQuery } from "./api";

export function AuditPage() {
  const me = useMember();
  const filter = useSearch({ from: "/tenant/audit" });
  const maySee = can(me, "audit:read");
  const entries = useInfiniteQuery({ ...auditQuery(filter), enabled: maySee });
  const members = useInfiniteQuery(membersQuery);
  const people = new Map(members.data?.map((one) => [one.id, called(one)]));
  const narrowed = Object.keys(filter).length > 0;
  return (
    <Page
      title="Audit log"
      intro="Who changed what, and from where. Each line seals the one before, so that nothing can be altered unnoticed."
      actions={maySee && <AuditTools />}
    >
      {!maySee && <Section title="Not with your role">Owners and admins see the audit log.</Section>}
      {maySee && (
        <>
          <AuditFilter key={JSON.stringify(filter)} filter={filter} />
          <Section title="Entries" flush>
            <ProblemAlert error={entries.error} onRetry={() => void entries.refetch()} />
            {entries.isPending && <RowsLoading rows={5} />}
            {entries.data?.length === 0 && (
              <Empty title={narrowed ? "Nothing fits the filter" : "Nothing has been changed yet"}>
                {narrowed && "Each field is compared as written."}
              </Empty>
            )}
            {entries.data && entries.data.length > 0 && (
              <Rows label="Audit log">
                {entries.data.map((entry) => (
                  <AuditRow key={entry.seq} entry={entry} people={people} />
                ))}
              </Rows>
            )}
            <MoreButton list={entries} />
          </Section>
        </>
      )}
    </Page>
  );
}
