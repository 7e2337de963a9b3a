package io.ganglion.notification;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.MessageId;
import io.ganglion.kernel.PersonId;
import io.ganglion.kernel.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of messages and of the notes they are made of; called inside a tenant's transaction. */
final class MessageStore {
  private static final String LOCK =
      "SELECT 1 FROM notification_tenant WHERE tenant_id = ? FOR UPDATE SKIP LOCKED";

  /**
   * Each statement finds its rows by an index: a plan that was made while tables were small would
   * read all of them.
   */
  private static final String BY_INDEX =
      """
      SELECT set_config('plan_cache_mode', 'force_custom_plan', true), set_config('enable_seqscan', 'off', true),
        set_config('enable_bitmapscan', 'off', true), set_config('enable_hashjoin', 'off', true),
        set_config('enable_mergejoin', 'off', true)
      """;

  private static final String FORGET =
      "DELETE FROM notification_pending WHERE tenant_id = ? AND seq = ANY (?)";

  /** Whether it may have come to somebody: what was dropped with its first try never did. */
  private static final String SENT = "(l.outcome IS DISTINCT FROM 'dropped' OR l.attempts > 1)";

  /**
   * Into the message that gathers, or a new one, which waits until the one before is long enough
   * ago.
   */
  private static final String ADD =
      """
      INSERT INTO notification_message AS m (tenant_id, id, person_id, kind, channel, events, items, opened_at, due_at)
      SELECT ?, n.id, n.person_id, n.kind, n.channel, n.events, n.items, ?, greatest(?, coalesce((
        SELECT max(l.closed_at) FROM notification_message l
        WHERE l.tenant_id = ? AND l.person_id = n.person_id AND l.kind = n.kind AND l.channel = n.channel AND %s)
          + make_interval(secs => ?), '-infinity'))
      FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::jsonb[]) AS n (id, person_id, kind, channel, events, items)
      ON CONFLICT (tenant_id, person_id, kind, channel) WHERE closed_at IS NULL DO UPDATE SET
        events = m.events + excluded.events,
        items = CASE WHEN jsonb_array_length(m.items) < ? THEN m.items || excluded.items ELSE m.items END
      """
          .formatted(SENT);

  /** The next is held back while the one before is tried still. */
  private static final String FIRST =
      """
      (m.closed_at IS NOT NULL OR NOT EXISTS (
        SELECT FROM notification_message e
        WHERE e.tenant_id = m.tenant_id AND e.person_id = m.person_id AND e.kind = m.kind AND e.channel = m.channel
          AND e.closed_at IS NOT NULL AND e.ended_at IS NULL))
      """;

  private static final String CLAIM =
      """
      WITH due AS (
        SELECT m.id FROM notification_message m
        WHERE m.tenant_id = ? AND m.ended_at IS NULL AND m.due_at <= ? AND %s
        ORDER BY m.due_at LIMIT ?)
      UPDATE notification_message m SET closed_at = coalesce(m.closed_at, ?), attempts = m.attempts + 1, leased_until = ?, due_at = ?
      FROM due d WHERE m.tenant_id = ? AND m.id = d.id
      RETURNING m.id, m.person_id, m.kind, m.channel, m.events, m.items, m.attempts
      """
          .formatted(FIRST);
  private static final String SWEEP =
      "DELETE FROM notification_message WHERE tenant_id = ? AND ended_at < ?";

  /** When there is something to be done for the tenant again. */
  private static final String NEXT =
      """
      UPDATE notification_tenant SET due_at = least(
        coalesce((SELECT min(m.due_at) FROM notification_message m WHERE m.tenant_id = ? AND m.ended_at IS NULL AND %s), 'infinity'),
        coalesce((SELECT min(m.ended_at) FROM notification_message m WHERE m.tenant_id = ? AND m.ended_at IS NOT NULL)
          + make_interval(secs => ?), 'infinity'))
      WHERE tenant_id = ?
      """
          .formatted(FIRST);

  /** Only while the try is the last one: else its lease was over. */
  private static final String END =
      """
      UPDATE notification_message SET ended_at = ?, outcome = ?, reason = ?, leased_until = NULL
      WHERE tenant_id = ? AND id = ? AND attempts = ? AND ended_at IS NULL
      """;

