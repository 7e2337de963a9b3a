package io.ganglion.move;

import io.ganglion.ledger.Chain;
import java.sql.SQLException;

/**
 * Where the chain of a tenant's hold ledger ends.
 *
 * @param lines how many there are
 * @param root the last line's hash
 */
record LedgerHead(long lines, String root) {
  private static final int FETCH = 2_000;

  /**
   * Recomputes the chain, as {@code ./ganglion verify} does; inside of {@link Session#atOnce},
   * since the driver reads all at once outside of a transaction.
   *
   * @throws MoveFailed if it is broken
   */
  static LedgerHead verified(Session cell) {
    var chain = new Chain();
    try (var select =
        cell.connection()
            .prepareStatement(
                "SELECT line::text FROM ledger_row WHERE tenant_id = ? ORDER BY seq")) {
      select.setObject(1, cell.id());
      select.setFetchSize(FETCH);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          chain.next(row.getString(1));
        }
      }
      return new LedgerHead(chain.size(), chain.root());
    } catch (SQLException e) {
      throw cell.failed(e);
    } catch (Chain.Broken e) {
      throw new MoveFailed(
          "the %s's hold ledger is broken: %s".formatted(cell.name(), e.getMessage()), e);
    }
  }
}
