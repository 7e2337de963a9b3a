package io.ganglion.coordination;

import io.ganglion.db.BatchWriter;
import io.ganglion.db.BatchWriter.Rank;
import io.ganglion.db.Hashed;
import io.ganglion.db.PlainWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The writers of this package, in the order they are applied within a rank. */
public final class HoldWriters {
  private HoldWriters() {}

  /**
   * Systems first (others refer to them), then who may have them and how much, then the holds.
   *
   * @param defaultK what a tenant may hold that has chosen no plan
   */
  public static List<BatchWriter<?>> all(int defaultK) {
    return List.of(
        meet(),
        new Reservations(),
        new Pacing(),
        new Taking(),
        new Affording(),
        new Admitting(defaultK),
        open(),
        new Hashed<>(close()),
        fault(),
        new Turns(),
        new Line(),
        new Spent(),
        new Queueing(),
        new Observing());
  }

  private static BatchWriter<HoldWrite.Meet> meet() {
    return new PlainWriter<>(
        HoldWrite.Meet.class,
        Rank.GUARD,
        """
        INSERT INTO system (tenant_id, id, connector, environment, principal, label, hold_mode)
        SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
        ON CONFLICT DO NOTHING
        """,
        Optional.of(Comparator.comparing(row -> row.system().id().uuid())),
        (columns, worker) ->
            columns
                .with("uuid", row -> row.tenant().uuid())
                .with("uuid", row -> row.system().id().uuid())
                .with("text", row -> row.system().connector())
                .with("text", row -> row.system().environment())
                .with("text", row -> row.system().principal())
                .with("text", row -> row.system().label())
                .with("text", row -> row.system().exclusive() ? "exclusive" : "shared"));
  }

  private static BatchWriter<HoldWrite.Open> open() {
    return new PlainWriter<>(
        HoldWrite.Open.class,
        Rank.LEDGER,
        """
        INSERT INTO hold (tenant_id, id, run_id, member_id, system_id, connector, weight, zero_rate, opened_at, fence)
        SELECT tenant_id, id, run_id, member_id, system_id, connector, weight, zero_rate,
               -- one time for all of a commit: admitted by now, and what made room for them closed before
               greatest(opened_at, (SELECT clock_timestamp())),
               ?
        FROM unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::int[], ?::text[], ?::timestamptz[])
          AS w (tenant_id, id, run_id, member_id, system_id, connector, weight, zero_rate, opened_at)
        """,
        Optional.empty(),
        (columns, worker) ->
            columns
                .withLong(worker)
                .with("uuid", row -> row.tenant().uuid())
                .with("uuid", row -> row.id().uuid())
                .with("uuid", row -> row.holder().root().uuid())
                .with("uuid", HoldWriters::member)
                .with("uuid", row -> row.system().uuid())
                .with("text", HoldWrite.Open::connector)
                .with("int4", HoldWrite.Open::weight)
                .with("text", row -> row.zeroRate() == null ? null : word(row.zeroRate()))
                .with("text", HoldWrite.Open::at));
  }

  private static @Nullable UUID member(HoldWrite.Open row) {
    var holder = row.holder();
    return holder.run().equals(holder.root()) ? null : holder.run().uuid();
  }

  private static BatchWriter<HoldWrite.Close> close() {
    return new PlainWriter<>(
        HoldWrite.Close.class,
        Rank.STATE,
        """
        WITH c AS MATERIALIZED (
          SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::timestamptz[], ?::text[]) AS c (tenant_id, id, at, reason))
        UPDATE hold SET closed_at = greatest(least(c.at, now()), opened_at), close_reason = c.reason
        FROM c WHERE hold.tenant_id = c.tenant_id AND hold.id = c.id
          AND hold.id = ANY (ARRAY(SELECT id FROM c)) -- else the planner may read all of the tenant's
          AND hold.close_reason IS NULL -- as closed_at, by which an index has all open holds
        """,
        Optional.of(Comparator.comparing(row -> row.id().uuid())),
        (columns, worker) ->
            columns
                .with("uuid", row -> row.tenant().uuid())
                .with("uuid", row -> row.id().uuid())
                .with("text", HoldWrite.Close::at)
                .with("text", row -> word(row.reason())));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static BatchWriter<HoldWrite.Fault> fault() {
    return new PlainWriter<>(
        HoldWrite.Fault.class,
        Rank.STATE,
        """
        INSERT INTO hold_zero (tenant_id, hold_id, from_at, to_at, code)
        SELECT f.tenant_id, f.hold_id, w.from_at, greatest(w.from_at, w.to_at), 'upstream'
        FROM unnest(?::uuid[], ?::uuid[], ?::timestamptz[], ?::timestamptz[]) AS f (tenant_id, hold_id, from_at, to_at)
        CROSS JOIN LATERAL (
          -- a hold that is open still closes by the database's clock, which the worker's may be ahead of
          SELECT greatest(f.from_at, h.opened_at) AS from_at, least(f.to_at, h.closed_at, now()) AS to_at
          FROM hold h WHERE h.tenant_id = f.tenant_id AND h.id = f.hold_id) AS w
        ON CONFLICT DO NOTHING
        """,
        Optional.empty(),
        (columns, worker) ->
            columns
                .with("uuid", row -> row.tenant().uuid())
                .with("uuid", row -> row.id().uuid())
                .with("text", HoldWrite.Fault::from)
                .with("text", HoldWrite.Fault::to));
  }
}