  /** What gathers waits no longer for one that was dropped. */
  private static final String RELEASE =
      """
      UPDATE notification_message m SET due_at = greatest(m.opened_at + make_interval(secs => ?), coalesce((
        SELECT max(l.closed_at) FROM notification_message l
        WHERE l.tenant_id = m.tenant_id AND l.person_id = m.person_id AND l.kind = m.kind AND l.channel = m.channel AND %s)
          + make_interval(secs => ?), '-infinity'))
      WHERE m.tenant_id = ? AND m.person_id = ? AND m.kind = ? AND m.channel = ? AND m.closed_at IS NULL
      """
          .formatted(SENT);

  private static final String AGAIN =
      """
      UPDATE notification_message SET due_at = ?, reason = ?, leased_until = NULL, attempts = attempts - ?
      WHERE tenant_id = ? AND id = ? AND attempts = ? AND ended_at IS NULL
      """;
  private static final String GIVE_UP =
      """
      UPDATE notification_message SET ended_at = ?, closed_at = coalesce(closed_at, ?), outcome = 'failed',
        reason = 'the channel is disabled', leased_until = NULL
      WHERE tenant_id = ? AND person_id = ? AND channel = ? AND ended_at IS NULL
      """;

  private MessageStore() {}

  /** What is to be put into somebody's message. */
  record Addition(PersonId person, Kind kind, Channel channel, long events, List<Item> items) {
    JsonNode json() {
      var array = Json.object().putArray("items");
      items.forEach(item -> array.add(item.json()));
      return array;
    }
  }

  /** Whether nobody else does anything for the tenant until the transaction ends. */
  static boolean lock(Connection connection, TenantId tenant) throws SQLException {
    try (var plans = connection.prepareStatement(BY_INDEX);
        var lock = connection.prepareStatement(LOCK)) {
      plans.execute();
      lock.setObject(1, tenant.uuid());
      try (var row = lock.executeQuery()) {
        return row.next();
      }
    }
  }

  static void forget(Connection connection, TenantId tenant, List<Long> seqs) throws SQLException {
    try (var forget = connection.prepareStatement(FORGET)) {
      forget.setObject(1, tenant.uuid());
      forget.setArray(2, connection.createArrayOf("int8", seqs.toArray()));
      forget.executeUpdate();
    }
  }

  static void add(
      Connection connection,
      TenantId tenant,
      List<Addition> additions,
      NotificationConfig config,
      Instant now)
      throws SQLException {
    if (additions.isEmpty()) {
      return;
    }
    try (var add = connection.prepareStatement(ADD)) {
      add.setObject(1, tenant.uuid());
      time(add, 2, now);
      time(add, 3, now.plus(config.gather()));
      add.setObject(4, tenant.uuid());
      add.setDouble(5, seconds(config.window()));
      var ids = additions.stream().map(one -> MessageId.next().uuid()).toArray();
      add.setArray(6, connection.createArrayOf("uuid", ids));
      add.setArray(7, array(connection, "uuid", additions, one -> one.person().uuid()));
      add.setArray(8, array(connection, "text", additions, one -> one.kind().text()));
      add.setArray(9, array(connection, "text", additions, one -> one.channel().text()));
      add.setArray(10, array(connection, "int8", additions, Addition::events));
      add.setArray(11, array(connection, "jsonb", additions, one -> Json.write(one.json())));
      add.setInt(12, config.listed());
      add.executeUpdate();
    }
  }

  private static java.sql.Array array(
      Connection connection,
      String type,
      List<Addition> additions,
      java.util.function.Function<Addition, Object> column)
      throws SQLException {
    return connection.createArrayOf(type, additions.stream().map(column).toArray());
  }

