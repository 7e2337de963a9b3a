package io.ganglion.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import java.sql.Connection;
import java.sql.SQLException;

/** Tells what happens outside of runs, in the transaction of what it tells. */
public final class Outbox {
  private static final String INSERT =
      "INSERT INTO outbox (tenant_id, type, data) VALUES (?, ?, ?::json)";

  private Outbox() {}

  /**
   * @param connection of the tenant's transaction
   * @param type e.g. {@code invoice.issued}
   * @param data no credentials
   */
  public static void tell(Connection connection, TenantId tenant, String type, JsonNode data)
      throws SQLException {
    try (var insert = connection.prepareStatement(INSERT)) {
      insert.setObject(1, tenant.uuid());
      insert.setString(2, type);
      insert.setString(3, Json.write(data));
      insert.executeUpdate();
    }
  }
}
