package io.ganglion.db;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;

/**
 * A worker's time-limited ownership of runs: one row, one heartbeat, whatever the number of runs.
 *
 * <p>Also the worker's clock: the database's time as of the last heartbeat, carried on by the
 * monotonic clock, so that a skewed wall clock moves no timer. Thread-safe.
 */
public final class Lease {
  public static final Duration LENGTH = Duration.ofSeconds(6);
  public static final Duration HEARTBEAT = Duration.ofSeconds(2);

  /** Dispatching stops this long before the lease ends. */
  static final Duration MARGIN = Duration.ofSeconds(2);

  private static final String REGISTER =
      """
      INSERT INTO worker (name, heartbeat_at, lease_until)
      VALUES (?, clock_timestamp(), clock_timestamp() + make_interval(secs => ?))
      RETURNING id, clock_timestamp()
      """;
  private static final String RENEW =
      """
      UPDATE worker SET heartbeat_at = clock_timestamp(), lease_until = clock_timestamp() + make_interval(secs => ?)
      WHERE id = ? AND fenced_at IS NULL
      RETURNING id, clock_timestamp()
      """;

  private final DataSource engine;
  private final long worker;
  private volatile Beat last;

  /**
   * @param sentNanos monotonic time taken before the heartbeat was sent; {@code database} its
   *     answer
   */
  private record Beat(long sentNanos, Instant database) {}

  private Lease(DataSource engine, long worker, Beat first) {
    this.engine = engine;
    this.worker = worker;
    this.last = first;
  }

  /** A new incarnation of a worker. */
  public static Lease register(DataSource engine, String name) throws SQLException {
    long sent = System.nanoTime();
    try (var connection = engine.getConnection();
        var insert = connection.prepareStatement(REGISTER)) {
      insert.setString(1, name);
      insert.setLong(2, LENGTH.toSeconds());
      try (var row = insert.executeQuery()) {
        row.next();
        return new Lease(engine, row.getLong(1), new Beat(sent, row.getTimestamp(2).toInstant()));
      }
    }
  }

  /**
   * Sends a heartbeat.
   *
   * @return false when the worker was fenced meanwhile: everything it holds in memory is void
   */
  public boolean renew() throws SQLException {
    long sent = System.nanoTime();
    try (var connection = engine.getConnection();
        var update = connection.prepareStatement(RENEW)) {
      update.setLong(1, LENGTH.toSeconds());
      update.setLong(2, worker);
      try (var row = update.executeQuery()) {
        if (!row.next()) {
          return false;
        }
        last = new Beat(sent, row.getTimestamp(2).toInstant());
        return true;
      }
    }
  }

  /** The worker's incarnation: written into every row it owns. */
  public long worker() {
    return worker;
  }

  /** Whether a dispatch may start now; checked directly before the write. */
  public boolean mayDispatch() {
    return System.nanoTime() - beat().sentNanos < LENGTH.minus(MARGIN).toNanos();
  }

  /** Whether the lease has run out by our own clock: the runs may be somebody else's already. */
  public boolean expired() {
    return System.nanoTime() - beat().sentNanos >= LENGTH.toNanos();
  }

  /** The database's time, never earlier than it really is there by more than one round trip. */
  public Instant now() {
    var beat = beat();
    return beat.database.plusNanos(System.nanoTime() - beat.sentNanos);
  }

  private Beat beat() {
    return last;
  }
}
