package io.ganglion.billing;

import io.ganglion.agent.MayAct;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import io.ganglion.outbox.Outbox;
import io.ganglion.run.Runs;
import io.ganglion.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;

/** Stops a tenant that does not pay, and lets it go on. Called inside the tenant's transaction. */
@ApplicationScoped
class Suspension {
  private final Tenants tenants;
  private final Notices notices;

  Suspension(Tenants tenants, Notices notices) {
    this.tenants = tenants;
    this.notices = notices;
  }

  void suspend(Connection connection, TenantId tenant, Invoice because) throws SQLException {
    if (!tenants.suspend(tenant)) {
      return;
    }
    notices.ask(connection, tenant, Notice.SUSPENDED, because.id().toString());
    var facts = Json.object().put("invoice", because.id().toString());
    Outbox.tell(connection, tenant, "tenant.suspended", facts);
  }

  /** Once nothing is overdue any more. */
  void reinstate(Connection connection, TenantId tenant, Invoice settled) throws SQLException {
    boolean owes =
        InvoiceStore.waiting(connection, tenant).stream()
            .anyMatch(one -> one.state() == Invoice.State.OVERDUE);
    if (owes || !tenants.reinstate(tenant)) {
      return;
    }
    Runs.wakeAll(connection, tenant, MayAct.SUSPENDED);
    notices.ask(connection, tenant, Notice.RESUMED, settled.id().toString());
    Outbox.tell(connection, tenant, "tenant.reinstated", Json.object());
  }
}
