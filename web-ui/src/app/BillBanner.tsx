import { Alert } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type InvoiceSummary, invoicesQuery } from "../lib/billing";
import { written } from "../lib/money";
import { can, type Member } from "../lib/session";
import { Time } from "../ui/Time";

/** Says so while an invoice is overdue, to those who may pay it, and while the tenant is suspended for one, to all. */
export function BillBanner({ me }: { me: Member }) {
  const mayPay = can(me, "billing:read");
  const invoices = useInfiniteQuery({ ...invoicesQuery, enabled: mayPay }).data;
  const overdue = invoices?.filter(({ state }) => state === "overdue").at(-1); // the oldest
  if (me.tenants.find((one) => one.tenant === me.tenant)?.suspended) {
    return (
      <Alert color="red" title="This tenant is suspended" role="status">
        An invoice is long overdue, or whoever runs the installation stopped it. No run starts, and those under way wait
        at their next act; everything is kept and can be read, and goes on where it was.{" "}
        {mayPay ? (
          <>
            The{" "}
            <Link to="/audit" search={{ action: "tenant.suspended" }}>
              audit log
            </Link>{" "}
            says why. <Pay overdue={overdue} />
          </>
        ) : (
          "Owners and admins see why."
        )}
      </Alert>
    );
  }
  if (!overdue) return null;
  return (
    <Alert color="orange" title="An invoice is overdue" role="status">
      {written(overdue.due)} was due on <Time at={overdue.due_at} day />. If it stays unpaid the tenant is suspended: no
      run starts then. <Pay overdue={overdue} />
    </Alert>
  );
}

function Pay({ overdue }: { overdue: InvoiceSummary | undefined }) {
  if (!overdue) return <Link to="/billing">See the bills</Link>;
  return (
    <Link to="/billing/invoices/$id" params={{ id: overdue.id }}>
      See invoice {overdue.number}
    </Link>
  );
}
