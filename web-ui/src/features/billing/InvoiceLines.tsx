import { Text } from "@mantine/core";
import type { Invoice } from "../../lib/billing";
import { Charges } from "../../ui/Charges";

/** An invoice's lines, tax and sums. */
export function InvoiceLines({ invoice }: { invoice: Invoice }) {
  const { lines, currency, tax, net_minor, total_minor, drawn_minor, due_minor, kind } = invoice;
  if (lines.length === 0) {
    return (
      <Text c="dimmed" size="sm">
        No lines: nothing is to be paid.
      </Text>
    );
  }
  const taxed = tax.basis_points > 0;
  return (
    <Charges
      label="Lines"
      lines={lines}
      currency={currency}
      sums={[
        ...(taxed
          ? [
              { label: "Net", minor: net_minor },
              { label: `${tax.name} ${tax.basis_points / 100} %`, minor: tax.amount_minor },
            ]
          : []),
        { label: "Total", minor: total_minor, strong: true },
        ...(drawn_minor !== 0 ? [{ label: "From your balance", minor: drawn_minor }] : []),
        ...(kind === "invoice" && due_minor !== total_minor
          ? [{ label: "To pay", minor: due_minor, strong: true }]
          : []),
      ]}
    />
  );
}
