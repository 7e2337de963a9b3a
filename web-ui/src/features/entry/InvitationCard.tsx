import type { Schemas } from "@ganglion/client";
import { Button, Group, Paper, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { answer, api } from "../../lib/api";
import { type Invited, meQuery, ROLE_MEANING } from "../../lib/session";
import { useEnterTenant } from "../../lib/useEnterTenant";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Time } from "../../ui/Time";

type Props = { invitation: Invited; onDeclined?: () => void };

/** An open invitation, to accept or decline. */
export function InvitationCard({ invitation, onDeclined }: Props) {
  const client = useQueryClient();
  const enter = useEnterTenant();
  const params = { path: { id: invitation.id } };
  const again = () => client.invalidateQueries({ queryKey: meQuery.queryKey });
  const accept = useMutation({
    mutationFn: async () => {
      const joined = await answer<Schemas["Membership"]>(api.POST("/api/v1/me/invitations/{id}/accept", { params }));
      await enter(joined.tenant);
    },
  });
  const decline = useMutation({
    mutationFn: () => answer(api.POST("/api/v1/me/invitations/{id}/decline", { params })),
    onSuccess: () => {
      onDeclined?.();
      return again();
    },
  });
  return (
    <Paper withBorder p="md" radius="md" bg="transparent">
      <Text fw={600}>
        Join {invitation.tenant_name} as {invitation.role}
      </Text>
      <Text size="sm" c="dimmed" mb="sm">
        {invitation.invited_by} invites you. {ROLE_MEANING[invitation.role]}. Open until{" "}
        <Time at={invitation.expires_at} />.
      </Text>
      <ProblemAlert error={accept.error ?? decline.error} onRetry={() => void again()} />
      <Group gap="xs" mt="sm">
        <Button loading={accept.isPending} disabled={decline.isPending} onClick={() => accept.mutate()}>
          Accept
        </Button>
        <Button
          variant="default"
          loading={decline.isPending}
          disabled={accept.isPending}
          onClick={() => decline.mutate()}
        >
          Decline
        </Button>
      </Group>
    </Paper>
  );
}
