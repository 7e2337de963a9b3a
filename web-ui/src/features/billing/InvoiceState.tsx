import { Badge } from "@mantine/core";
import type { Invoice } from "../../lib/billing";

const COLORS: Record<string, string> = { open: "yellow", overdue: "red", paid: "green", void: "gray", draft: "gray" };

export function InvoiceState({ state }: { state: Invoice["state"] }) {
  return (
    <Badge color={COLORS[state] ?? "gray"} variant="light" radius="sm">
      {state}
    </Badge>
  );
}
