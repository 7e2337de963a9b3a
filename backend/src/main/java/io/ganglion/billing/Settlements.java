package io.ganglion.billing;

import io.ganglion.audit.Audit;
import io.ganglion.audit.Change;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.InvoiceId;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.TenantId;
import io.ganglion.ledger.Row;
import io.ganglion.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** How invoices are settled and corrected. */
@ApplicationScoped
public class Settlements {
  private final TenantTx tx;
  private final Books books;
  private final Drafts drafts;
  private final Issuing issuing;
  private final Suspension suspension;
  private final Audit audit;
  private final BillingClock clock;

  Settlements(
      TenantTx tx,
      Books books,
      Drafts drafts,
      Issuing issuing,
      Suspension suspension,
      Audit audit,
      BillingClock clock) {
    this.tx = tx;
    this.books = books;
    this.drafts = drafts;
    this.issuing = issuing;
    this.suspension = suspension;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Marks an invoice as paid; a tenant that was suspended for it goes on. Doing it again changes
   * nothing.
   *
   * @param by {@code hand} or {@code stripe}
   * @param reference of the payment
   * @throws BillingProblem if it is void
   */
  public Invoice paid(TenantId tenant, InvoiceId id, String by, String reference) {
    return tx.call(
        tenant,
        connection -> {
          var invoice = locked(connection, tenant, id);
          if (invoice.state() == Invoice.State.PAID) {
            return invoice;
          }
          return settle(connection, tenant, invoice, Invoice.State.PAID, by, reference);
        });
  }

  /**
   * Gives up an invoice's money. Its number stays, and what it drew of the balance is there again.
   *
   * @throws BillingProblem if it is settled
   */
  public Invoice voided(TenantId tenant, InvoiceId id, String reason) {
    return tx.call(
        tenant,
        connection -> {
          var subscription = SubscriptionStore.locked(connection, tenant);
          var invoice = locked(connection, tenant, id);
          if (invoice.drawnMinor() < 0 && subscription.isPresent() && invoice.state().waits()) {
            long balance = subscription.get().balanceMinor() + invoice.drawnMinor();
            SubscriptionStore.balance(connection, tenant, balance);
          }
          return settle(connection, tenant, invoice, Invoice.State.VOID, "hand", reason);
        });
  }

  /**
   * Corrects an invoice: a credit note, and a credit in the ledger that the invoice of this month
   * has as a line.
   *
   * @param made identifies the credit note; asked for again, it is the same one
   * @param netMinor above zero, before tax
   * @throws BillingProblem if all credit notes together would come to more than the invoice
   */
  public Invoice credit(
      TenantId tenant, InvoiceId id, InvoiceId made, long netMinor, String reason) {
    return tx.call(
        tenant,
        connection -> {
          var subscription =
              SubscriptionStore.locked(connection, tenant)
                  .orElseThrow(() -> new NotFound("invoice"));
          var about = locked(connection, tenant, id);
          var known = InvoiceStore.find(connection, tenant, made);
          if (known.isPresent()) {
            return known.get();
          }
          var document = drafts.correction(tenant, subscription, about, -netMinor, reason);
          long all = InvoiceStore.credited(connection, tenant, id) + document.totalMinor();
          if (about.kind() == Invoice.Kind.CREDIT_NOTE || all + about.totalMinor() < 0) {
            throw BillingProblem.tooMuch();
          }
          var now = clock.now();
          books.append(
              connection,
              tenant,
              new Row.Credit(now, about.month(), -netMinor, document.currency(), reason));
          return issuing.creditNote(connection, tenant, made, about, document, now);
        });
  }

  private static Invoice locked(Connection connection, TenantId tenant, InvoiceId id)
      throws SQLException {
    return InvoiceStore.locked(connection, tenant, id).orElseThrow(() -> new NotFound("invoice"));
  }

  private Invoice settle(
      Connection connection,
      TenantId tenant,
      Invoice invoice,
      Invoice.State state,
      String by,
      String reference)
      throws SQLException {
    if (!invoice.state().waits()) {
      throw BillingProblem.settled(invoice.state().text());
    }
    var how = new Invoice.Settlement(clock.now(), by, reference);
    InvoiceStore.settle(connection, tenant, invoice.id(), state, Optional.of(how));
    suspension.reinstate(connection, tenant, invoice);
    var action = "invoice." + state.text();
    var facts = Json.object().put("number", invoice.label()).put("by", by);
    Outbox.tell(connection, tenant, action, facts.deepCopy().put("id", invoice.id().toString()));
    audit.note(
        connection,
        tenant,
        Change.of(
            action,
            invoice.id(),
            Json.object().put("state", invoice.state().text()),
            facts.put("state", state.text()).put("reference", reference)));
    return locked(connection, tenant, invoice.id());
  }
}