  /** Takes messages that are due, for as long as the lease. */
  static List<Digest> claim(
      Connection connection, TenantId tenant, NotificationConfig config, int most, Instant now)
      throws SQLException {
    var until = now.plus(config.lease());
    try (var claim = connection.prepareStatement(CLAIM)) {
      claim.setObject(1, tenant.uuid());
      time(claim, 2, now);
      claim.setInt(3, most);
      time(claim, 4, now);
      time(claim, 5, until);
      time(claim, 6, until);
      claim.setObject(7, tenant.uuid());
      var claimed = new ArrayList<Digest>();
      try (var row = claim.executeQuery()) {
        while (row.next()) {
          claimed.add(digest(tenant, row, config.listed()));
        }
      }
      return claimed;
    }
  }

  private static Digest digest(TenantId tenant, ResultSet row, int listed) throws SQLException {
    return new Digest(
        tenant,
        new MessageId(row.getObject("id", UUID.class)),
        new PersonId(row.getObject("person_id", UUID.class)),
        Kind.of(row.getString("kind")),
        Channel.of(row.getString("channel")),
        row.getLong("events"),
        Json.read(row.getString("items")).valueStream().limit(listed).map(Item::read).toList(),
        row.getInt("attempts"));
  }

  /** Takes away what is kept no longer, and notes when there is something to be done again. */
  static void next(Connection connection, TenantId tenant, Duration kept, Instant now)
      throws SQLException {
    try (var sweep = connection.prepareStatement(SWEEP);
        var next = connection.prepareStatement(NEXT)) {
      sweep.setObject(1, tenant.uuid());
      time(sweep, 2, now.minus(kept));
      sweep.executeUpdate();
      next.setObject(1, tenant.uuid());
      next.setObject(2, tenant.uuid());
      next.setLong(3, kept.toSeconds() + 1);
      next.setObject(4, tenant.uuid());
      next.executeUpdate();
    }
  }

  /**
   * @return whether the try was the last one still
   */
  static boolean end(
      Connection connection, Digest digest, String outcome, @Nullable String reason, Instant now)
      throws SQLException {
    try (var end = connection.prepareStatement(END)) {
      time(end, 1, now);
      end.setString(2, outcome);
      end.setString(3, reason);
      which(end, 4, digest);
      return end.executeUpdate() == 1;
    }
  }

  /**
   * Nobody is told of it.
   *
   * @return whether the try was the last one still
   */
  static boolean drop(
      Connection connection, Digest digest, String reason, NotificationConfig config, Instant now)
      throws SQLException {
    if (!end(connection, digest, "dropped", reason, now)) {
      return false;
    }
    try (var release = connection.prepareStatement(RELEASE)) {
      release.setDouble(1, seconds(config.gather()));
      release.setDouble(2, seconds(config.window()));
      release.setObject(3, digest.tenant().uuid());
      release.setObject(4, digest.person().uuid());
      release.setString(5, digest.kind().text());
      release.setString(6, digest.channel().text());
      release.executeUpdate();
    }
    return true;
  }

  /**
   * It is tried once more.
   *
   * @param free whether this try doesn't count
   */
  static boolean again(
      Connection connection, Digest digest, Instant due, String reason, boolean free)
      throws SQLException {
    try (var again = connection.prepareStatement(AGAIN)) {
      time(again, 1, due);
      again.setString(2, reason);
      again.setInt(3, free ? 1 : 0);
      which(again, 4, digest);
      return again.executeUpdate() == 1;
    }
  }

  /** Nothing more goes by that channel. */
  static void giveUp(
      Connection connection, TenantId tenant, PersonId person, Channel channel, Instant now)
      throws SQLException {
    try (var give = connection.prepareStatement(GIVE_UP)) {
      time(give, 1, now);
      time(give, 2, now);
      give.setObject(3, tenant.uuid());
      give.setObject(4, person.uuid());
      give.setString(5, channel.text());
      give.executeUpdate();
    }
  }

  private static void which(PreparedStatement statement, int from, Digest digest)
      throws SQLException {
    statement.setObject(from, digest.tenant().uuid());
    statement.setObject(from + 1, digest.id().uuid());
    statement.setInt(from + 2, digest.attempt());
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1e3;
  }

  private static void time(PreparedStatement statement, int at, Instant time) throws SQLException {
    statement.setObject(at, time.atOffset(ZoneOffset.UTC));
  }
}
