package io.ganglion.trigger;

import io.ganglion.db.EngineTx;
import io.ganglion.kernel.TenantId;
import io.ganglion.kernel.TriggerId;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Takes triggers that are due and that nobody reads; what is locked is passed by. */
final class Claiming {
  private static final String CLAIM =
      """
      WITH due AS (
        SELECT tenant_id, trigger_id FROM trigger_due
        WHERE due_at <= now() AND (leased_until IS NULL OR leased_until <= now()) AND NOT tenant_id = ANY (?)
        ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED)
      UPDATE trigger_due d SET lease = gen_random_uuid(), leased_until = now() + make_interval(secs => ?)
      FROM due WHERE d.tenant_id = due.tenant_id AND d.trigger_id = due.trigger_id
      RETURNING d.tenant_id, d.trigger_id, d.lease
      """;

  private final EngineTx tx;
  private final Duration lease;

  Claiming(EngineTx tx, Duration lease) {
    this.tx = tx;
    this.lease = lease;
  }

  /**
   * Takes some, those that are due longest first.
   *
   * @param full tenants of whom none may be taken
   */
  List<Claimed> claim(int most, List<UUID> full) throws SQLException {
    return tx.call(
        List.of(),
        connection -> {
          try (var claim = connection.prepareStatement(CLAIM)) {
            claim.setArray(1, connection.createArrayOf("uuid", full.toArray()));
            claim.setInt(2, most);
            claim.setDouble(3, lease.toMillis() / 1e3);
            var claimed = new ArrayList<Claimed>();
            try (var row = claim.executeQuery()) {
              while (row.next()) {
                claimed.add(
                    new Claimed(
                        new TenantId(row.getObject(1, UUID.class)),
                        new TriggerId(row.getObject(2, UUID.class)),
                        row.getObject(3, UUID.class)));
              }
            }
            return claimed;
          }
        });
  }
}
