package io.ganglion.tenant;

import io.ganglion.db.BatchWriter;
import io.ganglion.db.GuardWriter;
import io.ganglion.db.Refusal;
import java.util.Optional;

/** Looks at the tenants of a batch; without a lock, since nobody waits for what is under way. */
public final class UnsuspendedGuard {
  private static final Refusal SUSPENDED =
      new Refusal(
          Unsuspended.REASON,
          "the tenant is suspended: an invoice is overdue; once it is paid this goes on",
          Optional.empty());

  private UnsuspendedGuard() {}

  public static BatchWriter<Unsuspended> writer() {
    return new GuardWriter<>(
        Unsuspended.class,
        """
        SELECT want.i -- row security shows the batch's tenants alone: each is looked at once, however many rows it has
        FROM (SELECT ARRAY(SELECT id FROM tenant WHERE suspended_at IS NOT NULL) AS ids) AS suspended
        CROSS JOIN unnest(?::uuid[]) WITH ORDINALITY AS want (tenant_id, i)
        WHERE want.tenant_id = ANY (suspended.ids)
        """,
        (columns, worker) -> columns.with("uuid", row -> row.tenant().uuid()),
        row -> SUSPENDED);
  }
}
