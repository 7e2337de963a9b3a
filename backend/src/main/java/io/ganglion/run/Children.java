package io.ganglion.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.db.CommitFailed;
import io.ganglion.db.EngineTx;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a run sees of the runs it started. */
public final class Children {
  private static final String FAMILY =
      """
      SELECT p.level, c.id, c.state, c.output, c.error, c.ended_at,
             (SELECT count(*) FROM run s WHERE s.tenant_id = p.tenant_id AND s.parent_id = p.id) AS children
      FROM run p LEFT JOIN run c ON c.tenant_id = p.tenant_id AND c.parent_id = p.id AND c.parent_position = ?
      WHERE p.tenant_id = ? AND p.id = ?
      """;

  private final EngineTx tx;

  public Children(EngineTx tx) {
    this.tx = tx;
  }

  /**
   * A run and the one started at a position of it.
   *
   * @param level runs above it
   * @param children runs it has started so far
   * @param child empty when none was started at the position
   */
  public record Family(int level, int children, Optional<Child> child) {}

  /** A run that was started by another. */
  public record Child(
      RunId id,
      RunState state,
      @Nullable JsonNode output,
      @Nullable JsonNode error,
      @Nullable Instant endedAt) {}

  /**
   * @throws CommitFailed when the database is lost
   */
  public Family at(TenantId tenant, RunId run, String position) {
    try {
      return tx.call(
          List.of(tenant),
          connection -> {
            try (var select = connection.prepareStatement(FAMILY)) {
              select.setString(1, position);
              select.setObject(2, tenant.uuid());
              select.setObject(3, run.uuid());
              try (var row = select.executeQuery()) {
                row.next();
                return new Family(row.getInt("level"), row.getInt("children"), child(row));
              }
            }
          });
    } catch (SQLException e) {
      throw new CommitFailed.Lost(e); // the run is let go and walked again
    }
  }

  private static Optional<Child> child(ResultSet row) throws SQLException {
    var id = row.getObject("id", UUID.class);
    return id == null
        ? Optional.empty()
        : Optional.of(
            new Child(
                new RunId(id),
                RunState.valueOf(row.getString("state")),
                json(row.getString("output")),
                json(row.getString("error")),
                instant(row.getTimestamp("ended_at"))));
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }

  private static @Nullable JsonNode json(@Nullable String text) {
    return text == null ? null : Json.read(text);
  }
}
