package io.ganglion.billing;

import io.ganglion.audit.Audit;
import io.ganglion.audit.Change;
import io.ganglion.background.Errands;
import io.ganglion.kernel.InvoiceId;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import io.ganglion.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/** Issues documents: a number, the row, who is told. */
@ApplicationScoped
class Issuing {
  private final Audit audit;
  private final Errands errands;
  private final Notices notices;
  private final BillingConfig config;

  Issuing(Audit audit, Errands errands, Notices notices, BillingConfig config) {
    this.audit = audit;
    this.errands = errands;
    this.notices = notices;
    this.config = config;
  }

  /**
   * The invoice of a month. It draws what earlier ones left over; what it leaves over itself, the
   * next one draws.
   *
   * @param subscription its row is locked
   */
  Invoice invoice(
      Connection connection,
      TenantId tenant,
      Subscription subscription,
      YearMonth month,
      Document document,
      Instant now)
      throws SQLException {
    long total = document.totalMinor();
    long due = Math.max(0, total + subscription.balanceMinor());
    long left = Math.min(0, total + subscription.balanceMinor());
    long drawn = Math.min(0, subscription.balanceMinor() - left);
    if (left != subscription.balanceMinor()) {
      SubscriptionStore.balance(connection, tenant, left);
    }
    var payUntil = now.plus(config.payWithin());
    var made =
        made(
            connection,
            InvoiceId.next(),
            Invoice.Kind.INVOICE,
            month,
            Optional.empty(),
            document,
            new Amounts(drawn, due),
            now,
            payUntil);
    keep(connection, tenant, made);
    if (made.state().waits()) {
      errands.ask(Dunning.NAME, Dunning.subject(tenant, made.id(), Dunning.Step.OVERDUE), payUntil);
    }
    notices.ask(connection, tenant, Notice.ISSUED, made.id().toString());
    return made;
  }

  /** A credit note; it is settled by the invoice of the month in which it is made. */
  Invoice creditNote(
      Connection connection,
      TenantId tenant,
      InvoiceId id,
      Invoice about,
      Document document,
      Instant now)
      throws SQLException {
    var made =
        made(
            connection,
            id,
            Invoice.Kind.CREDIT_NOTE,
            about.month(),
            Optional.of(about.id()),
            document,
            new Amounts(0, 0),
            now,
            now);
    keep(connection, tenant, made);
    notices.ask(connection, tenant, Notice.ISSUED, made.id().toString());
    return made;
  }

  private record Amounts(long drawn, long due) {}

  private Invoice made(
      Connection connection,
      InvoiceId id,
      Invoice.Kind kind,
      YearMonth month,
      Optional<InvoiceId> about,
      Document document,
      Amounts amounts,
      Instant now,
      Instant payUntil)
      throws SQLException {
    long number = InvoiceStore.nextNumber(connection, config.issuer().series());
    boolean waits = amounts.due > 0;
    return new Invoice(
        id,
        kind,
        number,
        "%s%06d".formatted(config.issuer().prefix(), number),
        month,
        about,
        waits ? Invoice.State.OPEN : Invoice.State.PAID,
        document,
        amounts.drawn,
        amounts.due,
        now,
        payUntil,
        waits ? Optional.empty() : Optional.of(new Invoice.Settlement(now, "nothing", "")),
        1);
  }

  private void keep(Connection connection, TenantId tenant, Invoice made) throws SQLException {
    InvoiceStore.insert(connection, tenant, config.issuer().series(), made);
    var type = made.kind().text();
    var facts =
        Json.object()
            .put("number", made.label())
            .put("month", made.month().toString())
            .put("total_minor", made.totalMinor())
            .put("due_minor", made.dueMinor())
            .put("currency", made.document().currency());
    Outbox.tell(
        connection, tenant, type + ".issued", facts.deepCopy().put("id", made.id().toString()));
    audit.note(connection, tenant, Change.made(type + ".issued", made.id(), facts));
  }
}
