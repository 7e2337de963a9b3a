package io.ganglion.effect;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.db.BatchWriter;
import io.ganglion.db.BatchWriter.Rank;
import io.ganglion.db.Columns;
import io.ganglion.db.Hashed;
import io.ganglion.db.PlainWriter;
import io.ganglion.kernel.Json;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The ledger's statements: one insert and one update a batch, whatever the number of effects. */
public final class EffectWriters {
  private static final String INSERT =
      """
      INSERT INTO effect (tenant_id, id, run_id, position, ordinal, phase, undo_of, connection, connector, action,
                          system_id, retry_class, undo_class, arguments, arguments_hash, reads,
                          handle, state, attempts, attempts_lost, status, reason, output, reference, url, evidence,
                          first_dispatched_at, dispatched_at, judge_after, not_before, settled_at, fence)
      SELECT *, ? FROM unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::int[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[],
                           ?::uuid[], ?::text[], ?::text[], ?::json[], ?::text[], ?::jsonb[],
                           ?::json[], ?::text[], ?::int[], ?::int[], ?::int[], ?::text[], ?::json[], ?::text[], ?::text[], ?::text[],
                           ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[])
      """;
  private static final String UPDATE =
      """
      WITH u AS MATERIALIZED (
        SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::json[], ?::text[], ?::int[], ?::int[], ?::int[], ?::text[], ?::json[], ?::text[], ?::text[], ?::text[],
                    ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[])
             AS u (tenant_id, id, handle, state, attempts, attempts_lost, status, reason, output, reference, url, evidence,
                   first_dispatched_at, dispatched_at, judge_after, not_before, settled_at))
      UPDATE effect SET handle = u.handle, state = u.state, attempts = u.attempts, attempts_lost = u.attempts_lost, status = u.status, reason = u.reason,
             output = u.output, reference = u.reference, url = u.url, evidence = u.evidence,
             first_dispatched_at = u.first_dispatched_at, dispatched_at = u.dispatched_at, judge_after = u.judge_after,
             not_before = u.not_before, settled_at = u.settled_at, fence = ?
      FROM u WHERE effect.tenant_id = u.tenant_id AND effect.id = u.id
        AND effect.id = ANY (ARRAY(SELECT id FROM u)) -- else the planner may read all of the tenant's
      """;

  private EffectWriters() {}

  /** Both writers. */
  public static List<BatchWriter<?>> all() {
    return List.of(
        new PlainWriter<>(
            EffectWrite.Insert.class,
            Rank.LEDGER,
            INSERT,
            Optional.empty(),
            EffectWriters::bindInsert),
        new LatestUpdate(
            new Hashed<>(
                new PlainWriter<>(
                    EffectWrite.Update.class,
                    Rank.JOURNAL,
                    UPDATE,
                    Optional.of(Comparator.comparing(write -> write.effect().id().uuid())),
                    EffectWriters::bindUpdate))));
  }

  private static void bindInsert(Columns<EffectWrite.Insert> columns, long worker)
      throws SQLException {
    columns
        .withLong(worker)
        .with("uuid", w -> w.tenant().uuid())
        .with("uuid", w -> w.effect().id().uuid())
        .with("uuid", w -> w.effect().frozen().run().uuid())
        .with("text", w -> w.effect().frozen().position())
        .with("int4", w -> w.effect().frozen().ordinal())
        .with("text", w -> w.effect().frozen().phase())
        .with("uuid", w -> undoOf(w.effect()))
        .with("text", w -> w.effect().frozen().connection())
        .with("text", w -> w.effect().frozen().connector())
        .with("text", w -> w.effect().frozen().action())
        .with("uuid", w -> w.effect().frozen().system().uuid())
        .with("text", w -> w.effect().frozen().retryClass().word())
        .with("text", w -> w.effect().frozen().undoClass().word())
        // as they are: what is sent again are the same bytes
        .with("text", w -> Json.write(w.effect().frozen().arguments()))
        .with("text", w -> w.effect().frozen().argumentsHash())
        .with("text", w -> json(w.effect().frozen().reads()));
    bindState(columns);
  }

  private static void bindUpdate(Columns<EffectWrite.Update> columns, long worker)
      throws SQLException {
    columns.with("uuid", w -> w.tenant().uuid()).with("uuid", w -> w.effect().id().uuid());
    bindState(columns);
    columns.withLong(worker);
  }

  private static <W extends EffectWrite> void bindState(Columns<W> columns) throws SQLException {
    columns
        .with("text", w -> json(w.effect().handle()))
        .with("text", w -> w.effect().state().name())
        .with("int4", w -> w.effect().tries().sent())
        .with("int4", w -> w.effect().tries().lost())
        .with("int4", missed(Effect.Miss::status))
        .with("text", missed(Effect.Miss::reason))
        .with("text", landed(landing -> json(landing.output())))
        .with("text", landed(Effect.Landing::reference))
        .with("text", landed(Effect.Landing::url))
        .with("text", w -> w.effect().evidence())
        .with("text", w -> w.effect().times().firstDispatched())
        .with("text", w -> w.effect().times().dispatched())
        .with("text", w -> w.effect().times().judgeAfter())
        .with("text", w -> w.effect().times().notBefore())
        .with("text", w -> w.effect().times().settled());
  }

  private static <W extends EffectWrite> Function<W, @Nullable Object> missed(
      Function<Effect.Miss, @Nullable Object> value) {
    return write -> {
      var last = write.effect().last();
      return last == null ? null : value.apply(last);
    };
  }

  private static <W extends EffectWrite> Function<W, @Nullable Object> landed(
      Function<Effect.Landing, @Nullable Object> value) {
    return write -> {
      var landed = write.effect().landed();
      return landed == null ? null : value.apply(landed);
    };
  }

  private static @Nullable UUID undoOf(Effect effect) {
    var undone = effect.frozen().undoOf();
    return undone == null ? null : undone.uuid();
  }

  private static @Nullable String json(@Nullable JsonNode node) {
    return node == null || node.isNull() ? null : Json.write(node);
  }
}
