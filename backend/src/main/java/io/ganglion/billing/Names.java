package io.ganglion.billing;

import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.SystemId;
import io.ganglion.kernel.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** What agents and systems are called, for people who read an invoice. */
final class Names {
  private static final String AGENTS =
      "SELECT id, name FROM agent WHERE tenant_id = ? AND id = ANY (?)";
  private static final String SYSTEMS =
      "SELECT id, label FROM system WHERE tenant_id = ? AND id = ANY (?)";

  private Names() {}

  /** By identifier; who is gone is missing. */
  static Map<String, String> of(
      Connection connection, TenantId tenant, Collection<String> agents, Collection<String> systems)
      throws SQLException {
    var names = new HashMap<String, String>();
    read(
        connection,
        AGENTS,
        tenant,
        agents.stream().map(text -> AgentId.fromString(text).uuid()).toArray(UUID[]::new),
        id -> new AgentId(id).toString(),
        names);
    read(
        connection,
        SYSTEMS,
        tenant,
        systems.stream().map(text -> SystemId.fromString(text).uuid()).toArray(UUID[]::new),
        id -> new SystemId(id).toString(),
        names);
    return names;
  }

  private static void read(
      Connection connection,
      String sql,
      TenantId tenant,
      UUID[] ids,
      Function<UUID, String> written,
      Map<String, String> names)
      throws SQLException {
    try (var select = connection.prepareStatement(sql)) {
      select.setObject(1, tenant.uuid());
      select.setArray(2, connection.createArrayOf("uuid", ids));
      try (var row = select.executeQuery()) {
        while (row.next()) {
          names.put(written.apply(row.getObject(1, UUID.class)), row.getString(2));
        }
      }
    }
  }
}
