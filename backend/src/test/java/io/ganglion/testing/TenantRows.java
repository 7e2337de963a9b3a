package io.ganglion.testing;

import io.ganglion.kernel.TenantId;
import java.sql.SQLException;

/** A tenant's rows as the superuser sees them. A statement's only parameter is the tenant. */
public record TenantRows(TenantId tenant) {
  public static TenantRows of(Customer customer) {
    return new TenantRows(TenantId.fromString(customer.tenant()));
  }

  public void execute(String sql) throws SQLException {
    try (var connection = Stack.asSuperuser();
        var statement = connection.prepareStatement(sql)) {
      statement.setObject(1, tenant.uuid());
      statement.execute();
    }
  }

  /** The first column of the only row. */
  public long number(String sql) throws SQLException {
    try (var connection = Stack.asSuperuser();
        var select = connection.prepareStatement(sql)) {
      select.setObject(1, tenant.uuid());
      try (var row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** How much it may hold at one instant, from now on. */
  public void capacity(int k) throws SQLException {
    execute(
        """
        INSERT INTO capacity (tenant_id, k, ceiling) VALUES (?, %1$d, %1$d)
        ON CONFLICT (tenant_id) DO UPDATE SET k = %1$d, ceiling = %1$d
        """
            .formatted(k));
  }
}
