package io.ganglion.trial;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.ContestId;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import io.ganglion.kernel.WorkflowId;
import io.ganglion.trial.Contest.Entrant;
import io.ganglion.trial.Contest.Entry;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of contests; inside the tenant's transaction. */
final class ContestStore {
  private static final String INSERT =
      """
      INSERT INTO lab_contest (tenant_id, id, kind, scenario, version, seed, seeds, entrants, alive, base, margin, connections)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?::json, ?::json, ?, ?, ?::json) ON CONFLICT DO NOTHING
      """;
  private static final String SELECT = "SELECT * FROM lab_contest WHERE tenant_id = ?";

  private ContestStore() {}

  /** Whether it was not there before. */
  static boolean insert(Connection connection, Entry entry) throws SQLException {
    try (var insert = connection.prepareStatement(INSERT)) {
      insert.setObject(1, entry.tenant().uuid());
      insert.setObject(2, entry.id().uuid());
      insert.setString(3, entry.kind().word());
      insert.setString(4, entry.scenario());
      insert.setInt(5, entry.version());
      insert.setLong(6, entry.seed());
      insert.setInt(7, entry.seeds());
      insert.setString(8, Json.write(entrants(entry.entrants())));
      insert.setString(9, names(entry.entrants().stream().map(Entrant::name).toList()));
      insert.setString(10, entry.base().orElse(null));
      insert.setBigDecimal(11, entry.margin().orElse(null));
      insert.setString(12, Json.write(Json.mapper().valueToTree(entry.connections())));
      return insert.executeUpdate() > 0;
    }
  }

  static Optional<Contest> find(Connection connection, TenantId tenant, ContestId id, boolean lock)
      throws SQLException {
    var sql = SELECT + " AND id = ?" + (lock ? " FOR UPDATE" : "");
    try (var select = connection.prepareStatement(sql)) {
      select.setObject(1, tenant.uuid());
      select.setObject(2, id.uuid());
      return read(select).stream().findFirst();
    }
  }

  /** Newest first. */
  static List<Contest> list(
      Connection connection, TenantId tenant, int limit, @Nullable UUID before)
      throws SQLException {
    var sql = SELECT + " AND (?::uuid IS NULL OR id < ?) ORDER BY id DESC LIMIT ?";
    try (var select = connection.prepareStatement(sql)) {
      select.setObject(1, tenant.uuid());
      select.setObject(2, before);
      select.setObject(3, before);
      select.setInt(4, limit);
      return read(select);
    }
  }

  static void round(
      Connection connection, TenantId tenant, ContestId id, int round, List<String> alive)
      throws SQLException {
    try (var update =
        connection.prepareStatement(
            "UPDATE lab_contest SET round = ?, alive = ?::json WHERE tenant_id = ? AND id = ?")) {
      update.setInt(1, round);
      update.setString(2, names(alive));
      update.setObject(3, tenant.uuid());
      update.setObject(4, id.uuid());
      update.executeUpdate();
    }
  }

  static void end(
      Connection connection,
      TenantId tenant,
      ContestId id,
      @Nullable Boolean passed,
      @Nullable String winner)
      throws SQLException {
    try (var update =
        connection.prepareStatement(
            "UPDATE lab_contest SET passed = ?, winner = ?, ended_at = now()"
                + " WHERE tenant_id = ? AND id = ?")) {
      update.setObject(1, passed);
      update.setString(2, winner);
      update.setObject(3, tenant.uuid());
      update.setObject(4, id.uuid());
      update.executeUpdate();
    }
  }

  private static JsonNode entrants(List<Entrant> entrants) {
    var all = Json.mapper().createArrayNode();
    for (var one : entrants) {
      all.addObject()
          .put("name", one.name())
          .put("workflow", one.workflow().toString())
          .set("settings", one.settings());
    }
    return all;
  }

  private static String names(List<String> names) {
    var all = Json.mapper().createArrayNode();
    names.forEach(all::add);
    return Json.write(all);
  }

  private static List<Contest> read(PreparedStatement select) throws SQLException {
    var contests = new ArrayList<Contest>();
    try (var row = select.executeQuery()) {
      while (row.next()) {
        contests.add(contest(row));
      }
    }
    return contests;
  }

  private static Contest contest(ResultSet row) throws SQLException {
    var entrants = new ArrayList<Entrant>();
    for (var one : Json.read(row.getString("entrants"))) {
      entrants.add(
          new Entrant(
              one.path("name").asText(),
              WorkflowId.fromString(one.path("workflow").asText()),
              one.path("settings")));
    }
    var alive = new ArrayList<String>();
    Json.read(row.getString("alive")).forEach(name -> alive.add(name.asText()));
    boolean passed = row.getBoolean("passed");
    Boolean word = row.wasNull() ? null : passed;
    var ended = row.getTimestamp("ended_at");
    return new Contest(
        entry(row, entrants),
        alive,
        row.getInt("round"),
        word,
        row.getString("winner"),
        Objects.requireNonNull(row.getTimestamp("created_at")).toInstant(),
        ended == null ? null : ended.toInstant());
  }

  private static Entry entry(ResultSet row, List<Entrant> entrants) throws SQLException {
    Map<String, String> connections = new TreeMap<>();
    Json.read(row.getString("connections"))
        .properties()
        .forEach(one -> connections.put(one.getKey(), one.getValue().asText()));
    BigDecimal margin = row.getBigDecimal("margin");
    return new Entry(
        new TenantId(row.getObject("tenant_id", UUID.class)),
        new ContestId(row.getObject("id", UUID.class)),
        ContestKind.of(row.getString("kind")),
        row.getString("scenario"),
        row.getInt("version"),
        row.getLong("seed"),
        row.getInt("seeds"),
        entrants,
        Optional.ofNullable(row.getString("base")),
        Optional.ofNullable(margin),
        connections);
  }
}
