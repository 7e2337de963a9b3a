import { ActionIcon, Menu } from "@mantine/core";
import { IconLogout, IconUserCircle } from "@tabler/icons-react";
import { type Member, signInPath } from "../lib/session";

export function PersonMenu({ me }: { me: Member }) {
  const called = me.person.name ?? me.person.email ?? "you";
  return (
    <Menu width={240}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`Account of ${called}`}>
          <IconUserCircle size={22} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {called}
          <br />
          {me.person.email} · {me.role}
        </Menu.Label>
        <Menu.Item component="a" href={signInPath("logout", "/")} leftSection={<IconLogout size={16} />}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
