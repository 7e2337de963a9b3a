import { Button, Stack } from "@mantine/core";
import type { Me } from "../../lib/session";
import { useEnterTenant } from "../../lib/useEnterTenant";

/** Which of their tenants to go to. */
export function TenantChoice({ me }: { me: Me }) {
  const enter = useEnterTenant();
  return (
    <Stack gap="xs">
      {me.tenants.map((one) => (
        <Button
          key={one.tenant}
          variant="default"
          justify="space-between"
          rightSection={one.role}
          onClick={() => void enter(one.tenant)}
        >
          {one.name}
        </Button>
      ))}
    </Stack>
  );
}
