import { Badge } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { called, membersQuery, type TeamMember } from "../../lib/members";
import type { Member } from "../../lib/session";
import { MoreButton } from "../../ui/MoreButton";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Row, Rows, RowsLoading } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { Time } from "../../ui/Time";
import { MemberActions } from "./MemberActions";

export function MemberList({ me }: { me: Member }) {
  const members = useInfiniteQuery(membersQuery);
  return (
    <Section title="Members" flush>
      <ProblemAlert error={members.error} onRetry={() => void members.refetch()} />
      {members.isPending && <RowsLoading />}
      {members.data && (
        <Rows label="Members">
          {members.data.map((one) => (
            <MemberRow key={one.id} me={me} one={one} />
          ))}
        </Rows>
      )}
      <MoreButton list={members} />
    </Section>
  );
}

function MemberRow({ me, one }: { me: Member; one: TeamMember }) {
  return (
    <Row
      title={
        <>
          {called(one)}
          {one.id === me.person.id && <Badge variant="light">you</Badge>}
          {one.kind === "service" && (
            <Badge variant="light" color="gray">
              program
            </Badge>
          )}
        </>
      }
      under={one.name && one.email}
      side={
        <span>
          joined <Time at={one.joined_at} day />
        </span>
      }
      actions={<MemberActions me={me} one={one} />}
    />
  );
}
