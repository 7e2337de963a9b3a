package io.ganglion.billing;

import io.ganglion.audit.Audit;
import io.ganglion.audit.Change;
import io.ganglion.background.Errand;
import io.ganglion.background.Errands;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.InvoiceId;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import io.ganglion.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What becomes of an invoice that nobody pays: a warning, and some time later suspension. */
@ApplicationScoped
class Dunning implements Errand {
  static final String NAME = "invoice-dunning";

  private final TenantTx tx;
  private final Suspension suspension;
  private final Notices notices;
  private final Audit audit;
  private final Errands errands;
  private final BillingConfig config;

  Dunning(
      TenantTx tx,
      Suspension suspension,
      Notices notices,
      Audit audit,
      Errands errands,
      BillingConfig config) {
    this.tx = tx;
    this.suspension = suspension;
    this.notices = notices;
    this.audit = audit;
    this.errands = errands;
    this.config = config;
  }

  /** What is done when its time has come. */
  enum Step {
    OVERDUE,
    SUSPEND
  }

  static String subject(TenantId tenant, InvoiceId invoice, Step step) {
    return "%s/%s/%s".formatted(tenant, invoice, step.name().toLowerCase(Locale.ROOT));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run(String subject) {
    var parts = subject.split("/", 3);
    var tenant = TenantId.fromString(parts[0]);
    var id = InvoiceId.fromString(parts[1]);
    var step = Step.valueOf(parts[2].toUpperCase(Locale.ROOT));
    tx.run(
        tenant,
        connection -> {
          var invoice = InvoiceStore.locked(connection, tenant, id);
          if (invoice.filter(one -> one.state().waits()).isEmpty()) {
            return; // settled meanwhile, or erased
          }
          switch (step) {
            case OVERDUE -> warn(connection, tenant, invoice.get());
            case SUSPEND -> suspension.suspend(connection, tenant, invoice.get());
          }
        });
  }

  private void warn(Connection connection, TenantId tenant, Invoice invoice) throws SQLException {
    if (invoice.state() == Invoice.State.OVERDUE) {
      return; // it was done before, and the process died
    }
    InvoiceStore.settle(connection, tenant, invoice.id(), Invoice.State.OVERDUE, Optional.empty());
    Instant then = invoice.dueAt().plus(config.suspendAfter());
    errands.ask(NAME, subject(tenant, invoice.id(), Step.SUSPEND), then);
    notices.ask(connection, tenant, Notice.OVERDUE, invoice.id().toString());
    var facts = Json.object().put("id", invoice.id().toString()).put("number", invoice.label());
    Outbox.tell(connection, tenant, "invoice.overdue", facts);
    audit.note(
        connection,
        tenant,
        Change.of(
            "invoice.overdue",
            invoice.id(),
            Json.object().put("state", invoice.state().text()),
            Json.object().put("state", Invoice.State.OVERDUE.text())));
  }
}
