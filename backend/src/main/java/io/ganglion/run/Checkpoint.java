package io.ganglion.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.db.Replays;
import io.ganglion.kernel.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Where a run's replay begins.
 *
 * @param after rows of its journal up to this number are not read again
 * @param state what the engine had come to
 */
public record Checkpoint(long after, JsonNode state) {

  /** Those of runs, by their ids; the connection sees their tenants. Most runs have none. */
  public static Map<UUID, Checkpoint> load(Connection connection, Replays replays)
      throws SQLException {
    var checkpoints = new HashMap<UUID, Checkpoint>();
    replays.read(
        connection,
        "r.event_seq, r.state",
        "checkpoint",
        false,
        "",
        (run, row) ->
            checkpoints.put(
                run, new Checkpoint(row.getLong("event_seq"), Json.read(row.getString("state")))));
    return checkpoints;
  }
}
