import { Button, Menu } from "@mantine/core";
import { IconCheck, IconMail, IconPlus, IconSelector } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import type { Member } from "../lib/session";
import { useEnterTenant } from "../lib/useEnterTenant";
import classes from "./TenantSwitcher.module.css";

/** Shows the tenant, and takes people to another. */
export function TenantSwitcher({ me }: { me: Member }) {
  const navigate = useNavigate();
  const enter = useEnterTenant();
  return (
    <Menu position="bottom-start" width={260}>
      <Menu.Target>
        <Button
          variant="default"
          rightSection={<IconSelector size={16} />}
          className={classes.button ?? ""}
          aria-label={`Tenant: ${me.tenant_name}`}
        >
          {me.tenant_name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Your tenants</Menu.Label>
        {me.tenants.map((one) => (
          <Menu.Item
            key={one.tenant}
            rightSection={one.tenant === me.tenant && <IconCheck size={16} aria-label="this one" />}
            onClick={() => void enter(one.tenant)}
          >
            {one.name}
            <span className={classes.role}>{one.role}</span>
          </Menu.Item>
        ))}
        <Menu.Divider />
        {me.invitations.length > 0 && (
          <Menu.Item leftSection={<IconMail size={16} />} onClick={() => void navigate({ to: "/welcome" })}>
            Invitations ({me.invitations.length})
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconPlus size={16} />} onClick={() => void navigate({ to: "/welcome" })}>
          New tenant
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
