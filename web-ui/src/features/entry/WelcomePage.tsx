import { Button, Divider } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type Me, meQuery, signInPath } from "../../lib/session";
import { FrontPage } from "../../ui/FrontPage";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Account } from "../account/Account";
import { InvitationCard } from "./InvitationCard";
import { LandingPage } from "./LandingPage";
import { TenantChoice } from "./TenantChoice";
import { TenantForm } from "./TenantForm";
import { VerifyNotice } from "./VerifyNotice";

/** For whoever has signed in and is in no tenant yet, wants another, or has to say which. */
export function WelcomePage() {
  const me = useQuery(meQuery);
  if (me.data === null) return <LandingPage next="/welcome" />;
  if (!me.data) {
    return (
      <FrontPage title="Welcome">
        <ProblemAlert error={me.error} onRetry={() => void me.refetch()} />
      </FrontPage>
    );
  }
  return <Welcome me={me.data} />;
}

function Welcome({ me }: { me: Me }) {
  const first = me.tenants.length === 0;
  return (
    <FrontPage
      title={first ? `Welcome, ${me.person.name ?? "to Ganglion"}` : "Your tenants"}
      aside={
        <Button component="a" href={signInPath("logout", "/")} variant="subtle" size="xs">
          Sign out
        </Button>
      }
    >
      <VerifyNotice person={me.person} />
      {me.tenants.length > 0 && <TenantChoice me={me} />}
      {me.invitations.map((one) => (
        <InvitationCard key={one.id} invitation={one} />
      ))}
      {(me.tenants.length > 0 || me.invitations.length > 0) && <Divider label="or" />}
      <TenantForm first={first && me.invitations.length === 0} />
      {first && <Account me={me} />}
    </FrontPage>
  );
}
