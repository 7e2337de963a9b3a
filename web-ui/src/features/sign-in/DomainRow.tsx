import { Badge, Button, Stack, Text, VisuallyHidden } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Confirm } from "../../ui/Confirm";
import { CopyField } from "../../ui/CopyField";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Row } from "../../ui/Rows";
import { Time } from "../../ui/Time";
import { type Domain, isVerified, removeDomain, settingsQuery, verifyDomain } from "./api";

export function DomainRow({ one, mayChange }: { one: Domain; mayChange: boolean }) {
  const client = useQueryClient();
  const [removing, setRemoving] = useState(false);
  const again = () => client.invalidateQueries({ queryKey: settingsQuery.queryKey });
  const verifying = useMutation({ mutationFn: () => verifyDomain(one.domain), onSuccess: again });
  return (
    <Row
      title={
        <>
          {one.domain}
          <Badge color={isVerified(one) ? "green" : "yellow"} variant="light" radius="sm">
            {isVerified(one) ? "verified" : "not proved yet"}
          </Badge>
        </>
      }
      side={
        one.verified_at && (
          <span>
            since <Time at={one.verified_at} day />
          </span>
        )
      }
      actions={
        mayChange && (
          <>
            {!isVerified(one) && (
              <Button size="xs" loading={verifying.isPending} onClick={() => verifying.mutate()}>
                Verify<VisuallyHidden> {one.domain}</VisuallyHidden>
              </Button>
            )}
            <Button size="xs" variant="default" onClick={() => setRemoving(true)}>
              Remove<VisuallyHidden> {one.domain}</VisuallyHidden>
            </Button>
          </>
        )
      }
      below={
        <>
          {!isVerified(one) && mayChange && (
            <Stack gap="xs" mt="sm">
              <Text size="sm" c="dimmed">
                Add a TXT record of this name and value, then verify. Name servers may take some time to answer with it.
              </Text>
              <CopyField label="Name of the record" text={one.record_name} />
              <CopyField label="Its value" text={one.record_value} />
              <ProblemAlert error={verifying.error} />
            </Stack>
          )}
          {removing && (
            <Confirm
              title={`Remove ${one.domain}?`}
              what="Its people sign in as others do from then on. To have it back it has to be proved anew."
              act="Remove"
              danger
              onConfirm={() => removeDomain(one.domain).then(again)}
              onClose={() => setRemoving(false)}
            />
          )}
        </>
      }
    />
  );
}
