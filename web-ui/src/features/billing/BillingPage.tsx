import { can, useMember } from "../../lib/session";
import { Page } from "../../ui/Page";
import { Section } from "../../ui/Section";
import { BurstSection } from "./BurstSection";
import { CustomerSection } from "./CustomerSection";
import { InvoicesSection } from "./InvoicesSection";
import { PaymentSection } from "./PaymentSection";
import { PlanSection } from "./PlanSection";
import { UpcomingSection } from "./UpcomingSection";

export function BillingPage() {
  const me = useMember();
  const mayChange = can(me, "billing:write");
  return (
    <Page title="Billing" intro="What is agreed, what this month comes to, and what is to be paid.">
      {!can(me, "billing:read") && <Section title="Not with your role">Owners and admins see the bills.</Section>}
      {can(me, "billing:read") && (
        <>
          <PlanSection mayChange={mayChange} />
          <BurstSection mayChange={mayChange} />
          <UpcomingSection />
          <InvoicesSection />
          <PaymentSection mayChange={mayChange} />
          <CustomerSection mayChange={mayChange} />
        </>
      )}
    </Page>
  );
}
