import { can, useMember } from "../../lib/session";
import { Page } from "../../ui/Page";
import { Section } from "../../ui/Section";
import { LedgerSection } from "./LedgerSection";
import { Now } from "./Now";
import { UsageSection } from "./UsageSection";
import { WaitingSection } from "./WaitingSection";
import { WhatIfSection } from "./WhatIfSection";

export function CapacityPage() {
  const me = useMember();
  const maySee = can(me, "usage:read");
  return (
    <Page
      title="Capacity & usage"
      intro="How many systems you may hold at once, how many you do, and what that came to."
    >
      {!maySee && <Section title="Not with your role">Every member sees this; ask an owner for your role.</Section>}
      {maySee && (
        <>
          <Now me={me} />
          {can(me, "runs:read") && <WaitingSection />}
          <UsageSection />
          {can(me, "billing:read") && <WhatIfSection />}
          <LedgerSection />
        </>
      )}
    </Page>
  );
}
