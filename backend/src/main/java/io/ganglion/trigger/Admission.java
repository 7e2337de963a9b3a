package io.ganglion.trigger;

import io.ganglion.connection.Unchanged;
import io.ganglion.coordination.Asking;
import io.ganglion.coordination.BudgetUse;
import io.ganglion.coordination.Probe;
import io.ganglion.coordination.SystemRef;
import io.ganglion.db.EngineTx;
import io.ganglion.db.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Asks, right before a page is read, whether it may be; what it takes of budgets is taken then. */
final class Admission {
  private static final String STANDING =
      """
      SELECT t.paused_at IS NOT NULL AS paused, t.suspended_at IS NOT NULL OR t.deleted_at IS NOT NULL AS closing,
        EXISTS (SELECT FROM tenant_move m WHERE m.tenant_id = t.id) AS moving,
        (SELECT c.version FROM connection c WHERE c.tenant_id = t.id AND c.id = ?) AS version,
        EXISTS (SELECT FROM trigger_due d
                WHERE d.tenant_id = t.id AND d.trigger_id = ? AND d.lease = ? AND d.leased_until > now()) AS ours
      FROM tenant t WHERE t.id = ?
      """;

  private final EngineTx tx;

  Admission(EngineTx tx) {
    this.tx = tx;
  }

  /** Whether a page may be read. */
  sealed interface Answer {
    record Go() implements Answer {}

    /** Not now; the detail is for people. */
    record Hold(String detail, Optional<Instant> until) implements Answer {}

    /** The connection is another than it was opened as. */
    record Changed() implements Answer {}

    /** Somebody else has the trigger by now, or it is no more. */
    record Lost() implements Answer {}
  }

  /**
   * Asks.
   *
   * @param opened the connection as it was opened
   * @param probe hears whether the page's answer is waited for
   */
  Answer ask(Claimed claimed, Unchanged opened, SystemRef system, List<BudgetUse> uses, Probe probe)
      throws SQLException {
    return tx.call(
        List.of(claimed.tenant()),
        connection -> {
          var stands = stands(connection, claimed, opened);
          if (!(stands instanceof Answer.Go)) {
            return stands;
          }
          var refusal = Asking.admit(connection, claimed.tenant(), system.id(), uses, probe);
          if (refusal.isEmpty()) {
            return stands;
          }
          connection.rollback(); // what it took before it was refused
          return hold(refusal.get());
        });
  }

  private static Answer hold(Refusal refusal) {
    return new Answer.Hold(refusal.detail(), refusal.until());
  }

  private static Answer stands(Connection connection, Claimed claimed, Unchanged opened)
      throws SQLException {
    try (var select = connection.prepareStatement(STANDING)) {
      select.setObject(1, opened.connection().uuid());
      select.setObject(2, claimed.id().uuid());
      select.setObject(3, claimed.lease());
      select.setObject(4, claimed.tenant().uuid());
      try (var row = select.executeQuery()) {
        if (!row.next() || !row.getBoolean("ours")) {
          return new Answer.Lost();
        }
        if (row.getBoolean("closing")) {
          return new Answer.Hold("the tenant is suspended or deleted", Optional.empty());
        }
        if (row.getBoolean("paused")) {
          return new Answer.Hold("the tenant is paused", Optional.empty());
        }
        if (row.getBoolean("moving")) {
          return new Answer.Hold("the tenant is being moved to another cell", Optional.empty());
        }
        return row.getLong("version") == opened.version() ? new Answer.Go() : new Answer.Changed();
      }
    }
  }

  /** A page was answered: whoever waits for it after a pause hears so. */
  void answered(Claimed claimed, Probe probe, boolean well) throws SQLException {
    var told = probe.answered(well);
    if (!told.isEmpty()) {
      tx.<Boolean>call(
          List.of(claimed.tenant()),
          connection -> {
            Asking.answered(connection, told);
            return true;
          });
    }
  }

  /** The platform asked not to be called before that time; everybody on the system heeds it. */
  void pause(Claimed claimed, SystemRef system, List<BudgetUse> uses, Instant until)
      throws SQLException {
    tx.<Boolean>call(
        List.of(claimed.tenant()),
        connection -> {
          Asking.pause(connection, claimed.tenant(), system.id(), uses, until);
          return true;
        });
  }
}
