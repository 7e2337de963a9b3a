package io.ganglion.local;

import io.ganglion.ledger.Chain;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a database of the platform has: rows of each table, and its ledgers.
 *
 * @param rows how many, by table
 */
record Holdings(Map<String, Long> rows) {
  private static final int FETCH = 2_000;

  static Holdings of(LocalPostgres server) {
    try (var connection = Bootstrap.open(server.superuserUrl(), Bootstrap.DATABASE)) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      var rows = new TreeMap<String, Long>();
      try (var statement = connection.createStatement();
          var tables =
              statement.executeQuery(
                  "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")) {
        while (tables.next()) {
          rows.put(tables.getString(1), 0L);
        }
      }
      for (var table : rows.entrySet()) {
        var count = "SELECT count(*) FROM public.\"%s\"".formatted(table.getKey());
        table.setValue(Long.valueOf(Answer.text(connection, count)));
      }
      return new Holdings(rows);
    } catch (SQLException e) {
      throw new StackFailure("can't count what the database has: " + e.getMessage(), e);
    }
  }

  /**
   * Recomputes the chain of every tenant's hold ledger, as {@code ./ganglion verify} does of an
   * export.
   *
   * @return how many there are
   * @throws StackFailure for one that is broken
   */
  static int ledgers(LocalPostgres server) {
    try (var connection = Bootstrap.open(server.superuserUrl(), Bootstrap.DATABASE)) {
      connection.setAutoCommit(false); // else the driver reads all at once
      try (var statement = connection.createStatement()) {
        statement.setFetchSize(FETCH);
        return chains(
            statement.executeQuery(
                "SELECT tenant_id::text, line::text FROM ledger_row ORDER BY tenant_id, seq"));
      }
    } catch (SQLException e) {
      throw new StackFailure("can't read the ledgers: " + e.getMessage(), e);
    }
  }

  private static int chains(java.sql.ResultSet lines) throws SQLException {
    int tenants = 0;
    String tenant = "";
    var chain = new Chain();
    while (lines.next()) {
      if (!lines.getString(1).equals(tenant)) {
        tenant = lines.getString(1);
        chain = new Chain();
        tenants++;
      }
      try {
        chain.next(lines.getString(2));
      } catch (Chain.Broken broken) {
        throw new StackFailure(
            "the ledger of %s is broken: %s".formatted(tenant, broken.getMessage()), broken);
      }
    }
    return tenants;
  }
}
