import { Button, Group, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { save } from "../../lib/save";
import { meQuery } from "../../lib/session";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Section } from "../../ui/Section";
import { Time } from "../../ui/Time";
import { exported, restore, tenantQuery } from "./api";
import { DeleteForm } from "./DeleteForm";

/** For owners: take everything along, delete the tenant, or take that back. */
export function Delete() {
  const client = useQueryClient();
  const tenant = useQuery(tenantQuery).data;
  const [asked, { open, close }] = useDisclosure();
  const again = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: tenantQuery.queryKey }),
      client.invalidateQueries({ queryKey: meQuery.queryKey }),
    ]);
  const restoring = useMutation({ mutationFn: restore, onSuccess: again });
  const exporting = useMutation({ mutationFn: exported, onSuccess: (all) => save(all, "ganglion-tenant.jsonl") });
  if (!tenant) return null;
  return (
    <Section title={tenant.deleted_at ? "Deleted" : "Delete"}>
      <Text size="sm" c="dimmed" mb="sm">
        {tenant.purge_at ? (
          <>
            The tenant is read-only. Everything of it is erased on <Time at={tenant.purge_at} />, credentials first.
            Until then you can have it back.
          </>
        ) : (
          "The tenant becomes read-only and starts nothing more; runs under way go on to their end. After 14 days everything of it is erased, credentials first. Export it before."
        )}
      </Text>
      <ProblemAlert error={restoring.error ?? exporting.error} />
      <Group gap="sm" mt="xs">
        <Button variant="default" loading={exporting.isPending} onClick={() => exporting.mutate()}>
          Export everything
        </Button>
        {tenant.deleted_at ? (
          <Button loading={restoring.isPending} onClick={() => restoring.mutate()}>
            Restore the tenant
          </Button>
        ) : (
          <Button color="red.8" onClick={open}>
            Delete the tenant
          </Button>
        )}
      </Group>
      {asked && <DeleteForm tenant={tenant} onDone={again} onClose={close} />}
    </Section>
  );
}
