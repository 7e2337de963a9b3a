package io.ganglion.bench;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Looks again and again at what the database's sessions are doing: the share of looks that find a
 * statement at work, or waiting for a lock, is its share of the database's time.
 */
final class Sampler implements AutoCloseable {
  private static final long EVERY_MS = 5;

  /** Sessions that work for the engine; one that waits for its client does nothing. */
  private static final String LOOK =
      """
      SELECT count(*) FILTER (WHERE query LIKE ?), count(*) FROM pg_stat_activity
      WHERE usename = 'ganglion_engine' AND state = 'active' AND wait_event_type IS DISTINCT FROM 'Client'
      """;

  private final Thread thread;
  private long found;
  private long all;

  private Sampler(Connection connection, String pattern) {
    thread = Thread.ofPlatform().start(() -> look(connection, pattern));
  }

  /**
   * @param pattern of the statements, as LIKE has it
   */
  static Sampler start(Rig rig, String pattern) throws SQLException {
    return new Sampler(rig.database(), pattern);
  }

  private void look(Connection connection, String pattern) {
    try (connection;
        var select = connection.prepareStatement(LOOK)) {
      select.setString(1, pattern);
      while (!Thread.interrupted()) {
        try (var row = select.executeQuery()) {
          row.next();
          found += row.getLong(1);
          all += row.getLong(2);
        }
        Thread.sleep(EVERY_MS);
      }
    } catch (InterruptedException e) {
      // it has seen enough
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Stops looking. */
  @Override
  public void close() throws InterruptedException {
    thread.interrupt();
    thread.join();
  }

  /** Of 1; after the close. */
  double share() {
    if (all == 0) {
      throw new IllegalStateException("the database was never found at work");
    }
    return found / (double) all;
  }
}
