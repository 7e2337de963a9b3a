import { Button, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { type Me, meQuery, signInPath } from "../../lib/session";
import { FrontPage } from "../../ui/FrontPage";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { InvitationCard } from "./InvitationCard";
import { SignInNotice } from "./SignInNotice";
import { VerifyNotice } from "./VerifyNotice";

/** Where an invitation's mail leads. */
export function JoinPage() {
  const { invitation } = useParams({ from: "/join/$invitation" });
  const me = useQuery(meQuery);
  const here = `/join/${invitation}`;
  return (
    <FrontPage title="You are invited">
      {me.data === null && <SignInFirst here={here} />}
      {me.data && <Invitation me={me.data} id={invitation} />}
      {me.data === undefined && <ProblemAlert error={me.error} onRetry={() => void me.refetch()} />}
    </FrontPage>
  );
}

function SignInFirst({ here }: { here: string }) {
  return (
    <>
      <Text>
        Sign in with the address that the mail went to, or create an account with it. Then you can accept or decline.
      </Text>
      <SignInNotice />
      <Group gap="sm">
        <Button component="a" href={signInPath("login", here)}>
          Sign in
        </Button>
        <Button component="a" href={signInPath("register", here)} variant="default">
          Create an account
        </Button>
      </Group>
    </>
  );
}

function Invitation({ me, id }: { me: Me; id: string }) {
  const [declined, setDeclined] = useState(false);
  const invitation = me.invitations.find((one) => one.id === id);
  if (invitation) return <InvitationCard invitation={invitation} onDeclined={() => setDeclined(true)} />;
  if (declined) {
    return (
      <Text>
        Declined. <Link to="/">Go to the start</Link>
      </Text>
    );
  }
  if (!me.person.email_verified) return <VerifyNotice person={me.person} />;
  return (
    <>
      <Text>
        This invitation is not open for <strong>{me.person.email}</strong>. It may have been answered or taken back, its
        time may be over, or it went to another address of yours. Ask whoever invited you to send it again.
      </Text>
      <Group gap="sm">
        <Button component={Link} to="/">
          Go to the start
        </Button>
        <Button component="a" href={signInPath("logout", "/")} variant="default">
          Sign out to use another address
        </Button>
      </Group>
    </>
  );
}
