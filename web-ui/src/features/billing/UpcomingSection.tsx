import { Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { upcomingQuery } from "../../lib/billing";
import { written } from "../../lib/money";
import { monthName } from "../../lib/months";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { RowsLoading } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { HeldTable } from "./HeldTable";
import { InvoiceLines } from "./InvoiceLines";

/** What this month comes to so far, down to who held what. */
export function UpcomingSection() {
  const upcoming = useQuery(upcomingQuery);
  const invoice = upcoming.data;
  return (
    <Section
      title="Upcoming invoice"
      intro="What this month comes to if all stays as it is: fees to its end, burst to this moment."
    >
      <ProblemAlert error={upcoming.error} onRetry={() => void upcoming.refetch()} />
      {upcoming.isPending && <RowsLoading />}
      {invoice && (
        <Stack gap="lg">
          <Text>
            {monthName(invoice.month)}:{" "}
            <strong>{written({ amount_minor: invoice.due_minor, currency: invoice.currency })}</strong> to pay
          </Text>
          <InvoiceLines invoice={invoice} />
          <HeldTable usage={invoice.usage} />
        </Stack>
      )}
    </Section>
  );
}
