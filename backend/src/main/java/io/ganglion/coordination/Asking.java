package io.ganglion.coordination;

import io.ganglion.db.BatchWriter;
import io.ganglion.db.Refusal;
import io.ganglion.db.Write;
import io.ganglion.kernel.SystemId;
import io.ganglion.kernel.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
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
   * @param probe hears whether its answer is waited for
   * @return why not; roll back then
   */
  public static Optional<Refusal> admit(
      Connection connection, TenantId tenant, SystemId system, List<BudgetUse> uses, Probe probe)
      throws SQLException {
    var paused = refused(connection, new Pacing(), List.of(probe.asks(tenant, system)));
    if (paused.isPresent() || uses.isEmpty()) {
      return paused;
    }
    return refused(
        connection, new Taking(), uses.stream().map(use -> probe.asks(tenant, use)).toList());
  }

  /** The platform asked not to be called before that time. */
  public static void pause(
      Connection connection, TenantId tenant, SystemId system, List<BudgetUse> uses, Instant until)
      throws SQLException {
    var rest = new Pace.Rest(until);
    refused(connection, new Pacing(), List.of(new UpstreamWrite.OfSystem(tenant, system, rest)));
    if (!uses.isEmpty()) {
      refused(
          connection,
          new Taking(),
          uses.stream().map(use -> new UpstreamWrite.OfBudget(tenant, use, rest)).toList());
    }
  }

  /** What a probe says of its answer. */
  public static void answered(Connection connection, List<UpstreamWrite> told) throws SQLException {
    var systems = new ArrayList<UpstreamWrite.OfSystem>();
    var budgets = new ArrayList<UpstreamWrite.OfBudget>();
    for (var write : told) {
      switch (write) {
        case UpstreamWrite.OfSystem of -> systems.add(of);
        case UpstreamWrite.OfBudget of -> budgets.add(of);
      }
    }
    if (!systems.isEmpty()) {
      refused(connection, new Pacing(), systems);
    }
    if (!budgets.isEmpty()) {
      refused(connection, new Taking(), budgets);
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
