import { isProblem } from "@ganglion/client";
import { Badge, Button, VisuallyHidden } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { can, type Member } from "../../lib/session";
import { MoreButton } from "../../ui/MoreButton";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Empty, Row, Rows, RowsLoading } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { Time } from "../../ui/Time";
import { type Invitation, invitationsQuery, resend, revoke, untilSent } from "./api";

const COLORS: Record<Invitation["state"], string> = {
  pending: "brand",
  accepted: "green",
  declined: "orange",
  revoked: "gray",
  expired: "yellow",
};

export function InvitationList({ me }: { me: Member }) {
  const invitations = useInfiniteQuery({ ...invitationsQuery, refetchInterval: untilSent });
  const mayChange = can(me, "members:write");
  return (
    <Section title="Invitations" flush>
      <ProblemAlert error={invitations.error} onRetry={() => void invitations.refetch()} />
      {invitations.isPending && <RowsLoading rows={1} />}
      {invitations.data?.length === 0 && (
        <Empty title="Nobody has been invited">{mayChange && "Invite the first person with the button above."}</Empty>
      )}
      {invitations.data && invitations.data.length > 0 && (
        <Rows label="Invitations">
          {invitations.data.map((one) => (
            <InvitationRow key={one.id} one={one} mayChange={mayChange} />
          ))}
        </Rows>
      )}
      <MoreButton list={invitations} />
    </Section>
  );
}

function InvitationRow({ one, mayChange }: { one: Invitation; mayChange: boolean }) {
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: (what: "resend" | "revoke") => (what === "resend" ? resend(one.id) : revoke(one.id)),
    onSuccess: (_, what) =>
      notifications.show({ message: what === "resend" ? `The mail to ${one.email} goes out again.` : "Taken back." }),
    onError: (problem) =>
      isProblem(problem) && notifications.show({ color: "red", title: problem.title, message: problem.detail }),
    onSettled: () => client.invalidateQueries({ queryKey: invitationsQuery.queryKey }),
  });
  const open = one.state === "pending" || one.state === "expired";
  return (
    <Row
      title={
        <>
          {one.email}
          <Badge color={COLORS[one.state]} variant="light" radius="sm">
            {one.state}
          </Badge>
        </>
      }
      under={`as ${one.role}, invited by ${one.invited_by}`}
      side={<InvitationTime one={one} />}
      actions={
        mayChange &&
        open && (
          <>
            <Button size="xs" variant="default" disabled={act.isPending} onClick={() => act.mutate("resend")}>
              Resend<VisuallyHidden> the invitation to {one.email}</VisuallyHidden>
            </Button>
            <Button size="xs" variant="default" disabled={act.isPending} onClick={() => act.mutate("revoke")}>
              Revoke<VisuallyHidden> the invitation to {one.email}</VisuallyHidden>
            </Button>
          </>
        )
      }
    />
  );
}

function InvitationTime({ one }: { one: Invitation }) {
  switch (one.state) {
    case "pending":
      return (
        <span>
          {one.sent_at ? "sent; open until " : "mail on its way; open until "}
          <Time at={one.expires_at} day />
        </span>
      );
    case "expired":
      return (
        <span>
          since <Time at={one.expires_at} day />
        </span>
      );
    default:
      return one.decided_at && <Time at={one.decided_at} day />;
  }
}
