import { can, useMember } from "../../lib/session";
import { Page } from "../../ui/Page";
import { Account } from "../account/Account";
import { ApprovalLinks } from "./ApprovalLinks";
import { Delete } from "./Delete";
import { Leave } from "./Leave";
import { Notifications } from "./Notifications";
import { Rename } from "./Rename";

export function SettingsPage() {
  const me = useMember();
  return (
    <Page title="Settings" intro="The tenant, and what you are told of it.">
      <Rename mayChange={can(me, "tenant:write")} />
      <Notifications />
      {can(me, "tenant:write") && <ApprovalLinks />}
      <Leave me={me} />
      {can(me, "tenant:delete") && <Delete />}
      <Account me={me} />
    </Page>
  );
}
