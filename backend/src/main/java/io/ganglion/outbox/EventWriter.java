package io.ganglion.outbox;

import io.ganglion.db.BatchWriter;
import io.ganglion.db.Columns;
import io.ganglion.db.Refusal;
import io.ganglion.kernel.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Writes the events of a batch, in the order they were submitted. */
public final class EventWriter implements BatchWriter<Event> {
  private static final String INSERT =
      """
      INSERT INTO outbox (tenant_id, run_id, type, data)
      SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::json[])
      """;

  @Override
  public Class<Event> writes() {
    return Event.class;
  }

  @Override
  public Rank rank() {
    return Rank.OUTBOX;
  }

  @Override
  public Map<Event, Refusal> apply(Connection connection, long worker, List<Event> rows)
      throws SQLException {
    try (var insert = Columns.of(connection, INSERT, rows)) {
      insert
          .with("uuid", event -> event.tenant().uuid())
          .with("uuid", event -> event.run() == null ? null : event.run().uuid())
          .with("text", Event::type)
          .with("text", event -> Json.write(event.data()))
          .execute();
    }
    return Map.of();
  }
}
