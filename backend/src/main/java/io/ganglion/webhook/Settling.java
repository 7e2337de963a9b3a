package io.ganglion.webhook;

import io.ganglion.db.EngineTx;
import io.ganglion.db.Statement;
import io.ganglion.kernel.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Writes what came of tries: many at a time, in one transaction. Says which endpoints are to be
 * disabled; that is another transaction.
 */
final class Settling {
  private static final String LOG =
      """
      INSERT INTO webhook_attempt (tenant_id, endpoint_id, message_id, attempt, at, took_ms, status, reason, answer_bytes)
      SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::int[], ?::timestamptz[], ?::int[], ?::int[], ?::text[], ?::int[])
      ON CONFLICT DO NOTHING
      """;
  private static final String LANES =
      """
      SELECT l.tenant_id, l.endpoint_id, l.wide, l.failures, l.failing_since, l.rests_until
      FROM unnest(?::uuid[], ?::uuid[]) AS n (tenant_id, endpoint_id)
      JOIN webhook_lane l ON l.tenant_id = n.tenant_id AND l.endpoint_id = n.endpoint_id
      ORDER BY 1, 2 FOR UPDATE OF l
      """;

  /** Only while the try is the last one: else its lease was over, or the message is replayed. */
  private static final String SETTLE =
      """
      WITH o AS MATERIALIZED (
        SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::int[], ?::text[], ?::text[], ?::float8[], ?::int[])
          AS o (tenant_id, endpoint_id, message_id, attempt, state, reason, wait_s, free)),
      settled AS (
        UPDATE webhook_delivery d SET state = o.state, reason = o.reason, leased_until = NULL, base = d.base + o.free,
          due_at = now() + make_interval(secs => o.wait_s), ended_at = CASE WHEN o.state <> 'pending' THEN now() END
        FROM o
        WHERE d.tenant_id = o.tenant_id AND d.endpoint_id = o.endpoint_id AND d.message_id = o.message_id
          AND d.attempts = o.attempt AND d.leased_until IS NOT NULL
        RETURNING d.tenant_id, d.endpoint_id, o.state)
      SELECT tenant_id, endpoint_id, count(*) FILTER (WHERE state <> 'pending') FROM settled GROUP BY 1, 2
      """;

  private static final String HEALTH =
      """
      UPDATE webhook_lane l SET wide = n.wide, failures = n.failures, failing_since = n.failing_since, rests_until = n.rests_until,
        waiting = l.waiting - n.ended, due_at = greatest(now(), coalesce(n.rests_until, '-infinity'))
      FROM unnest(?::uuid[], ?::uuid[], ?::int[], ?::int[], ?::timestamptz[], ?::timestamptz[], ?::bigint[])
        AS n (tenant_id, endpoint_id, wide, failures, failing_since, rests_until, ended)
      WHERE l.tenant_id = n.tenant_id AND l.endpoint_id = n.endpoint_id
      """;

  /** How long a message waits that wasn't sent by our own fault. */
  private static final Duration OUR_FAULT = Duration.ofSeconds(30);

  private final EngineTx tx;
  private final Schedule schedule;
  private final Health.Limits limits;
  private final Duration givenUpAfter;
  private final RandomGenerator chance;

  Settling(EngineTx tx, WebhookConfig config, RandomGenerator chance) {
    this.tx = tx;
    this.schedule = new Schedule(config.longestRetryAfter());
    this.limits = Health.Limits.of(config);
    this.givenUpAfter = config.givenUpAfter();
    this.chance = chance;
  }

  /** An endpoint. */
  record Place(UUID tenant, UUID endpoint) {}

  /** What becomes of a delivery. */
  private record Settled(
      Ended ended, String state, @Nullable String reason, Duration pause, int free) {}

  private record Lane(Place place, Health health, long done) {}

  /**
   * Writes them.
   *
   * @return endpoints of which nothing but failures came for too long
   */
  List<Place> settle(List<Ended> all) throws SQLException {
    var tenants =
        all.stream().map(one -> one.claimed().tenant()).distinct().map(TenantId::new).toList();
    return tx.call(tenants, connection -> write(connection, all));
  }

  private List<Place> write(Connection connection, List<Ended> all) throws SQLException {
    var byPlace = new LinkedHashMap<Place, List<Ended>>();
    for (var one : all) {
      byPlace
          .computeIfAbsent(
              new Place(one.claimed().tenant(), one.claimed().endpoint()), p -> new ArrayList<>())
          .add(one);
    }
    var lanes = lanes(connection, List.copyOf(byPlace.keySet()));
    log(connection, all);
    var done = deliveries(connection, all.stream().map(this::settled).toList());
    var givenUp = new ArrayList<Place>();
    var after = new ArrayList<Lane>();
    lanes.forEach(
        (place, health) -> {
          var next = health;
          for (var one : byPlace.getOrDefault(place, List.of())) {
            next = next.after(one.outcome(), over(one), limits, one.claimed().alone());
            if (late(next, one)) {
              givenUp.add(place);
            }
          }
          after.add(new Lane(place, next, done.getOrDefault(place, 0L)));
        });
    health(connection, after);
    return givenUp.stream().distinct().toList();
  }

  private static Instant over(Ended one) {
    return one.at().plusMillis(one.tookMillis());
  }

