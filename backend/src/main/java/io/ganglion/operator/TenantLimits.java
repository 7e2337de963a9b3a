package io.ganglion.operator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.audit.Audit;
import io.ganglion.audit.Change;
import io.ganglion.billing.Subscriptions;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.Changed;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.TenantId;
import io.ganglion.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.OptionalLong;

/** What the operator allows a tenant beside its plan. */
@ApplicationScoped
public class TenantLimits {
  private static final String FIND =
      "SELECT requests_per_minute, version FROM tenant_limit WHERE tenant_id = ?";
  private static final String SET =
      """
      INSERT INTO tenant_limit (tenant_id, requests_per_minute) VALUES (?, ?)
      ON CONFLICT (tenant_id) DO UPDATE
      SET requests_per_minute = excluded.requests_per_minute, version = tenant_limit.version + 1
      """;

  private final TenantTx tx;
  private final Tenants tenants;
  private final Subscriptions subscriptions;
  private final Audit audit;

  TenantLimits(TenantTx tx, Tenants tenants, Subscriptions subscriptions, Audit audit) {
    this.tx = tx;
    this.tenants = tenants;
    this.subscriptions = subscriptions;
    this.audit = audit;
  }

  /**
   * @throws NotFound if there is no such tenant
   */
  public TenantLimit get(TenantId tenant) {
    return tx.call(
        tenant,
        connection -> {
          if (tenants.find(tenant).isEmpty()) {
            throw new NotFound("tenant");
          }
          return find(connection, tenant);
        });
  }

  /**
   * Sets both. K is in the hold ledger and admission goes by it when this returns; each process
   * learns of the requests within half a minute. A later change of plan brings that plan's K.
   *
   * @param k billable weight at one instant
   * @param expected the version the caller has seen; empty to set whatever is there
   * @throws Changed if it has another version by now
   */
  public TenantLimit set(TenantId tenant, int k, OptionalLong requests, OptionalLong expected) {
    return tx.call(
        tenant,
        connection -> {
          tenants.lockedName(tenant); // one operator at a time
          var before = find(connection, tenant);
          Changed.check(expected, before.version());
          if (!before.requestsPerMinute().equals(requests)) {
            set(connection, tenant, requests);
            audit.note(
                connection,
                tenant,
                Change.of(
                    "tenant.limited", tenant, facts(before.requestsPerMinute()), facts(requests)));
          }
          if (before.k() != k) {
            subscriptions.allow(tenant, k);
          }
          return find(connection, tenant);
        });
  }

  /** Both versions only grow, so that their sum is another one after each change. */
  private TenantLimit find(Connection connection, TenantId tenant) throws SQLException {
    var agreed = subscriptions.get(tenant);
    try (var select = connection.prepareStatement(FIND)) {
      select.setObject(1, tenant.uuid());
      try (var row = select.executeQuery()) {
        if (!row.next()) {
          return new TenantLimit(agreed.allowance().k(), OptionalLong.empty(), agreed.version());
        }
        long requests = row.getLong(1);
        var limit = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(requests);
        return new TenantLimit(agreed.allowance().k(), limit, agreed.version() + row.getLong(2));
      }
    }
  }

  private static void set(Connection connection, TenantId tenant, OptionalLong requests)
      throws SQLException {
    try (var set = connection.prepareStatement(SET)) {
      set.setObject(1, tenant.uuid());
      set.setObject(2, boxed(requests), Types.BIGINT);
      set.executeUpdate();
    }
  }

  private static ObjectNode facts(OptionalLong requests) {
    return Json.object().put("requests_per_minute", boxed(requests));
  }

  private static @org.jspecify.annotations.Nullable Long boxed(OptionalLong value) {
    return value.isPresent() ? (Long) value.getAsLong() : null;
  }
}
