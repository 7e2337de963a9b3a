import { Badge, Button, Code, Group, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { meQuery } from "../../lib/session";
import { Confirm } from "../../ui/Confirm";
import { CopyField } from "../../ui/CopyField";
import { Time } from "../../ui/Time";
import { enforce, type Provider, removeProvider, type SignInSettings, settingsQuery } from "./api";

type Props = { provider: Provider; settings: SignInSettings; mayChange: boolean };

/** How far a provider is: brought, tried, enforced. */
export function ProviderState({ provider, settings, mayChange }: Props) {
  const client = useQueryClient();
  const [asked, setAsked] = useState<"enforce" | "relax" | "remove">();
  const again = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: settingsQuery.queryKey }),
      client.invalidateQueries({ queryKey: meQuery.queryKey }), // it may be one's own way that is closed
    ]);
  const close = () => setAsked(undefined);
  const people = settings.domains
    .filter((one) => one.verified_at)
    .map((one) => one.domain)
    .join(", ");
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <Code>{provider.issuer}</Code>
        <Badge variant="default" radius="sm">
          {provider.kind === "saml" ? "SAML" : "OpenID Connect"}
        </Badge>
        <Badge color={provider.enforced ? "green" : "yellow"} variant="light" radius="sm">
          {provider.enforced ? "the only way in" : provider.used_at ? "tried" : "not tried yet"}
        </Badge>
      </Group>
      <Text size="sm" c="dimmed">
        {provider.client_id && (
          <>
            As client <Code>{provider.client_id}</Code>.{" "}
          </>
        )}
        {provider.used_at ? (
          <>
            First used <Time at={provider.used_at} />.
          </>
        ) : (
          "Sign in by it once, in a private window, at the address below; only then can it become the only way in."
        )}
      </Text>
      <CopyField label="Address that signs in by the provider" text={settings.sign_in_url} />
      {mayChange && (
        <Group gap="sm">
          {provider.enforced ? (
            <Button variant="default" onClick={() => setAsked("relax")}>
              Allow other ways
            </Button>
          ) : (
            <Button disabled={!provider.used_at} onClick={() => setAsked("enforce")}>
              Make it the only way in
            </Button>
          )}
          <Button variant="default" onClick={() => setAsked("remove")}>
            Remove the provider
          </Button>
        </Group>
      )}
      {asked === "enforce" && (
        <Confirm
          title="Make it the only way in?"
          what={`People of ${people} come in by this provider alone from their next request on, you included. API keys and service accounts go on.`}
          act="Make it the only way"
          onConfirm={() => enforce(true).then(again)}
          onClose={close}
        />
      )}
      {asked === "relax" && (
        <Confirm
          title="Allow other ways?"
          what={`People of ${people} may then sign in with an account of this platform as well.`}
          act="Allow them"
          onConfirm={() => enforce(false).then(again)}
          onClose={close}
        />
      )}
      {asked === "remove" && (
        <Confirm
          title="Remove the provider?"
          what="Nobody comes in by it any more. Its people set a password by “Forgot password” when they sign in next."
          act="Remove"
          danger
          onConfirm={() => removeProvider().then(again)}
          onClose={close}
        />
      )}
    </Stack>
  );
}
