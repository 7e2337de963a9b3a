package io.ganglion.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.db.BatchWriter;
import io.ganglion.db.BatchWriter.Rank;
import io.ganglion.db.Hashed;
import io.ganglion.db.PlainWriter;
import io.ganglion.kernel.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The journal's and the run row's statements: one or two a batch, whatever the number of runs. */
public final class RunWriters {
  private RunWriters() {}

  public static List<BatchWriter<?>> all() {
    return List.of(
        NotCancelled.writer(),
        append(),
        read(),
        consume(),
        timer(),
        compensable(),
        compact(),
        NewRun.writer(),
        BegunRun.writer(),
        stop(),
        rest(),
        new Hashed<>(park()),
        new Hashed<>(end()));
  }

  private static BatchWriter<RunWrite.Append> append() {
    return new PlainWriter<>(
        RunWrite.Append.class,
        Rank.JOURNAL,
        """
        INSERT INTO step (tenant_id, run_id, position, seq, name, state, attempts, output, error, started_at, ended_at)
        SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::int[], ?::text[], ?::text[], ?::int[],
                             ?::json[], ?::json[], ?::timestamptz[], ?::timestamptz[])
        """,
        Optional.empty(),
        (columns, worker) ->
            columns
                .with("uuid", row -> row.tenant().uuid())
                .with("uuid", row -> row.run().uuid())
                .with("text", row -> row.step().position())
                .with("int4", row -> row.step().seq())
                .with("text", row -> row.step().name())
                .with("text", row -> row.step().state().name().toLowerCase(Locale.ROOT))
                .with("int4", row -> row.step().attempts())
                .with("text", row -> json(row.step().output()))
                .with("text", row -> json(row.step().error()))
                .with("text", row -> row.step().startedAt())
                .with("text", row -> row.step().endedAt()));
  }

  private static BatchWriter<RunWrite.Read> read() {
    return new PlainWriter<>(
        RunWrite.Read.class,
        Rank.JOURNAL,
        """
        INSERT INTO state_read (tenant_id, run_id, position, key, version)
        SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::bigint[])
        """,
        Optional.empty(),
        (columns, worker) ->
            columns
                .with("uuid", row -> row.tenant().uuid())
                .with("uuid", row -> row.run().uuid())
                .with("text", RunWrite.Read::position)
                .with("text", RunWrite.Read::key)
                .with("int8", RunWrite.Read::version));
  }

  private static BatchWriter<RunWrite.Consume> consume() {
    return new PlainWriter<>(
        RunWrite.Consume.class,
        Rank.JOURNAL,
        """
        INSERT INTO consumption (tenant_id, run_id, position, ordinal, seq, filter, event)
        SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::int[], ?::bigint[], ?::int[], ?::json[])
        """,
        Optional.empty(),
        (columns, worker) ->
            columns
                .with("uuid", row -> row.tenant().uuid())
                .with("uuid", row -> row.run().uuid())
                .with("text", RunWrite.Consume::position)
                .with("int4", row -> row.event().ordinal())
                .with("int8", row -> row.event().seq())
                .with("int4", row -> row.event().filter())
                .with("text", row -> json(row.event().event())));
  }

  private static BatchWriter<RunWrite.Timer> timer() {
    return new PlainWriter<>(
        RunWrite.Timer.class,
        Rank.JOURNAL,
        """
        INSERT INTO timer (tenant_id, run_id, position, due_at)
        SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::timestamptz[])
        """,
        Optional.empty(),
        (columns, worker) ->
            columns
                .with("uuid", row -> row.tenant().uuid())
                .with("uuid", row -> row.run().uuid())
                .with("text", RunWrite.Timer::position)
                .with("text", RunWrite.Timer::due));
  }

  private static BatchWriter<RunWrite.Compensable> compensable() {
    return new PlainWriter<>(
        RunWrite.Compensable.class,
        Rank.JOURNAL,
        """
        INSERT INTO compensable (tenant_id, run_id, effect_id)
        SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::uuid[]) ON CONFLICT DO NOTHING
        """,
        Optional.empty(),
        (columns, worker) ->
            columns
                .with("uuid", row -> row.tenant().uuid())
                .with("uuid", row -> row.run().uuid())
                .with("uuid", row -> row.effect().uuid()));
  }

  /** After all else that the journal gets in its commit, so that its number is above theirs. */
  private static BatchWriter<RunWrite.Compact> compact() {
    return new PlainWriter<>(
        RunWrite.Compact.class,
        Rank.JOURNAL,
        """
        INSERT INTO checkpoint (tenant_id, run_id, event_seq, state)
        SELECT tenant_id, run_id, nextval('outbox_seq_seq'), state
        FROM unnest(?::uuid[], ?::uuid[], ?::json[]) AS c (tenant_id, run_id, state)
        ON CONFLICT (tenant_id, run_id) DO UPDATE SET event_seq = excluded.event_seq, state = excluded.state
        """,
        Optional.of(Comparator.comparing(row -> row.run().uuid())),
        (columns, worker) ->
            columns
                .with("uuid", row -> row.tenant().uuid())
                .with("uuid", row -> row.run().uuid())
                .with("text", row -> Json.write(row.state())));
  }

  private static BatchWriter<RunWrite.Rest> rest() {
    return new PlainWriter<>(
        RunWrite.Rest.class,
        Rank.STATE,
        """
        UPDATE run SET waiting_for = w.waiting_for
        FROM unnest(?::uuid[], ?::uuid[], ?::jsonb[]) AS w (tenant_id, id, waiting_for)
        WHERE run.tenant_id = w.tenant_id AND run.id = w.id AND run.owner IS NOT DISTINCT FROM ?
        """,
        Optional.of(Comparator.comparing(row -> row.run().uuid())),
        (columns, worker) ->
            columns
                .with("uuid", row -> row.tenant().uuid())
                .with("uuid", row -> row.run().uuid())
                .with("text", row -> json(row.waitingFor()))
                .withLong(worker));
  }

