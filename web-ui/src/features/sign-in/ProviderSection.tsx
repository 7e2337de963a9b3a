import { Button } from "@mantine/core";
import { useState } from "react";
import { Empty } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { isVerified, type SignInSettings } from "./api";
import { ProviderForm } from "./ProviderForm";
import { ProviderState } from "./ProviderState";

export function ProviderSection({ settings, mayChange }: { settings: SignInSettings; mayChange: boolean }) {
  const [bringing, setBringing] = useState(false);
  const ready = settings.domains.some(isVerified);
  const { provider } = settings;
  return (
    <Section
      title="Identity provider"
      actions={
        mayChange &&
        ready && (
          <Button variant={provider ? "default" : "filled"} onClick={() => setBringing(true)}>
            {provider ? "Replace it" : "Bring a provider"}
          </Button>
        )
      }
      flush={!provider}
    >
      {provider ? (
        <ProviderState provider={provider} settings={settings} mayChange={mayChange} />
      ) : (
        <Empty title="None yet">
          {ready
            ? "Your people sign in with an account of this platform."
            : "Verify a domain first: the provider speaks for its people alone."}
        </Empty>
      )}
      {bringing && <ProviderForm settings={settings} onClose={() => setBringing(false)} />}
    </Section>
  );
}
