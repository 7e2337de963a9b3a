package io.ganglion.lab;

import io.ganglion.db.TenantTx;
import io.ganglion.kernel.TenantId;
import io.ganglion.kernel.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A tenant's programmed faults. */
@ApplicationScoped
public class Faults {
  /** Most faults a tenant can have programmed at once. */
  static final int MAX = 200;

  private static final String OWN =
      "SELECT id, platform, account, method, path_prefix, kind, remaining, probability, seed,"
          + " delay_ms, seen, struck FROM lab_fault WHERE tenant_id = ? AND ";

  private final TenantTx tx;

  Faults(TenantTx tx) {
    this.tx = tx;
  }

  /**
   * Programs a fault; those programmed earlier strike first.
   *
   * @throws io.ganglion.kernel.Problem when the tenant has too many
   */
  public Fault program(TenantId tenant, Fault.Program program) {
    return tx.call(
        tenant,
        connection -> {
          if (list(connection, tenant).size() >= MAX) {
            throw LabProblem.invalid("", "at most %d faults; clear some first".formatted(MAX));
          }
          var id = Uuid7.next();
          insert(connection, tenant, id, program, Optional.empty());
          return new Fault(id, program, 0, 0);
        });
  }

  /** Programs a world's faults, in this order. Joins a transaction that is under way. */
  public void lay(TenantId tenant, UUID world, List<Fault.Program> programs) {
    tx.run(
        tenant,
        connection -> {
          for (var program : programs) {
            insert(connection, tenant, Uuid7.next(), program, Optional.of(world));
          }
        });
  }

  /** Removes a world's faults, or those of one of its accounts. */
  public void lift(TenantId tenant, UUID world, Optional<String> account) {
    tx.run(
        tenant,
        connection -> {
          try (var delete =
              connection.prepareStatement(
                  """
                  DELETE FROM lab_fault
                  WHERE tenant_id = ? AND world = ? AND (?::text IS NULL OR account = ?)
                  """)) {
            delete.setObject(1, tenant.uuid());
            delete.setObject(2, world);
            delete.setString(3, account.orElse(null));
            delete.setString(4, account.orElse(null));
            delete.executeUpdate();
          }
        });
  }

  public List<Fault> list(TenantId tenant) {
    return tx.call(tenant, connection -> list(connection, tenant));
  }

  /** Removes one. */
  public void clear(TenantId tenant, UUID id) {
    int gone =
        tx.<Integer>call(
            tenant,
            connection -> {
              try (var delete =
                  connection.prepareStatement(
                      "DELETE FROM lab_fault WHERE tenant_id = ? AND id = ? AND world IS NULL")) {
                delete.setObject(1, tenant.uuid());
                delete.setObject(2, id);
                return delete.executeUpdate();
              }
            });
    if (gone == 0) {
      throw LabProblem.noFault();
    }
  }

  /** Removes all. */
  public void clear(TenantId tenant) {
    tx.run(
        tenant,
        connection -> {
          try (var delete =
              connection.prepareStatement(
                  "DELETE FROM lab_fault WHERE tenant_id = ? AND world IS NULL")) {
            delete.setObject(1, tenant.uuid());
            delete.executeUpdate();
          }
        });
  }

  /** The fault that spoils this call, if one does; it is counted in the caller's transaction. */
  static Optional<Fault.Program> strike(
      Connection connection,
      TenantId tenant,
      Platform platform,
      Accounts.Row account,
      String method,
      String path)
      throws SQLException {
    var sql =
        OWN
            + """
            platform = ? AND (account IS NULL OR account = ?)
              AND (method IS NULL OR method = ?) AND starts_with(?::text, path_prefix)
              AND (remaining IS NULL OR remaining > 0) AND world IS NOT DISTINCT FROM ?::uuid
            ORDER BY id FOR UPDATE\
            """;
    var candidates = new ArrayList<Fault>();
    try (var select = connection.prepareStatement(sql)) {
      select.setObject(1, tenant.uuid());
      select.setString(2, platform.word());
      select.setString(3, account.account());
      select.setString(4, method);
      select.setString(5, path);
      select.setObject(6, account.world().orElse(null));
      try (var row = select.executeQuery()) {
        while (row.next()) {
          candidates.add(fault(row));
        }
      }
    }
    for (var fault : candidates) {
      var program = fault.program();
      boolean strikes = Fault.strikes(program.seed(), fault.seen(), program.probability());
      count(connection, tenant, fault.id(), strikes);
      if (strikes) {
        return Optional.of(program);
      }
    }
    return Optional.empty();
  }

  private static void count(Connection connection, TenantId tenant, UUID id, boolean strikes)
      throws SQLException {
    var sql =
        strikes
            ? "UPDATE lab_fault SET seen = seen + 1, struck = struck + 1, remaining = remaining - 1"
                + " WHERE tenant_id = ? AND id = ?"
            : "UPDATE lab_fault SET seen = seen + 1 WHERE tenant_id = ? AND id = ?";
    try (var update = connection.prepareStatement(sql)) {
      update.setObject(1, tenant.uuid());
      update.setObject(2, id);
      update.executeUpdate();
    }
  }

  private static List<Fault> list(Connection connection, TenantId tenant) throws SQLException {
    var faults = new ArrayList<Fault>();
    try (var select = connection.prepareStatement(OWN + "world IS NULL ORDER BY id")) {
      select.setObject(1, tenant.uuid());
      try (var row = select.executeQuery()) {
        while (row.next()) {
          faults.add(fault(row));
        }
      }
    }
    return faults;
  }

  private static void insert(
      Connection connection, TenantId tenant, UUID id, Fault.Program program, Optional<UUID> world)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            INSERT INTO lab_fault (tenant_id, id, platform, account, method, path_prefix, kind,
                                   remaining, probability, seed, delay_ms, world)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)) {
      insert.setObject(1, tenant.uuid());
      insert.setObject(2, id);
      insert.setString(3, program.platform().word());
      insert.setString(4, program.account().orElse(null));
      insert.setString(5, program.method().orElse(null));
      insert.setString(6, program.pathPrefix());
      insert.setString(7, program.kind().word());
      if (program.remaining().isPresent()) {
        insert.setInt(8, program.remaining().get());
      } else {
        insert.setNull(8, Types.INTEGER);
      }
      insert.setDouble(9, program.probability());
      insert.setLong(10, program.seed());
      insert.setLong(11, program.delay().toMillis());
      insert.setObject(12, world.orElse(null));
      insert.executeUpdate();
    }
  }

  private static Fault fault(ResultSet row) throws SQLException {
    int remaining = row.getInt("remaining");
    var left = row.wasNull() ? Optional.<Integer>empty() : Optional.of(remaining);
    var program =
        new Fault.Program(
            Platform.of(row.getString("platform")).orElseThrow(),
            Optional.ofNullable(row.getString("account")),
            Optional.ofNullable(row.getString("method")),
            row.getString("path_prefix"),
            FaultKind.of(row.getString("kind")),
            left,
            row.getDouble("probability"),
            row.getLong("seed"),
            Duration.ofMillis(row.getLong("delay_ms")));
    return new Fault(
        row.getObject("id", UUID.class), program, row.getLong("seen"), row.getLong("struck"));
  }
}
