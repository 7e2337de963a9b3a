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
import java.util.UUID;

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

  /** Something that happened in a world, to the account that is this part of it. */
  public record Placed(String part, Entry entry) {}

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
        WHERE tenant_id = ? AND seq > ? AND (?::text IS NULL OR platform = ?) AND (?::text IS NULL OR account = ?)
          AND (?::text IS NULL OR kind = ?)
        ORDER BY seq LIMIT ?
        """;
    return tx.call(
        tenant,
        connection -> {
          try (var select = connection.prepareStatement(sql)) {
            var platform = filter.platform().map(Platform::word).orElse(null);
            select.setObject(1, tenant.uuid());
            select.setLong(2, after);
            select.setString(3, platform);
            select.setString(4, platform);
            select.setString(5, filter.account().orElse(null));
            select.setString(6, filter.account().orElse(null));
            select.setString(7, filter.kind().orElse(null));
            select.setString(8, filter.kind().orElse(null));
            select.setInt(9, limit);
            return entries(select.executeQuery());
          }
        });
  }

  /**
   * All that happened to a world's accounts, oldest first.
   *
   * @param limit the most entries
   */
  public List<Placed> of(TenantId tenant, UUID world, int limit) {
    var sql =
        """
        SELECT a.part, e.seq, e.platform, e.account, e.kind, e.reference, e.payload, e.at
        FROM lab_account a JOIN lab_entry e
          ON e.tenant_id = a.tenant_id AND e.account = a.account AND e.platform = a.platform
        WHERE a.tenant_id = ? AND a.world = ? ORDER BY e.seq LIMIT ?
        """;
    return tx.call(
        tenant,
        connection -> {
          try (var select = connection.prepareStatement(sql)) {
            select.setObject(1, tenant.uuid());
            select.setObject(2, world);
            select.setInt(3, limit);
            var found = new ArrayList<Placed>();
            try (var row = select.executeQuery()) {
              while (row.next()) {
                found.add(new Placed(row.getString("part"), entry(row)));
              }
            }
            return found;
          }
        });
  }

  private static List<Entry> entries(ResultSet row) throws SQLException {
    var entries = new ArrayList<Entry>();
    while (row.next()) {
      entries.add(entry(row));
    }
    return entries;
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong("seq"),
        Platform.of(row.getString("platform")).orElseThrow(),
        row.getString("account"),
        row.getString("kind"),
        row.getString("reference"),
        Json.read(row.getString("payload")),
        row.getTimestamp("at").toInstant());
  }

  private static long seq(String cursor) {
    try {
      return Long.parseLong(cursor);
    } catch (NumberFormatException e) {
      throw new InvalidRequest("/cursor", "send the next_cursor of the page before");
    }
  }
}