  /** A signal may have made the run due while it was still in memory: the earlier time stands. */
  private static BatchWriter<RunWrite.Park> park() {
    return new PlainWriter<>(
        RunWrite.Park.class,
        Rank.STATE,
        """
        WITH p AS MATERIALIZED (
          SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::jsonb[], ?::timestamptz[], ?::int[], ?::json[])
               AS p (tenant_id, id, state, waiting_for, due_at, depth_peak, under_way)),
        parked AS (
          UPDATE run SET owner = NULL, state = p.state, waiting_for = p.waiting_for, depth_peak = p.depth_peak,
                 under_way = p.under_way, phase = 'waiting', attention = attention OR p.state = 'NEEDS_ATTENTION'
          FROM p WHERE run.tenant_id = p.tenant_id AND run.id = p.id AND run.owner IS NOT DISTINCT FROM ?
            AND run.id = ANY (ARRAY(SELECT id FROM p)) -- else the planner may read all of the tenant's
          RETURNING run.tenant_id, run.id, p.due_at)
        INSERT INTO run_queue AS q (tenant_id, run_id, due_at) SELECT tenant_id, id, due_at FROM parked
        ON CONFLICT (tenant_id, run_id) DO UPDATE SET due_at = least(q.due_at, excluded.due_at)
        """,
        Optional.of(Comparator.comparing(row -> row.run().uuid())),
        (columns, worker) ->
            columns
                .with("uuid", row -> row.tenant().uuid())
                .with("uuid", row -> row.run().uuid())
                .with("text", row -> row.state().name())
                .with("text", row -> Json.write(row.waitingFor()))
                .with("text", RunWrite.Park::due)
                .with("int4", RunWrite.Park::depthPeak)
                .with("text", row -> Json.write(row.underWay()))
                .withLong(worker));
  }

  /** Before ends: a child's row is always locked before its parent's. */
  private static BatchWriter<RunWrite.StopChildren> stop() {
    return new PlainWriter<>(
        RunWrite.StopChildren.class,
        Rank.STATE,
        """
        WITH asked AS (
          UPDATE run SET cancel_requested_at = coalesce(cancel_requested_at, now())
          FROM unnest(?::uuid[], ?::uuid[], ?::text[]) AS s (tenant_id, parent_id, position)
          WHERE run.tenant_id = s.tenant_id AND run.parent_id = s.parent_id AND run.awaited
            AND run.ended_at IS NULL AND starts_with(run.parent_position, s.position)
          RETURNING run.tenant_id, run.id)
        INSERT INTO run_queue AS q (tenant_id, run_id, due_at) SELECT DISTINCT tenant_id, id, now() FROM asked
        ON CONFLICT (tenant_id, run_id) DO UPDATE SET due_at = least(q.due_at, excluded.due_at)
        """,
        Optional.empty(),
        (columns, worker) ->
            columns
                .with("uuid", row -> row.tenant().uuid())
                .with("uuid", row -> row.run().uuid())
                .with("text", RunWrite.StopChildren::position));
  }

  private static BatchWriter<RunWrite.End> end() {
    return new PlainWriter<>(
        RunWrite.End.class,
        Rank.STATE,
        """
        WITH e AS MATERIALIZED (
          SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::json[], ?::json[], ?::int[])
               AS e (tenant_id, id, state, phase, output, error, depth_peak)),
        ended AS (
          UPDATE run SET owner = NULL, state = e.state, phase = e.phase, output = e.output, error = e.error,
                 waiting_for = NULL, depth_peak = e.depth_peak, ended_at = now()
          FROM e WHERE run.tenant_id = e.tenant_id AND run.id = e.id AND run.owner IS NOT DISTINCT FROM ?
            AND run.id = ANY (ARRAY(SELECT id FROM e))
          RETURNING run.tenant_id, run.id, run.parent_id, run.awaited),
        alive AS (
          SELECT p.tenant_id, p.id FROM run p
          WHERE (p.tenant_id, p.id) IN (SELECT tenant_id, parent_id FROM ended WHERE awaited)
            AND p.id = ANY (ARRAY(SELECT parent_id FROM ended WHERE awaited))
            AND (p.tenant_id, p.id) NOT IN (SELECT tenant_id, id FROM ended)
            AND p.ended_at IS NULL ORDER BY p.id FOR SHARE OF p),
        woken AS (
          INSERT INTO run_queue AS q (tenant_id, run_id, due_at) SELECT tenant_id, id, now() FROM alive
          ON CONFLICT (tenant_id, run_id) DO UPDATE SET due_at = least(q.due_at, excluded.due_at))
        DELETE FROM run_queue q USING ended
        WHERE q.tenant_id = ended.tenant_id AND q.run_id = ended.id
          AND q.tenant_id = ANY (ARRAY(SELECT tenant_id FROM ended)) -- both, else the planner may read the whole queue
          AND q.run_id = ANY (ARRAY(SELECT id FROM ended))
        """,
        Optional.of(Comparator.comparing(row -> row.run().uuid())),
        (columns, worker) ->
            columns
                .with("uuid", row -> row.tenant().uuid())
                .with("uuid", row -> row.run().uuid())
                .with("text", row -> row.state().name())
                .with("text", row -> row.state().phase())
                .with("text", row -> json(row.output()))
                .with("text", row -> json(row.error()))
                .with("int4", RunWrite.End::depthPeak)
                .withLong(worker));
  }

  private static @Nullable String json(@Nullable JsonNode node) {
    return node == null ? null : Json.write(node);
  }
}
