package io.ganglion.coordination;

import io.ganglion.db.BatchWriter;
import io.ganglion.db.Refusal;
import io.ganglion.db.Write;
import io.ganglion.kernel.SystemId;
import io.ganglion.kernel.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads of a platform that no run makes: they hold nothing and take no capacity, but heed the
 * platform's pauses and take of its budgets as everybody does. In the engine's transactions that
 * see the tenant.
 */
public final class Asking {
  /** No worker's: nothing is fenced. */
  private static final long NOBODY = 0;

  private Asking() {}

  /**
   * Whether a read may be made now; what it takes is taken if the transaction commits.
   *
   * @return why not; roll back then
   */
  public static Optional<Refusal> admit(
      Connection connection, TenantId tenant, SystemId system, List<BudgetUse> uses)
      throws SQLException {
    var paused =
        refused(connection, Unpaused.writer(), List.of(new HoldWrite.Unpaused(tenant, system)));
    if (paused.isPresent() || uses.isEmpty()) {
      return paused;
    }
    return refused(
        connection,
        new Taking(),
        uses.stream().map(use -> new BudgetWrite.Take(tenant, use)).toList());
  }

  /** The platform asked not to be called before that time. */
  public static void pause(
      Connection connection, TenantId tenant, SystemId system, List<BudgetUse> uses, Instant until)
      throws SQLException {
    refused(connection, HoldWriters.pause(), List.of(new HoldWrite.Pause(tenant, system, until)));
    if (!uses.isEmpty()) {
      refused(
          connection,
          HoldWriters.pauseBudget(),
          uses.stream().map(use -> new BudgetWrite.Pause(tenant, use, until)).toList());
    }
  }

  private static <W extends Write> Optional<Refusal> refused(
      Connection connection, BatchWriter<W> writer, List<W> rows) throws SQLException {
    for (var statement : writer.statements(NOBODY, rows)) {
      var refused = statement.refuse(connection);
      if (!refused.isEmpty()) {
        return Optional.of(refused.getFirst().why());
      }
    }
    return Optional.empty();
  }
}
