import { Button, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { Me } from "../../lib/session";
import { Section } from "../../ui/Section";
import { EraseForm } from "./EraseForm";

/** What a person may do with their own account. */
export function Account({ me }: { me: Me }) {
  const [asked, { open, close }] = useDisclosure();
  return (
    <Section title="Your account">
      <Text size="sm" c="dimmed" mb="sm">
        {me.person.email ?? me.person.id}. Who deletes their account leaves every tenant; a tenant that would be without
        an owner needs another one first.
      </Text>
      <Button variant="default" onClick={open}>
        Delete my account
      </Button>
      {asked && <EraseForm person={me.person} onClose={close} />}
    </Section>
  );
}
