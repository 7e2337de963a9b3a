package io.ganglion.coordination;

import io.ganglion.db.BatchWriter;
import io.ganglion.db.GuardWriter;
import io.ganglion.db.Refusal;
import java.util.Optional;

/** Refuses dispatches on systems whose platform asked for a pause. */
final class Unpaused {
  private Unpaused() {}

  static BatchWriter<HoldWrite.Unpaused> writer() {
    return new GuardWriter<>(
        HoldWrite.Unpaused.class,
        """
        SELECT want.i, p.until
        FROM unnest(?::uuid[], ?::uuid[]) WITH ORDINALITY AS want (tenant_id, system_id, i)
        JOIN upstream_pause p USING (tenant_id, system_id)
        WHERE p.until > now()
        """,
        (columns, worker) ->
            columns
                .with("uuid", row -> row.tenant().uuid())
                .with("uuid", row -> row.system().uuid()),
        row -> {
          var until = row.getTimestamp(2).toInstant();
          var detail = "the platform asked not to be called before %s".formatted(until);
          return new Refusal("upstream", detail, Optional.of(until));
        });
  }
}