  private boolean late(Health health, Ended one) {
    return health
        .failingSince()
        .filter(since -> since.plus(givenUpAfter).isBefore(over(one)))
        .isPresent();
  }

  private Settled settled(Ended one) {
    return switch (one.outcome()) {
      case Outcome.Taken t -> new Settled(one, "delivered", null, Duration.ZERO, 0);
      case Outcome.Gone g -> new Settled(one, "failed", "the endpoint is gone", Duration.ZERO, 0);
      case Outcome.NotTried n -> new Settled(one, "pending", null, OUR_FAULT, 1);
      case Outcome.Failed f ->
          schedule
              .after(one.claimed().counted(), f.retryAfter(), chance)
              .map(wait -> new Settled(one, "pending", null, wait, 0))
              .orElseGet(() -> new Settled(one, "failed", "no try is left", Duration.ZERO, 0));
    };
  }

  private static Map<Place, Health> lanes(Connection connection, List<Place> places)
      throws SQLException {
    var found = new LinkedHashMap<Place, Health>();
    try (var select = connection.prepareStatement(LANES)) {
      select.setArray(
          1, connection.createArrayOf("uuid", places.stream().map(Place::tenant).toArray()));
      select.setArray(
          2, connection.createArrayOf("uuid", places.stream().map(Place::endpoint).toArray()));
      try (var row = select.executeQuery()) {
        while (row.next()) {
          found.put(
              new Place(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
              new Health(
                  row.getInt(3),
                  row.getInt(4),
                  instant(row.getObject(5, OffsetDateTime.class)),
                  instant(row.getObject(6, OffsetDateTime.class))));
        }
      }
    }
    return found;
  }

  private static Optional<Instant> instant(@Nullable OffsetDateTime at) {
    return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
  }

  private static void log(Connection connection, List<Ended> all) throws SQLException {
    Statement.plain(
            LOG,
            parameters ->
                parameters
                    .over(all)
                    .with("uuid", one -> one.claimed().tenant())
                    .with("uuid", one -> one.claimed().endpoint())
                    .with("uuid", one -> one.claimed().message())
                    .with("int4", one -> one.claimed().attempt())
                    .with("text", one -> one.at().toString())
                    .with("int4", one -> Math.toIntExact(one.tookMillis()))
                    .with("int4", one -> status(one.outcome()))
                    .with("text", one -> reason(one.outcome()))
                    .with("int4", one -> bytes(one.outcome())))
        .write(connection);
  }

  private static Map<Place, Long> deliveries(Connection connection, List<Settled> all)
      throws SQLException {
    var done = new HashMap<Place, Long>();
    try (var settle = connection.prepareStatement(SETTLE)) {
      settle.setArray(1, array(connection, "uuid", all, one -> one.ended().claimed().tenant()));
      settle.setArray(2, array(connection, "uuid", all, one -> one.ended().claimed().endpoint()));
      settle.setArray(3, array(connection, "uuid", all, one -> one.ended().claimed().message()));
      settle.setArray(4, array(connection, "int4", all, one -> one.ended().claimed().attempt()));
      settle.setArray(5, array(connection, "text", all, Settled::state));
      settle.setArray(6, array(connection, "text", all, Settled::reason));
      settle.setArray(7, array(connection, "float8", all, one -> one.pause().toMillis() / 1e3));
      settle.setArray(8, array(connection, "int4", all, Settled::free));
      try (var row = settle.executeQuery()) {
        while (row.next()) {
          done.put(
              new Place(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
              row.getLong(3));
        }
      }
    }
    return done;
  }

  private static java.sql.Array array(
      Connection connection,
      String type,
      List<Settled> all,
      java.util.function.Function<Settled, @Nullable Object> column)
      throws SQLException {
    return connection.createArrayOf(type, all.stream().map(column).toArray());
  }

  private static void health(Connection connection, List<Lane> lanes) throws SQLException {
    Statement.plain(
            HEALTH,
            parameters ->
                parameters
                    .over(lanes)
                    .with("uuid", lane -> lane.place().tenant())
                    .with("uuid", lane -> lane.place().endpoint())
                    .with("int4", lane -> lane.health().wide())
                    .with("int4", lane -> lane.health().failures())
                    .with("text", lane -> text(lane.health().failingSince()))
                    .with("text", lane -> text(lane.health().restsUntil()))
                    .with("int8", Lane::done))
        .write(connection);
  }

  private static @Nullable String text(Optional<Instant> at) {
    return at.map(it -> it.atOffset(ZoneOffset.UTC).toString()).orElse(null);
  }

  private static @Nullable Integer status(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Taken t -> t.status();
      case Outcome.Failed f -> f.status().orElse(null);
      case Outcome.Gone g -> 410;
      case Outcome.NotTried n -> null;
    };
  }

  private static @Nullable String reason(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Taken t -> null;
      case Outcome.Failed f -> f.reason();
      case Outcome.Gone g -> "it answered 410: it wants no messages any more";
      case Outcome.NotTried n -> n.reason();
    };
  }

  private static @Nullable Integer bytes(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Taken t -> t.bytes();
      case Outcome.Failed f -> f.status().isPresent() ? f.bytes() : null;
      case Outcome.Gone g -> g.bytes();
      case Outcome.NotTried n -> null;
    };
  }
}
