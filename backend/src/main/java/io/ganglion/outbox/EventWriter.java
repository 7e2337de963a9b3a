package io.ganglion.outbox;

import io.ganglion.db.BatchWriter;
import io.ganglion.db.BatchWriter.Rank;
import io.ganglion.db.PlainWriter;
import io.ganglion.kernel.Json;
import java.util.Optional;

/** Writes the events of a batch, in the order they were submitted. */
public final class EventWriter {
  private EventWriter() {}

  public static BatchWriter<Event> writer() {
    return new PlainWriter<>(
        Event.class,
        Rank.OUTBOX,
        """
        INSERT INTO outbox (tenant_id, run_id, type, data)
        SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::json[])
        """,
        Optional.empty(),
        (columns, worker) ->
            columns
                .with("uuid", event -> event.tenant().uuid())
                .with("uuid", event -> event.run() == null ? null : event.run().uuid())
                .with("text", Event::type)
                .with("text", event -> Json.write(event.data())));
  }
}
