package io.ganglion.db;

import io.ganglion.kernel.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * The engine's own transactions, beside the group commit: claims, rescue, reading a run back.
 * Short, and never across a network call to anyone but the database.
 */
public final class EngineTx {
  private final DataSource engine;
  private final Semaphore permits;

  /**
   * @param concurrency how many may be open at once; more callers wait
   */
  public EngineTx(DataSource engine, int concurrency) {
    this.engine = engine;
    this.permits = new Semaphore(concurrency, true);
  }

  /** What is done inside. */
  public interface Work<T> {
    T in(Connection connection) throws SQLException;
  }

  /**
   * Runs work that sees these tenants, and commits.
   *
   * @throws SQLException when it failed; nothing was written then, unless the answer to the commit
   *     itself was lost
   */
  public <T> T call(Collection<TenantId> tenants, Work<T> work) throws SQLException {
    permits.acquireUninterruptibly();
    try (var connection = engine.getConnection()) {
      connection.setAutoCommit(false);
      try {
        see(connection, tenants);
        var result = work.in(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } finally {
      permits.release();
    }
  }

  /**
   * Makes one message that is a transaction by itself.
   *
   * @throws SQLException when it failed; nothing was written then, unless the answer was lost
   */
  public <T> T once(Work<T> message) throws SQLException {
    permits.acquireUninterruptibly();
    try (var connection = engine.getConnection()) {
      return message.in(connection);
    } finally {
      permits.release();
    }
  }

  /** Lets the rest of this transaction see these tenants, but those that are in another cell. */
  public static void see(Connection connection, Collection<TenantId> tenants) throws SQLException {
    var list =
        tenants.stream().map(tenant -> tenant.uuid().toString()).collect(Collectors.joining(","));
    try (var set = connection.prepareStatement("SELECT ganglion_see(?, false)")) {
      set.setString(1, list);
      set.execute();
    }
  }
}
