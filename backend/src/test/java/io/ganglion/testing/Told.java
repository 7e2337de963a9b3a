package io.ganglion.testing;

import io.ganglion.kernel.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events of the outbox, told as the application tells them. */
public final class Told {
  private Told() {}

  /** Something that happened outside of runs. */
  public static void happened(String tenant, String type, String data) {
    happened(tenant, null, type, data);
  }

  /** Something that happened in a run; the run itself need not be there. */
  public static void happened(String tenant, @Nullable UUID run, String type, String data) {
    try (var connection = Stack.asTenant("ganglion_app", TenantId.fromString(tenant))) {
      insert(connection, tenant, run, type, data);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** In the transaction of that connection. */
  public static void insert(
      Connection connection, String tenant, @Nullable UUID run, String type, String data)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "INSERT INTO outbox (tenant_id, run_id, type, data) VALUES (?, ?, ?, ?::json)")) {
      insert.setObject(1, TenantId.fromString(tenant).uuid());
      insert.setObject(2, run);
      insert.setString(3, type);
      insert.setString(4, data);
      insert.executeUpdate();
    }
  }
}
