import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type InvoiceSummary, invoicesQuery } from "../../lib/billing";
import { written } from "../../lib/money";
import { monthName } from "../../lib/months";
import { MoreButton } from "../../ui/MoreButton";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Empty, Row, Rows, RowsLoading } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { Time } from "../../ui/Time";
import { InvoiceState } from "./InvoiceState";

export function InvoicesSection() {
  const invoices = useInfiniteQuery(invoicesQuery);
  return (
    <Section title="Invoices" flush>
      <ProblemAlert error={invoices.error} onRetry={() => void invoices.refetch()} />
      {invoices.isPending && <RowsLoading />}
      {invoices.data?.length === 0 && (
        <Empty title="No invoices yet">
          Two hours after a month with something to pay, its invoice is here, and owners and admins get it by mail.
        </Empty>
      )}
      {invoices.data && invoices.data.length > 0 && (
        <Rows label="Invoices">
          {invoices.data.map((one) => (
            <InvoiceRow key={one.id} one={one} />
          ))}
        </Rows>
      )}
      <MoreButton list={invoices} />
    </Section>
  );
}

function InvoiceRow({ one }: { one: InvoiceSummary }) {
  const open = one.state === "open" || one.state === "overdue";
  return (
    <Row
      title={
        <>
          <Link to="/billing/invoices/$id" params={{ id: one.id }}>
            {one.number}
          </Link>
          <InvoiceState state={one.state} />
        </>
      }
      under={`${one.kind === "credit_note" ? "Credit note for" : "For"} ${monthName(one.month)}`}
      side={
        <>
          <strong>{written(open ? one.due : one.total)}</strong>
          {open ? (
            <span>
              due <Time at={one.due_at} day />
            </span>
          ) : (
            <Time at={one.issued_at} day />
          )}
        </>
      }
    />
  );
}
