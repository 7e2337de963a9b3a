import { Button, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQueryClient } from "@tanstack/react-query";
import { chooseTenant } from "../../lib/api";
import type { Member } from "../../lib/session";
import { Confirm } from "../../ui/Confirm";
import { Section } from "../../ui/Section";
import { leave } from "./api";

export function Leave({ me }: { me: Member }) {
  const client = useQueryClient();
  const [asked, { open, close }] = useDisclosure();
  const go = async () => {
    await leave();
    chooseTenant(null);
    await client.resetQueries(); // the gate shows where they belong now
  };
  return (
    <Section title="Leave">
      <Text size="sm" c="dimmed" mb="sm">
        You lose your access at once. Only a new invitation brings you back. The last owner can't leave: transfer
        ownership first, on the page Team.
      </Text>
      <Button variant="default" onClick={open}>
        Leave {me.tenant_name}
      </Button>
      {asked && (
        <Confirm
          title={`Leave ${me.tenant_name}?`}
          what="API keys you made go on working: revoke those first if they should not."
          act="Leave"
          danger
          onConfirm={go}
          onClose={close}
        />
      )}
    </Section>
  );
}
