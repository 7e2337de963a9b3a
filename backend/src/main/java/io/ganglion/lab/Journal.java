package io.ganglion.lab;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.Page;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the platforms' own journal: what really happened, whatever the callers were told. */
@ApplicationScoped
public class Journal {
  private final TenantTx tx;

  Journal(TenantTx tx) {
    this.tx = tx;
  }

  /**
   * Something that happened.
   *
   * @param kind e.g. {@code post.created}
   * @param reference the platform's name of what came to be
   */
  public record Entry(
      long seq,
      Platform platform,
      String account,
      String kind,
      String reference,
      JsonNode payload,
      Instant at) {}

  /** Which entries: empty means all. */
  public record Filter(
      Optional<Platform> platform, Optional<String> account, Optional<String> kind) {
    public static final Filter ALL =
        new Filter(Optional.empty(), Optional.empty(), Optional.empty());

    public static Filter of(Platform platform) {
      return new Filter(Optional.of(platform), Optional.empty(), Optional.empty());
    }
  }

  /**
   * A page of entries, oldest first. Entries of calls still in flight may get a lower {@code seq}
   * than one already read: a judge reads when all is quiet.
   */
  public Page<Entry> page(TenantId tenant, Filter filter, Page.Request request) {
    long after = request.cursor().map(Journal::seq).orElse(0L);
    var entries = read(tenant, filter, after, request.limit() + 1);
    if (entries.size() <= request.limit()) {
      return new Page<>(entries, Optional.empty());
    }
    var data = entries.subList(0, request.limit());
    return new Page<>(data, Optional.of(Long.toString(data.getLast().seq())));
  }

  /** At most {@code limit} entries after the given seq, oldest first. */
  public List<Entry> read(TenantId tenant, Filter filter, long after, int limit) {
    var sql =
        """
        SELECT seq, platform, account, kind, reference, payload, at FROM lab_entry
        WHERE seq > ? AND (?::text IS NULL OR platform = ?) AND (?::text IS NULL OR account = ?)
          AND (?::text IS NULL OR kind = ?)
        ORDER BY seq LIMIT ?
        """;
    return tx.call(
        tenant,
        connection -> {
          try (var select = connection.prepareStatement(sql)) {
            var platform = filter.platform().map(Platform::word).orElse(null);
            select.setLong(1, after);
            select.setString(2, platform);
            select.setString(3, platform);
            select.setString(4, filter.account().orElse(null));
            select.setString(5, filter.account().orElse(null));
            select.setString(6, filter.kind().orElse(null));
            select.setString(7, filter.kind().orElse(null));
            select.setInt(8, limit);
            return entries(select.executeQuery());
          }
        });
  }

  private static List<Entry> entries(ResultSet row) throws SQLException {
    var entries = new ArrayList<Entry>();
    while (row.next()) {
      entries.add(
          new Entry(
              row.getLong("seq"),
              Platform.of(row.getString("platform")).orElseThrow(),
              row.getString("account"),
              row.getString("kind"),
              row.getString("reference"),
              Json.read(row.getString("payload")),
              row.getTimestamp("at").toInstant()));
    }
    return entries;
  }

  private static long seq(String cursor) {
    try {
      return Long.parseLong(cursor);
    } catch (NumberFormatException e) {
      throw new InvalidRequest("/cursor", "send the next_cursor of the page before");
    }
  }
}
