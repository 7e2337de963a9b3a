package io.ganglion.connection;

import io.ganglion.db.BatchWriter;
import io.ganglion.db.GuardWriter;
import io.ganglion.db.Refusal;
import java.util.Optional;

/** Compares versions; reads without a lock, as whoever changes a connection waits for commits. */
public final class UnchangedGuard {
  private static final Refusal CHANGED =
      new Refusal(Unchanged.REASON, "the connection was changed", Optional.empty());

  private UnchangedGuard() {}

  public static BatchWriter<Unchanged> writer() {
    return new GuardWriter<>(
        Unchanged.class,
        """
        SELECT want.i FROM unnest(?::uuid[], ?::uuid[], ?::bigint[]) WITH ORDINALITY AS want (tenant_id, id, version, i)
        LEFT JOIN connection c ON c.tenant_id = want.tenant_id AND c.id = want.id
        WHERE c.version IS DISTINCT FROM want.version
        """,
        (columns, worker) ->
            columns
                .with("uuid", row -> row.tenant().uuid())
                .with("uuid", row -> row.connection().uuid())
                .with("int8", Unchanged::version),
        row -> CHANGED);
  }
}
