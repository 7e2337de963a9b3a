package io.ganglion.coordination;

import io.ganglion.db.BatchWriter;
import io.ganglion.db.Columns;
import io.ganglion.db.Parameters;
import io.ganglion.db.Statement;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.SystemId;
import io.ganglion.kernel.TenantId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * Whose turn it is on exclusive systems: what runs give back is handed to the first that waits, and
 * that run becomes due; nobody polls.
 *
 * <p>A run that needs several systems together is woken when none of them is another's. Once it has
 * waited {@link #ACCRUAL_SECONDS} freed systems gather for it, while it sleeps; until then others
 * may pass, and after {@link #GATHER_SECONDS} more they may again: it gives back what it has and is
 * the last of the queue. Writes the queue of due runs too, since being handed a system and being
 * due for it are one fact.
 */
final class Turns implements BatchWriter<HoldWrite.Turn> {
  /** A waiter of several systems at a queue's head keeps what is freed after this long. */
  static final int ACCRUAL_SECONDS = 30;

  /** What has gathered for a waiter is given back after so much longer. */
  static final int GATHER_SECONDS = 60;

  /** So many waiters are looked at for one free system; the rest have their turn later. */
  private static final int LOOK_AHEAD = 20;

  /** First, so that nobody can wait for a system whose return we would miss, or the reverse. */
  private static final String LOCK =
      """
      SELECT FROM reservation r
      JOIN unnest(?::uuid[], ?::uuid[]) AS b (tenant_id, system_id) USING (tenant_id, system_id)
      ORDER BY r.tenant_id, r.system_id FOR UPDATE OF r
      """;

  private static final String LEAVE =
      """
      DELETE FROM system_waiter w USING unnest(?::uuid[], ?::uuid[]) AS b (tenant_id, run_id)
      WHERE w.tenant_id = b.tenant_id AND w.run_id = b.run_id
        AND NOT EXISTS (SELECT FROM unnest(?::uuid[], ?::uuid[], ?::uuid[]) AS stays (tenant_id, system_id, run_id)
                        WHERE stays.tenant_id = w.tenant_id AND stays.system_id = w.system_id
                          AND stays.run_id = w.run_id)
      """;
  private static final String QUEUE =
      """
      INSERT INTO system_waiter (tenant_id, system_id, run_id, alone)
      SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::boolean[])
      ON CONFLICT (tenant_id, system_id, run_id) DO UPDATE SET alone = excluded.alone
      """;

  /**
   * A system stays with a family that has an effect on it whose fate is open, or a member that
   * holds it still.
   */
  private static final String UNUSED =
      """
      NOT EXISTS (SELECT FROM effect e JOIN run f ON f.tenant_id = e.tenant_id AND f.id = e.run_id
                  WHERE e.tenant_id = r.tenant_id AND e.system_id = r.system_id
                    AND e.state IN ('DISPATCHED', 'UNKNOWN') AND f.root_id = r.run_id
                    AND e.retry_class <> 'pure')
      AND NOT EXISTS (SELECT FROM hold h
                      WHERE h.tenant_id = r.tenant_id AND h.run_id = r.run_id
                        AND h.system_id = r.system_id AND h.closed_at IS NULL)
      """;

  /** The giver's own stretch was closed before. */
  private static final String GIVE =
      """
      DELETE FROM reservation r
      USING unnest(?::uuid[], ?::uuid[], ?::uuid[]) AS b (tenant_id, system_id, run_id)
      WHERE r.tenant_id = b.tenant_id AND r.system_id = b.system_id AND r.run_id = b.run_id AND
      """
          + UNUSED;

  private static final String HAND_OVER =
      """
      WITH free AS (
        SELECT DISTINCT tenant_id, system_id FROM unnest(?::uuid[], ?::uuid[]) AS b (tenant_id, system_id)
        WHERE NOT EXISTS (SELECT FROM reservation r
                          WHERE r.tenant_id = b.tenant_id AND r.system_id = b.system_id)),
      next AS (
        SELECT free.tenant_id, free.system_id, q.run_id, q.root_id, q.place = 1 AND q.takes AS handed,
               q.alone OR NOT EXISTS (
                 SELECT FROM system_waiter o
                 JOIN reservation r ON r.tenant_id = o.tenant_id AND r.system_id = o.system_id
                 WHERE o.tenant_id = free.tenant_id AND o.run_id = q.run_id AND NOT o.alone
                   AND r.run_id <> q.root_id) AS complete
        FROM free CROSS JOIN LATERAL (
          SELECT w.run_id, w.root_id, w.alone, w.takes, w.place,
                 count(*) FILTER (WHERE w.takes) OVER (ORDER BY w.place ROWS BETWEEN UNBOUNDED PRECEDING
                                                       AND 1 PRECEDING) AS takers_before
          FROM (SELECT w.run_id, run.root_id, w.alone, w.alone OR w.since <= now() - make_interval(secs => %d) AS takes,
                       row_number() OVER (ORDER BY w.since, w.run_id) AS place
                FROM system_waiter w JOIN run ON run.tenant_id = w.tenant_id AND run.id = w.run_id
                WHERE w.tenant_id = free.tenant_id AND w.system_id = free.system_id AND run.ended_at IS NULL
                ORDER BY w.since, w.run_id LIMIT %d) AS w) AS q
        WHERE q.takers_before = 0),
      handed AS (
        INSERT INTO reservation (tenant_id, system_id, run_id)
        SELECT tenant_id, system_id, root_id FROM next WHERE handed ORDER BY tenant_id, system_id
        ON CONFLICT DO NOTHING)
      INSERT INTO run_queue AS q (tenant_id, run_id, due_at)
      SELECT DISTINCT tenant_id, run_id, now() FROM next WHERE complete ORDER BY tenant_id, run_id
      ON CONFLICT (tenant_id, run_id) DO UPDATE SET due_at = least(q.due_at, excluded.due_at)
      """
          .formatted(ACCRUAL_SECONDS, LOOK_AHEAD);

  private static final String DISPERSE =
      """
      WITH late AS (
        SELECT w.tenant_id, w.run_id, r.system_id
        FROM system_waiter w JOIN run m ON m.tenant_id = w.tenant_id AND m.id = w.run_id
        JOIN reservation r ON r.tenant_id = w.tenant_id AND r.system_id = w.system_id AND r.run_id = m.root_id
        WHERE w.tenant_id = ANY (?::uuid[]) AND NOT w.alone AND w.since <= now() - make_interval(secs => %d)
          AND m.owner IS NULL AND %s),
      last AS (UPDATE system_waiter w SET since = clock_timestamp() FROM late
               WHERE w.tenant_id = late.tenant_id AND w.run_id = late.run_id)
      DELETE FROM reservation r USING late
      WHERE r.tenant_id = late.tenant_id AND r.system_id = late.system_id
      """
          .formatted(ACCRUAL_SECONDS + GATHER_SECONDS, UNUSED);

  /**
   * @param run whose it is: the family's root when given, the run itself when awaited
   */
  private record Claim(TenantId tenant, SystemId system, RunId run, boolean alone) {
    Place place() {
      return new Place(tenant, system.uuid());
    }
  }

  /** A system of a tenant. */
  record Place(TenantId tenant, UUID system) {}

  @Override
  public Class<HoldWrite.Turn> writes() {
    return HoldWrite.Turn.class;
  }

  @Override
  public Rank rank() {
    return Rank.STATE;
  }

  @Override
  public List<Statement> statements(long worker, List<HoldWrite.Turn> turns) {
    var gives = new ArrayList<Claim>();
    var awaits = new ArrayList<Claim>();
    for (var turn : turns) {
      var together = turn.awaited().together();
      var holder = turn.holder();
      turn.gives().forEach(it -> gives.add(new Claim(turn.tenant(), it, holder.root(), true)));
      turn.awaited()
          .systems()
          .forEach(
              it -> awaits.add(new Claim(turn.tenant(), it, holder.run(), !together.contains(it))));
    }
    var touched = new ArrayList<Claim>(gives);
    touched.addAll(awaits);
    touched.sort(Comparator.comparing(claim -> claim.system.uuid()));
    var places = touched.stream().map(Claim::place).toList();
    return List.of(
        Statement.plain(LOCK, parameters -> places(parameters, places)),
        Statement.plain(LEAVE, parameters -> leavers(parameters, turns, awaits)),
        Statement.plain(QUEUE, parameters -> claims(parameters, awaits).with("bool", Claim::alone)),
        Statement.plain(GIVE, parameters -> claims(parameters, gives)),
        handOver(places));
  }

  /** Hands systems that are free to the first of those that wait for them. */
  static Statement handOver(List<Place> places) {
    return Statement.plain(HAND_OVER, parameters -> places(parameters, places));
  }

  /** Gives back what has gathered too long for those who sleep. */
  static Statement disperse(List<TenantId> tenants) {
    return Statement.plain(
        DISPERSE, parameters -> parameters.over(tenants).with("uuid", TenantId::uuid));
  }

  private static void places(Parameters parameters, List<Place> places) throws SQLException {
    parameters
        .over(places)
        .with("uuid", place -> place.tenant.uuid())
        .with("uuid", place -> place.system);
  }

  private static void leavers(Parameters parameters, List<HoldWrite.Turn> turns, List<Claim> awaits)
      throws SQLException {
    parameters
        .over(turns)
        .with("uuid", turn -> turn.tenant().uuid())
        .with("uuid", turn -> turn.holder().run().uuid())
        .over(awaits)
        .with("uuid", stay -> stay.tenant.uuid())
        .with("uuid", stay -> stay.system.uuid())
        .with("uuid", stay -> stay.run.uuid());
  }

  private static Columns<Claim> claims(Parameters parameters, List<Claim> claims)
      throws SQLException {
    return parameters
        .over(claims)
        .with("uuid", claim -> claim.tenant.uuid())
        .with("uuid", claim -> claim.system.uuid())
        .with("uuid", claim -> claim.run.uuid());
  }
}
