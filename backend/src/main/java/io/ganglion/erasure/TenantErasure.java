package io.ganglion.erasure;

import io.ganglion.background.Errand;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.TenantId;
import io.ganglion.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Erases a tenant whose time has come: credentials, then what runs is stopped, then everything, the
 * tenant's row last. It may die at any point and be run again.
 */
@ApplicationScoped
class TenantErasure implements Errand {
  private static final Logger LOG = Logger.getLogger(TenantErasure.class);

  /** Whoever erases holds locks for the length of a page. */
  private static final long PAGE = 5_000;

  /** What opens other people's doors, and ours. */
  private static final List<String> FIRST =
      List.of(
          "connection",
          "authorization_request",
          "a2a_push",
          "notification_channel",
          "tenant_data_key",
          "api_key",
          "invitation",
          "member");

  private static final String STOP =
      """
      UPDATE run SET cancel_requested_at = coalesce(cancel_requested_at, now())
      WHERE tenant_id = ? AND ended_at IS NULL AND cancel_requested_at IS NULL
      """;
  private static final String IN_MEMORY =
      "SELECT count(*) FROM run WHERE tenant_id = ? AND owner IS NOT NULL";

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration LOOK = Duration.ofMillis(250);

  private final TenantTx tx;
  private final Tenants tenants;

  TenantErasure(TenantTx tx, Tenants tenants) {
    this.tx = tx;
    this.tenants = tenants;
  }

  @Override
  public String name() {
    return Tenants.ERASURE;
  }

  @Override
  public void run(String subject) {
    var parts = subject.split("/", 2);
    var id = TenantId.fromString(parts[0]);
    var tenant = tenants.find(id);
    if (tenant.isEmpty()
        || tenant.get().purgeAt().filter(Instant.parse(parts[1])::equals).isEmpty()) {
      return; // gone already, had back, or deleted anew since
    }
    var tables = tx.call(id, TenantTables::read);
    FIRST.forEach(table -> erase(id, tables, table));
    stop(id, tables);
    tables.names().forEach(table -> erase(id, tables, table));
    erase(id, tables, "tenant");
    tx.run(id, connection -> tenants.mirror(id));
    LOG.infof("tenant %s is erased", id);
  }

  /**
   * Cancels what runs, so that no worker writes for the tenant any more.
   *
   * @throws IllegalStateException if a worker still has runs of it; the errand is run again
   */
  private void stop(TenantId id, TenantTables tables) {
    tx.run(id, connection -> update(connection, id));
    var end = Instant.now().plus(PATIENCE);
    do {
      erase(id, tables, "run_queue"); // nobody takes a run that is not in it
      if (tx.call(id, connection -> inMemory(connection, id)) == 0) {
        return;
      }
      pause();
    } while (Instant.now().isBefore(end));
    throw new IllegalStateException("runs of tenant %s have not stopped yet".formatted(id));
  }

  private void erase(TenantId id, TenantTables tables, String table) {
    long page = tables.selfReferring().contains(table) ? Long.MAX_VALUE : PAGE;
    long gone;
    do {
      gone = tx.call(id, connection -> erase(connection, id, table, page));
    } while (gone == page);
  }

  private static long erase(Connection connection, TenantId id, String table, long page)
      throws SQLException {
    try (var call = connection.prepareStatement("SELECT ganglion_erase(?::regclass, ?, ?)")) {
      call.setString(1, table);
      call.setObject(2, id.uuid());
      call.setLong(3, page);
      try (var row = call.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static void update(Connection connection, TenantId id) throws SQLException {
    try (var stop = connection.prepareStatement(STOP)) {
      stop.setObject(1, id.uuid());
      stop.executeUpdate();
    }
  }

  private static long inMemory(Connection connection, TenantId id) throws SQLException {
    try (var count = connection.prepareStatement(IN_MEMORY)) {
      count.setObject(1, id.uuid());
      try (var row = count.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
