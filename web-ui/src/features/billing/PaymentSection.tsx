import { Button, Group, Text } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type Agreed, subscriptionQuery } from "../../lib/billing";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Section } from "../../ui/Section";
import { checkout, portal } from "./api";

const HOW: Record<Agreed["payment"], string> = {
  hand: "Nothing is paid online here. Pay by what the invoice says; the operator marks it as paid.",
  unset: "Enter how you pay at Stripe: from then on each invoice is paid by itself when it is due.",
  stripe: "Stripe takes what is due. Change card, bank account or address on its page.",
};

/** How invoices are paid. */
export function PaymentSection({ mayChange }: { mayChange: boolean }) {
  const how = useQuery(subscriptionQuery).data?.payment;
  const going = useMutation({
    mutationFn: how === "stripe" ? portal : checkout,
    onSuccess: ({ url }) => location.assign(url),
  });
  if (!how) return null;
  return (
    <Section title="Payment">
      <Text size="sm">{HOW[how]}</Text>
      <ProblemAlert error={going.error} />
      {mayChange && how !== "hand" && (
        <Group mt="md">
          <Button
            variant={how === "unset" ? "filled" : "default"}
            loading={going.isPending}
            onClick={() => going.mutate()}
          >
            {how === "unset" ? "Enter how you pay" : "Change how you pay"}
          </Button>
        </Group>
      )}
    </Section>
  );
}
