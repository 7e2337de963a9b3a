import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { can, useMember } from "../../lib/session";
import { Page } from "../../ui/Page";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Empty } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { settingsQuery } from "./api";
import { Domains } from "./Domains";
import { ProviderSection } from "./ProviderSection";

export function SignInPage() {
  const me = useMember();
  const settings = useQuery(settingsQuery);
  const mayChange = can(me, "sign-in:write");
  return (
    <Page
      title="Sign-in"
      intro="Let the people of your organization sign in by its own identity provider: OpenID Connect or SAML."
    >
      <ProblemAlert error={settings.error} onRetry={() => void settings.refetch()} />
      {settings.isPending && <Skeleton height={200} radius="md" />}
      {settings.data?.redirect_uri === null && (
        <Section title="Not on this installation" flush>
          <Empty title="Everybody signs in the same way here">
            The platform's own identity provider is none that takes others. Ask whoever runs it.
          </Empty>
        </Section>
      )}
      {settings.data && settings.data.redirect_uri !== null && (
        <>
          <Domains domains={settings.data.domains} mayChange={mayChange} />
          <ProviderSection settings={settings.data} mayChange={mayChange} />
        </>
      )}
    </Page>
  );
}
