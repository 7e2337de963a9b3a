package io.ganglion.operator;

import io.ganglion.agent.MayAct;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import io.ganglion.outbox.Outbox;
import io.ganglion.run.Runs;
import io.ganglion.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;

/** Suspends tenants because the operator says so, whatever they pay. */
@ApplicationScoped
public class Bars {
  private final TenantTx tx;
  private final Tenants tenants;

  Bars(TenantTx tx, Tenants tenants) {
    this.tx = tx;
    this.tenants = tenants;
  }

  /**
   * From the commit of this on it starts nothing, and dispatches nothing but undoing. Again: the
   * reason is another.
   *
   * @param reason for its members
   * @throws io.ganglion.kernel.NotFound if there is no such tenant
   */
  public void suspend(TenantId tenant, String reason) {
    tx.run(
        tenant,
        connection -> {
          if (tenants.bar(tenant, reason)) {
            Outbox.tell(
                connection, tenant, "tenant.suspended", Json.object().put("reason", reason));
          }
        });
  }

  /** It goes on, unless it does not pay either. */
  public void resume(TenantId tenant) {
    tx.run(
        tenant,
        connection -> {
          if (tenants.unbar(tenant)) {
            Runs.wakeAll(connection, tenant, MayAct.SUSPENDED);
            Outbox.tell(connection, tenant, "tenant.reinstated", Json.object());
          }
        });
  }
}
