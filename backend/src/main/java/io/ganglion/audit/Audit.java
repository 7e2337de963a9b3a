package io.ganglion.audit;

import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Notes changes while they are made. */
@ApplicationScoped
public class Audit {
  private final Actor actor;

  Audit(Actor actor) {
    this.actor = actor;
  }

  /**
   * Appends a change to the tenant's log, by whoever makes the current request. Call it last in the
   * transaction that makes the change: other changes of the tenant wait for its end.
   *
   * @param connection of the tenant's transaction
   */
  public void note(Connection connection, TenantId tenant, Change change) throws SQLException {
    append(connection, tenant, actor.name(), Optional.ofNullable(actor.address()), change);
  }

  /**
   * The same for what a program of the operator's changes, past the API.
   *
   * @param connection of a transaction that sees the tenant
   */
  public static void noteOperator(Connection connection, TenantId tenant, Change change)
      throws SQLException {
    append(connection, tenant, Actor.OPERATOR, Optional.empty(), change);
  }

  private static void append(
      Connection connection, TenantId tenant, String who, Optional<String> address, Change change)
      throws SQLException {
    var head = AuditStore.lockedHead(connection, tenant);
    var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    AuditStore.insert(
        connection, tenant, Entry.after(head.seq() + 1, head.hash(), now, who, address, change));
  }
}
