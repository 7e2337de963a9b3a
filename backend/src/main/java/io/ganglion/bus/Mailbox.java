package io.ganglion.bus;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.db.CommitFailed;
import io.ganglion.db.EngineTx;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What runs read of their tenant's bus. */
public final class Mailbox {
  /** Events of one page; each may have 256 KiB. */
  public static final int PAGE = 20;

  private static final String REGISTERED =
      "SELECT min(after_seq) FROM listener WHERE tenant_id = ? AND run_id = ? AND position = ?";
  private static final String BEFORE =
      """
      SELECT coalesce((SELECT seq FROM event WHERE tenant_id = ? AND stored_at < ?
                       ORDER BY stored_at DESC, seq DESC LIMIT 1), 0)
      """;
  private static final String READ =
      """
      SELECT seq, event FROM event
      WHERE tenant_id = ? AND seq > ? AND (run_id IS NULL OR run_id = ?::uuid) AND (? OR type = ANY (?))
      ORDER BY seq LIMIT ?
      """;

  private final EngineTx tx;

  public Mailbox(EngineTx tx) {
    this.tx = tx;
  }

  /** One event that a run may see. */
  public record Letter(long seq, CloudEvent event) {}

  /**
   * Where a visit goes on, if it has registered as a listener: events up to that one are decided.
   *
   * @throws CommitFailed when the database is lost
   */
  public OptionalLong registered(TenantId tenant, RunId run, String position) {
    return call(
        tenant,
        connection -> {
          try (var select = connection.prepareStatement(REGISTERED)) {
            select.setObject(1, tenant.uuid());
            select.setObject(2, run.uuid());
            select.setString(3, position);
            try (var row = select.executeQuery()) {
              row.next();
              long after = row.getLong(1);
              return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(after);
            }
          }
        });
  }

  /** The number of the last event stored before a time; 0 for none. */
  public long before(TenantId tenant, Instant time) {
    return call(
        tenant,
        connection -> {
          try (var select = connection.prepareStatement(BEFORE)) {
            select.setObject(1, tenant.uuid());
            select.setObject(2, time.atOffset(java.time.ZoneOffset.UTC));
            try (var row = select.executeQuery()) {
              row.next();
              return row.getLong(1);
            }
          }
        });
  }

  /**
   * The next events in order, at most {@link #PAGE}.
   *
   * @param types only of these; empty: of any
   */
  public List<Letter> after(TenantId tenant, RunId run, long seq, List<String> types) {
    return call(tenant, connection -> read(connection, tenant, run, seq, types));
  }

  /**
   * As {@link #after}, in the caller's transaction.
   *
   * @param run whose signals are among them; null: none are
   */
  public static List<Letter> read(
      Connection connection, TenantId tenant, @Nullable RunId run, long seq, List<String> types)
      throws SQLException {
    try (var select = connection.prepareStatement(READ)) {
      select.setObject(1, tenant.uuid());
      select.setLong(2, seq);
      select.setObject(3, run == null ? null : run.uuid(), Types.OTHER);
      select.setBoolean(4, types.isEmpty());
      select.setArray(5, connection.createArrayOf("text", types.toArray()));
      select.setInt(6, PAGE);
      var letters = new ArrayList<Letter>();
      try (var row = select.executeQuery()) {
        while (row.next()) {
          var envelope = (ObjectNode) Json.read(row.getString("event"));
          letters.add(new Letter(row.getLong("seq"), new CloudEvent(envelope)));
        }
      }
      return letters;
    }
  }

  private <T> T call(TenantId tenant, EngineTx.Work<T> work) {
    try {
      return tx.call(List.of(tenant), work);
    } catch (SQLException e) {
      throw new CommitFailed.Lost(e); // the run is let go and walked again
    }
  }
}
