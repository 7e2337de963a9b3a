package io.ganglion.move;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Brings a tenant to rest in the source, step by step. */
final class Resting {
  /** Who is at work in this database now; each transaction has a number that no other has. */
  private static final String AT_WORK =
      """
      SELECT l.virtualtransaction FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
      WHERE l.locktype = 'virtualxid' AND l.granted AND a.datname = current_database() AND l.pid <> pg_backend_pid()
      """;

  private static final String IN_FLIGHT =
      "SELECT count(*) FROM effect WHERE tenant_id = ? AND state = 'DISPATCHED'";
  private static final String IN_MEMORY =
      "SELECT count(*) FROM run WHERE tenant_id = ? AND owner IS NOT NULL";
  private static final Duration LOOK = Duration.ofMillis(100);

  private final Session source;
  private final Duration patience;

  /**
   * @param patience how long each wait may take
   */
  Resting(Session source, Duration patience) {
    this.source = source;
    this.patience = patience;
  }

  /**
   * Returns once nothing that was dispatched is without an outcome, and has the next stage written.
   *
   * @throws MoveFailed if that takes too long; the tenant stays as it is
   */
  void pause() {
    settled();
    await(
        () -> count(IN_FLIGHT) == 0,
        "effects are in flight still. They come to be known by themselves; run this again, or take"
            + " the move back by --abort");
    Ways.advance(source, Stage.PAUSING, Stage.DRAINING);
  }

  /**
   * Returns once no worker has a run of the tenant, and has it sealed: no transaction enters it any
   * more, and those that were in it have ended.
   *
   * @throws MoveFailed if that takes too long; the tenant stays as it is
   */
  void drain() {
    settled();
    if (count(IN_FLIGHT) > 0 && count(IN_MEMORY) == 0) { // its worker died: somebody must claim it
      Ways.advance(source, Stage.DRAINING, Stage.PAUSING);
      return;
    }
    await(
        () -> count(IN_MEMORY) == 0 && count(IN_FLIGHT) == 0,
        "workers have runs of the tenant still. Each leaves memory when it waits; run this again,"
            + " or take the move back by --abort");
    Ways.advance(source, Stage.DRAINING, Stage.SEALED);
  }

  /**
   * Returns once every transaction has ended that may not have seen the stage: a tenant is entered
   * at a transaction's beginning.
   */
  void settled() {
    var before = atWork();
    await(
        () -> {
          before.retainAll(atWork());
          return before.isEmpty();
        },
        "transactions of before are open still, a backup or a report perhaps. Run this again once"
            + " they have ended");
  }

  private Set<String> atWork() {
    return new HashSet<>(source.list(AT_WORK, row -> row.getString(1)));
  }

  private long count(String sql) {
    return source.one(sql, row -> row.getLong(1), source.id());
  }

  private void await(BooleanSupplier done, String why) {
    long end = System.nanoTime() + patience.toNanos();
    while (!done.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new MoveFailed("after %d s %s".formatted(patience.toSeconds(), why));
      }
      try {
        Thread.sleep(LOOK);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new MoveFailed("interrupted", e);
      }
    }
  }
}
