import { can, useMember } from "../../lib/session";
import { Page } from "../../ui/Page";
import { Delete } from "./Delete";
import { Leave } from "./Leave";
import { Rename } from "./Rename";

export function SettingsPage() {
  const me = useMember();
  return (
    <Page title="Settings" intro="What is true of the whole tenant.">
      <Rename mayChange={can(me, "tenant:write")} />
      <Leave me={me} />
      {can(me, "tenant:delete") && <Delete />}
    </Page>
  );
}
