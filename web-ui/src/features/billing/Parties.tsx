import type { Invoice, Party } from "../../lib/billing";
import classes from "./Parties.module.css";

/** Who bills whom. */
export function Parties({ invoice }: { invoice: Invoice }) {
  return (
    <div className={classes.parties}>
      <Address label="From" party={invoice.issuer} />
      <Address label="To" party={invoice.customer} />
    </div>
  );
}

function Address({ label, party }: { label: string; party: Party }) {
  return (
    <div>
      <div className={classes.label}>{label}</div>
      <div className={classes.name}>{party.name}</div>
      {party.address && <div className={classes.address}>{party.address}</div>}
      {party.tax_id && <div>{party.tax_id}</div>}
    </div>
  );
}
