import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { can, useMember } from "../../lib/session";
import { Page } from "../../ui/Page";
import { InvitationList } from "./InvitationList";
import { InviteForm } from "./InviteForm";
import { MemberList } from "./MemberList";
import { RoleMeanings } from "./RoleMeanings";

export function TeamPage() {
  const me = useMember();
  const [inviting, { open, close }] = useDisclosure();
  return (
    <Page
      title="Team"
      intro="Who belongs to the tenant, and what they may do."
      actions={can(me, "members:write") && <Button onClick={open}>Invite a person</Button>}
    >
      <MemberList me={me} />
      <InvitationList me={me} />
      <RoleMeanings />
      {inviting && <InviteForm me={me} onClose={close} />}
    </Page>
  );
}
