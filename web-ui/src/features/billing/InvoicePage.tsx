import { Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { Invoice } from "../../lib/billing";
import { written } from "../../lib/money";
import { monthName } from "../../lib/months";
import { can, useMember } from "../../lib/session";
import { Figure, Figures } from "../../ui/Figures";
import { Page } from "../../ui/Page";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { RowsLoading } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { Time } from "../../ui/Time";
import { invoiceQuery } from "./api";
import { Downloads } from "./Downloads";
import { HeldTable } from "./HeldTable";
import { InvoiceLines } from "./InvoiceLines";
import { InvoiceState } from "./InvoiceState";
import { Parties } from "./Parties";

/** An invoice or credit note as it was issued. */
export function InvoicePage() {
  const { id } = useParams({ from: "/tenant/billing/invoices/$id" });
  const maySee = can(useMember(), "billing:read");
  const invoice = useQuery({ ...invoiceQuery(id), enabled: maySee });
  const issued = invoice.data;
  const kind = issued?.kind === "credit_note" ? "Credit note" : "Invoice";
  return (
    <Page
      title={issued?.number ? `${kind} ${issued.number}` : "Invoice"}
      intro={
        <>
          <Link to="/billing">Billing</Link>
          {issued && ` · for ${monthName(issued.month)}`}
        </>
      }
      actions={issued && <Downloads id={id} name={issued.number ?? id} />}
    >
      {!maySee && <Section title="Not with your role">Owners and admins see the bills.</Section>}
      <ProblemAlert error={invoice.error} onRetry={() => void invoice.refetch()} />
      {maySee && invoice.isPending && <RowsLoading rows={5} />}
      {issued && (
        <>
          <Standing invoice={issued} />
          <Section title="Lines">
            <Stack gap="lg">
              <InvoiceLines invoice={issued} />
              <Parties invoice={issued} />
            </Stack>
          </Section>
          {issued.kind === "invoice" && (
            <Section title="Usage" intro="What was held, the most first; the hold ledger has each second of it.">
              <HeldTable usage={issued.usage} />
            </Section>
          )}
        </>
      )}
    </Page>
  );
}

function Standing({ invoice }: { invoice: Invoice }) {
  const { currency, due_minor, state, due_at, issued_at, settled_at, settled_by, about, kind, payment } = invoice;
  const open = state === "open" || state === "overdue";
  return (
    <Section title="State">
      <Figures>
        <Figure
          label="State"
          what={<InvoiceState state={state} />}
          under={
            settled_at && (
              <>
                on <Time at={settled_at} day />
                {settled_by && ` by ${settled_by}`}
                {invoice.reference && `: ${invoice.reference}`}
              </>
            )
          }
        />
        {kind === "invoice" ? (
          <Figure
            label="To pay"
            what={written({ amount_minor: due_minor, currency })}
            under={
              open &&
              due_at && (
                <>
                  until <Time at={due_at} day />
                  {payment && ` · ${payment}`}
                </>
              )
            }
          />
        ) : (
          <Figure
            label="Credit"
            what={written({ amount_minor: -invoice.total_minor, currency })}
            under={
              <>
                {invoice.reason}
                {about && (
                  <>
                    {" · "}
                    <Link to="/billing/invoices/$id" params={{ id: about }}>
                      the invoice
                    </Link>
                  </>
                )}
              </>
            }
          />
        )}
        {issued_at && <Figure label="Issued" what={<Time at={issued_at} day />} />}
      </Figures>
    </Section>
  );
}
