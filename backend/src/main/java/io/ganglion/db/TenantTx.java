package io.ganglion.db;

import io.agroal.api.AgroalDataSource;
import io.ganglion.kernel.TenantId;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/**
 * The way to a transaction of the application: it belongs to one tenant and sees that tenant's rows
 * alone.
 *
 * <p>Hibernate sessions inside join the same transaction and connection. A call inside a call joins
 * the outer transaction, which must be the same tenant's. Never make a network call inside.
 */
@ApplicationScoped
public class TenantTx {
  /**
   * In so many words, since the driver may send a message in two where it can't tell the size of an
   * answer.
   */
  private static final String ONE_QUESTION =
      "BEGIN READ ONLY;\nSELECT ganglion_set('ganglion.tenant', ?::text);\n%s;\nCOMMIT";

  /** No request waits longer for its transaction. */
  private static final Duration USUAL = Duration.ofMinutes(1);

  private final AgroalDataSource dataSource;
  private final Turnstile turns;

  TenantTx(AgroalDataSource dataSource, Turnstile turns) {
    this.dataSource = dataSource;
    this.turns = turns;
  }

  /** Work that answers something. */
  @FunctionalInterface
  public interface Work<T extends @org.jspecify.annotations.Nullable Object> {
    T in(Connection connection) throws SQLException;
  }

  /** Work that answers nothing. */
  @FunctionalInterface
  public interface Action {
    void in(Connection connection) throws SQLException;
  }

  /**
   * Does the work in one transaction; anything it throws rolls back.
   *
   * @throws Overloaded when no connection is free for the configured time
   * @throws DatabaseFailed for what the database refuses
   * @throws Unavailable when the connection to it is lost
   * @throws TenantAway when the tenant is being moved to another cell, or has moved
   * @throws IllegalStateException when called inside another tenant's transaction
   */
  public <T extends @org.jspecify.annotations.Nullable Object> T call(
      TenantId tenant, Work<T> work) {
    return call(tenant, USUAL, work);
  }

  /**
   * As {@link #call(TenantId, Work)}, for background work on much data.
   *
   * @param longest when it is rolled back; whole seconds
   */
  public <T extends @org.jspecify.annotations.Nullable Object> T call(
      TenantId tenant, Duration longest, Work<T> work) {
    if (CurrentTenant.TENANT.isBound()) {
      if (!CurrentTenant.TENANT.get().equals(tenant)) {
        throw new IllegalStateException("a transaction belongs to one tenant");
      }
      return joined(work);
    }
    turns.enter();
    try {
      return ScopedValue.where(CurrentTenant.TENANT, tenant)
          .call(() -> inContext(tenant, longest, work));
    } catch (RuntimeException e) {
      throw Unavailable.behind(e).<RuntimeException>map(lost -> lost).orElse(e);
    } finally {
      turns.leave();
    }
  }

  /** As {@link #call}, without an answer. */
  public void run(TenantId tenant, Action work) {
    this.<@org.jspecify.annotations.Nullable Void>call(
        tenant,
        connection -> {
          work.in(connection);
          return null;
        });
  }

  /** Reads the answer of one statement. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(ResultSet rows) throws SQLException;
  }

  /**
   * Asks one question, in a transaction by itself: one message to the database and one answer,
   * where {@link #call} takes three. For what each request asks; not inside of a call.
   *
   * @param sql one statement that answers rows and writes nothing
   */
  public <T> T ask(TenantId tenant, String sql, Statement.Binder binder, Reader<T> reader) {
    if (CurrentTenant.TENANT.isBound()) {
      throw new IllegalStateException("ask outside of a transaction");
    }
    turns.enter();
    try (var connection = dataSource.getConnection();
        var message = connection.prepareStatement(ONE_QUESTION.formatted(sql))) {
      binder.bind(new Parameters(connection, message).withUuid(tenant.uuid()));
      try {
        message.execute();
      } catch (SQLException e) {
        rollBack(connection, e);
        throw e;
      }
      message.getMoreResults(); // of BEGIN
      message.getMoreResults(); // the setting
      try (var rows = message.getResultSet()) {
        return reader.read(rows);
      }
    } catch (SQLException e) {
      throw Unavailable.behind(e)
          .<RuntimeException>map(lost -> lost)
          .orElseGet(() -> new DatabaseFailed(e));
    } finally {
      turns.leave();
    }
  }

  private static void rollBack(Connection connection, SQLException because) {
    try (var statement = connection.createStatement()) {
      statement.execute("ROLLBACK");
    } catch (SQLException e) {
      because.addSuppressed(e);
    }
  }

  /**
   * Hibernate asks for the tenant only inside a request context; workers' threads have none of
   * their own.
   */
  private <T extends @org.jspecify.annotations.Nullable Object> T inContext(
      TenantId tenant, Duration longest, Work<T> work) {
    var context = Arc.container().requestContext();
    if (context.isActive()) {
      return transaction(tenant, longest, work);
    }
    context.activate();
    try {
      return transaction(tenant, longest, work);
    } finally {
      context.terminate();
    }
  }

  private <T extends @org.jspecify.annotations.Nullable Object> T transaction(
      TenantId tenant, Duration longest, Work<T> work) {
    return QuarkusTransaction.requiringNew()
        .timeout(Math.toIntExact(longest.toSeconds()))
        .call(
            () -> {
              try (var connection = dataSource.getConnection()) {
                enter(connection, tenant);
                return work.in(connection);
              } catch (SQLException e) {
                throw new DatabaseFailed(e);
              }
            });
  }

  private static void enter(Connection connection, TenantId tenant) throws SQLException {
    try (var statement = connection.createStatement()) {
      // a literal: one message less, and a UUID's text can't break out
      statement.execute("SELECT ganglion_enter('" + tenant.uuid() + "')");
    } catch (SQLException e) {
      throw TenantAway.behind(e)
          .<RuntimeException>map(away -> away)
          .orElseGet(() -> new DatabaseFailed(e));
    }
  }

  private <T extends @org.jspecify.annotations.Nullable Object> T joined(Work<T> work) {
    try (var connection = dataSource.getConnection()) {
      return work.in(connection);
    } catch (SQLException e) {
      throw new DatabaseFailed(e);
    }
  }
}
