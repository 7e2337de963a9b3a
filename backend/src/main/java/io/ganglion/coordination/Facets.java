package io.ganglion.coordination;

import io.ganglion.db.TenantTx;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.SystemId;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/** What was last observed of systems, in one view. */
@ApplicationScoped
public class Facets {
  /** Two connections for one account are two rows of one system. */
  private static final String VIEW =
      """
      SELECT s.id, s.connector, s.environment, s.label, c.names, f.name, f.value::text, f.observed_at, f.effect_id
      FROM (SELECT system_id, array_agg(name ORDER BY name) AS names FROM connection
            WHERE tenant_id = ? AND name = ANY (?) GROUP BY system_id) AS c
      JOIN system s ON s.tenant_id = ? AND s.id = c.system_id
      LEFT JOIN facet f ON f.tenant_id = s.tenant_id AND f.system_id = s.id
      ORDER BY s.connector, s.id, f.name
      """;

  private final TenantTx tx;

  Facets(TenantTx tx) {
    this.tx = tx;
  }

  /**
   * One system as it was last seen.
   *
   * @param connections names by which it is reached
   * @param facets by name; none where nothing was observed yet
   */
  public record View(
      SystemId system,
      String connector,
      String environment,
      String label,
      List<String> connections,
      List<Facet> facets) {}

  /** The systems behind some connections, by connector; names that don't exist are left out. */
  public List<View> of(TenantId tenant, List<String> connections) {
    return tx.call(
        tenant,
        connection -> {
          try (var select = connection.prepareStatement(VIEW)) {
            select.setObject(1, tenant.uuid());
            select.setArray(2, connection.createArrayOf("text", connections.toArray()));
            select.setObject(3, tenant.uuid());
            try (var rows = select.executeQuery()) {
              return read(rows);
            }
          }
        });
  }

  private static List<View> read(ResultSet rows) throws SQLException {
    var views = new LinkedHashMap<SystemId, View>();
    while (rows.next()) {
      var id = new SystemId(rows.getObject("id", UUID.class));
      var view = views.get(id);
      if (view == null) {
        view = system(id, rows);
        views.put(id, view);
      }
      var name = rows.getString("name");
      if (name != null) {
        view.facets().add(facet(name, rows));
      }
    }
    return List.copyOf(views.values());
  }

  private static View system(SystemId id, ResultSet row) throws SQLException {
    return new View(
        id,
        row.getString("connector"),
        row.getString("environment"),
        row.getString("label"),
        List.of((String[]) row.getArray("names").getArray()),
        new ArrayList<>());
  }

  private static Facet facet(String name, ResultSet row) throws SQLException {
    return new Facet(
        name,
        Json.read(row.getString("value")),
        row.getObject("observed_at", OffsetDateTime.class).toInstant(),
        new EffectId(row.getObject("effect_id", UUID.class)));
  }
}
