import { Button, Group, Text } from "@mantine/core";
import { signInPath } from "../../lib/session";
import { FrontPage } from "../../ui/FrontPage";
import { SignInNotice } from "./SignInNotice";

/** What this is, and the way in. `next`: where to go after signing in. */
export function LandingPage({ next }: { next: string }) {
  const wanted = next !== "/";
  return (
    <FrontPage
      title={wanted ? "Sign in to go on" : "Many systems, one coherent act"}
      intro={
        wanted
          ? "The page you asked for belongs to a tenant. You come back to it after signing in."
          : "Ganglion runs agents' work on many independent systems at once – social networks, exchanges, chains, models – and ends with every effect confirmed or undone, or says exactly which one is in doubt."
      }
    >
      <SignInNotice />
      <Group gap="sm">
        <Button component="a" href={signInPath("login", next)} size="md">
          Sign in
        </Button>
        <Button component="a" href={signInPath("register", next)} size="md" variant="default">
          Create an account
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        Programs use API keys and need no account: see the <a href="/api/openapi.json">API's description</a>.
      </Text>
    </FrontPage>
  );
}
