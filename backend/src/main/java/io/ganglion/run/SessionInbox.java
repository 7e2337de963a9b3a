package io.ganglion.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.db.CommitFailed;
import io.ganglion.db.EngineTx;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a session's worker sees of what the agent asks for. */
public final class SessionInbox {
  private static final String HEAD =
      "SELECT last_seq, touched_at, ending FROM session WHERE tenant_id = ? AND run_id = ?";
  private static final String OPEN =
      """
      SELECT a.position, a.seq, a.body, a.asked_at FROM session_step a
      WHERE a.tenant_id = ? AND a.run_id = ? AND a.seq > ?
        AND NOT EXISTS (SELECT FROM step s WHERE s.tenant_id = a.tenant_id AND s.run_id = a.run_id
                                             AND s.position = a.position)
      ORDER BY a.seq LIMIT ?
      """;
  private static final String EXPIRE =
      """
      UPDATE session SET ending = when_idle
      WHERE tenant_id = ? AND run_id = ? AND last_seq = ? AND ending IS NULL
      RETURNING ending
      """;

  private final EngineTx tx;

  public SessionInbox(EngineTx tx) {
    this.tx = tx;
  }

  /** A step or group that has not ended. */
  public record Asked(SessionStep.Place place, int seq, JsonNode body, Instant at) {}

  /**
   * A session as its agent left it.
   *
   * @param last number of the step asked for last, 0 for none
   * @param ending empty while more may come
   * @param asked what has not ended, in its order
   */
  public record Content(
      int last, Instant touchedAt, Optional<SessionEnding> ending, List<Asked> asked) {
    public Content {
      asked = List.copyOf(asked);
    }
  }

  /**
   * @param after number of the last one that is known already
   * @param limit how many to give at most; 0 for none
   * @throws CommitFailed when the database is lost
   */
  public Content read(TenantId tenant, RunId run, int after, int limit) {
    try {
      return tx.call(
          List.of(tenant),
          connection -> {
            var asked = open(connection, tenant, run, after, limit);
            try (var select = connection.prepareStatement(HEAD)) {
              select.setObject(1, tenant.uuid());
              select.setObject(2, run.uuid());
              try (var row = select.executeQuery()) {
                row.next();
                return new Content(
                    row.getInt("last_seq"),
                    row.getTimestamp("touched_at").toInstant(),
                    Optional.ofNullable(row.getString("ending")).map(SessionEnding::valueOf),
                    asked);
              }
            }
          });
    } catch (SQLException e) {
      throw new CommitFailed.Lost(e); // the run is let go and walked again
    }
  }

  private static List<Asked> open(
      Connection connection, TenantId tenant, RunId run, int after, int limit) throws SQLException {
    var asked = new ArrayList<Asked>();
    try (var select = connection.prepareStatement(OPEN)) {
      select.setObject(1, tenant.uuid());
      select.setObject(2, run.uuid());
      select.setInt(3, after);
      select.setInt(4, limit);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          var place = SessionStep.Place.read(row.getString("position"));
          asked.add(
              new Asked(
                  place,
                  row.getInt("seq"),
                  Json.read(row.getString("body")),
                  row.getTimestamp("asked_at").toInstant()));
        }
      }
    }
    return asked;
  }

  /**
   * Closes a session that nobody asked anything of: it takes no more steps from then on.
   *
   * @param last number of the last step that is known
   * @return how it ends; empty when something was asked meanwhile
   * @throws CommitFailed when the database is lost
   */
  public Optional<SessionEnding> expire(TenantId tenant, RunId run, int last) {
    try {
      return tx.call(
          List.of(tenant),
          connection -> {
            try (var update = connection.prepareStatement(EXPIRE)) {
              update.setObject(1, tenant.uuid());
              update.setObject(2, run.uuid());
              update.setInt(3, last);
              try (var row = update.executeQuery()) {
                return row.next()
                    ? Optional.of(SessionEnding.valueOf(row.getString("ending")))
                    : Optional.empty();
              }
            }
          });
    } catch (SQLException e) {
      throw new CommitFailed.Lost(e);
    }
  }
}
