package io.ganglion.move;

import io.ganglion.erasure.TenantTables;
import io.ganglion.kernel.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.postgresql.Driver;

/**
 * A connection to a cell that sees one tenant, and is the only one that moves it. Statements commit
 * by themselves but inside of {@link #atOnce}.
 */
final class Session implements AutoCloseable {
  private static final String CELL =
      "SELECT system_identifier::text || '/' || current_database() FROM pg_control_system()";
  private static final String ALONE =
      "SELECT pg_try_advisory_lock(hashtext('tenant-move'), hashtext(?))";

  /** Rows as texts must be the same in both cells, whatever their settings are. */
  private static final String ALIKE =
      """
      SET timezone = 'UTC'; SET datestyle = 'ISO, MDY'; SET intervalstyle = 'postgres';
      SET extra_float_digits = 1; SET bytea_output = 'hex'; SET search_path = public, pg_temp;
      SET idle_in_transaction_session_timeout = 0; SET lock_timeout = '30s'
      """;

  /** SQLSTATEs of a transaction that met another one; the last where both took one number. */
  private static final Set<String> AGAIN = Set.of("40001", "40P01", "23505");

  private static final int TRIES = 10;

  private final String name;
  private final TenantId tenant;
  private final Connection connection;

  private Session(String name, TenantId tenant, Connection connection) {
    this.name = name;
    this.tenant = tenant;
    this.connection = connection;
  }

  /**
   * @param name of the cell, for people: source or destination
   * @throws MoveFailed if it can't be reached, or another move of the tenant is under way
   */
  static Session open(String name, Cell cell, TenantId tenant) {
    var login = new Properties();
    login.setProperty("user", cell.user());
    login.setProperty("password", cell.password());
    login.setProperty("ApplicationName", "tenant-move");
    try {
      var connection = new Driver().connect(cell.url(), login);
      if (connection == null) {
        throw new MoveFailed("the %s's database.url is no address of PostgreSQL".formatted(name));
      }
      var session = new Session(name, tenant, connection);
      session.run(ALIKE);
      session.run("SET ganglion.erase = '%s'".formatted(tenant.uuid()));
      if (!session.one(ALONE, row -> row.getBoolean(1), tenant.uuid().toString())) {
        session.close();
        throw new MoveFailed("another move of this tenant is under way");
      }
      return session;
    } catch (SQLException e) {
      throw new MoveFailed("the %s can't be reached: %s".formatted(name, e.getMessage()), e);
    }
  }

  Connection connection() {
    return connection;
  }

  TenantId tenant() {
    return tenant;
  }

  String name() {
    return name;
  }

  Standing standing() {
    return new Standing(
        one(CELL, row -> row.getString(1)),
        one("SELECT EXISTS (SELECT FROM tenant WHERE id = ?)", row -> row.getBoolean(1), id()),
        list(
                "SELECT id, stage, cell FROM tenant_move WHERE tenant_id = ?",
                row ->
                    new Standing.Way(
                        row.getObject(1, UUID.class), Stage.of(row.getString(2)), row.getString(3)),
                id())
            .stream()
            .findFirst());
  }

  UUID id() {
    return tenant.uuid();
  }

  /** Reads a row. */
  @FunctionalInterface
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Work of one transaction. */
  @FunctionalInterface
  interface Work {
    void run() throws SQLException;
  }

  <T> List<T> list(String sql, Reader<T> reader, Object... values) {
    try (var statement = prepare(sql, values);
        var row = statement.executeQuery()) {
      var found = new ArrayList<T>();
      while (row.next()) {
        found.add(reader.read(row));
      }
      return found;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  <T> T one(String sql, Reader<T> reader, Object... values) {
    return list(sql, reader, values).getFirst();
  }

  /** How many rows it changed. */
  int update(String sql, Object... values) {
    try (var statement = prepare(sql, values)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Deletes a table's rows of the tenant. */
  void clear(String table) {
    update("DELETE FROM %s WHERE tenant_id = ?".formatted(table), id());
  }

  /** Tables that have rows of tenants, one that refers to another before that. */
  List<String> tables() {
    try {
      return TenantTables.read(connection).names();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  void run(String sql) {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /**
   * Does all of it in one transaction, which sees one state of the database, or nothing of it.
   * Where a loop of the cell was at the same rows it is begun anew.
   */
  void atOnce(Work work) {
    for (int left = TRIES; ; left--) {
      try {
        transaction(work);
        return;
      } catch (SQLException e) {
        if (left == 1 || !AGAIN.contains(String.valueOf(e.getSQLState()))) {
          throw failed(e);
        }
      }
    }
  }

  private void transaction(Work work) throws SQLException {
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setAutoCommit(false);
    try {
      work.run();
      connection.commit();
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    } catch (RuntimeException e) {
      connection.rollback();
      if (e instanceof MoveFailed && e.getCause() instanceof SQLException cause) {
        throw cause;
      }
      throw e;
    } finally {
      connection.setAutoCommit(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    }
  }

  private PreparedStatement prepare(String sql, Object... values) throws SQLException {
    var statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  MoveFailed failed(SQLException e) {
    return new MoveFailed("the %s's database: %s".formatted(name, e.getMessage()), e);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failed(e);
    }
  }
}
