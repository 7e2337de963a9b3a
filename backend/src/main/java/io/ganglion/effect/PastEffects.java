package io.ganglion.effect;

import io.ganglion.db.CommitFailed;
import io.ganglion.db.EngineTx;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import io.ganglion.kernel.Uuid7;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is in no worker's memory any more: what a run did before its checkpoint, or another run. */
public final class PastEffects {
  /** Effects that are brought back at once. */
  public static final int PAGE = 200;

  private static final String STATES =
      """
      SELECT DISTINCT state FROM effect
      WHERE tenant_id = ? AND run_id = ? AND undo_of IS NULL AND retry_class <> 'pure'
        AND position NOT LIKE '%#compensate/%'
      """;
  private static final String COMPENSABLE =
      "SELECT "
          + EffectRows.columns("e")
          + """
           FROM compensable c JOIN effect e ON e.tenant_id = c.tenant_id AND e.id = c.effect_id
          WHERE c.tenant_id = ? AND c.run_id = ? AND (?::uuid IS NULL OR c.effect_id < ?)
          ORDER BY c.effect_id DESC LIMIT ?
          """;

  private static final String FIND =
      "SELECT " + EffectRows.COLUMNS + " FROM effect WHERE tenant_id = ? AND id = ?";

  /** How long before an effect's first dispatch another's intent may be that it is told from. */
  private static final Duration NEAR = Duration.ofMinutes(10);

  private static final int MOST_NEAR = 1000;

  /** By the time within the identifiers, and by the index of what is not settled. */
  private static final String NEARBY =
      "SELECT "
          + EffectRows.COLUMNS
          + """
           FROM effect WHERE tenant_id = ? AND id >= ? AND system_id = ? AND run_id <> ? AND state IN ('LANDED', 'UNDONE')
          UNION ALL SELECT
          """
          + EffectRows.COLUMNS
          + """
           FROM effect WHERE tenant_id = ? AND system_id = ? AND run_id <> ? AND state IN ('DISPATCHED', 'UNKNOWN')
          LIMIT ?
          """;

  private final EngineTx tx;

  public PastEffects(EngineTx tx) {
    this.tx = tx;
  }

  /**
   * The states that all of the run's acts are in, reads and undos left out.
   *
   * @throws CommitFailed when the database is lost
   */
  public Set<EffectState> outward(TenantId tenant, RunId run) {
    return reading(
        () ->
            tx.call(
                List.of(tenant),
                connection -> {
                  var states = EnumSet.noneOf(EffectState.class);
                  try (var select = connection.prepareStatement(STATES)) {
                    select.setObject(1, tenant.uuid());
                    select.setObject(2, run.uuid());
                    try (var row = select.executeQuery()) {
                      while (row.next()) {
                        states.add(EffectState.valueOf(row.getString(1)));
                      }
                    }
                  }
                  return states;
                }));
  }

  /**
   * Effects whose tasks ask for compensation, the latest first, at most {@link #PAGE}.
   *
   * @param before effects from this one on are left out
   * @throws CommitFailed when the database is lost
   */
  public List<Effect> compensable(TenantId tenant, RunId run, Optional<EffectId> before) {
    var last = before.map(EffectId::uuid).orElse(null);
    return reading(
        () ->
            tx.call(
                List.of(tenant),
                connection -> {
                  try (var select = connection.prepareStatement(COMPENSABLE)) {
                    select.setObject(1, tenant.uuid());
                    select.setObject(2, run.uuid());
                    select.setObject(3, last);
                    select.setObject(4, last);
                    select.setInt(5, PAGE);
                    return EffectRows.all(select);
                  }
                }));
  }

  /**
   * What other runs did about when an effect was first sent, or do, on its system.
   *
   * @throws CommitFailed when the database is lost
   */
  public List<Effect> near(Effect effect) {
    var frozen = effect.frozen();
    var sent = effect.times().firstDispatched();
    var from = Uuid7.first(sent == null ? Instant.EPOCH : sent.minus(NEAR));
    return reading(
        () ->
            tx.call(
                List.of(frozen.tenant()),
                connection -> {
                  try (var select = connection.prepareStatement(NEARBY)) {
                    select.setObject(1, frozen.tenant().uuid());
                    select.setObject(2, from);
                    select.setObject(3, frozen.system().uuid());
                    select.setObject(4, frozen.run().uuid());
                    select.setObject(5, frozen.tenant().uuid());
                    select.setObject(6, frozen.system().uuid());
                    select.setObject(7, frozen.run().uuid());
                    select.setInt(8, MOST_NEAR);
                    return EffectRows.all(select);
                  }
                }));
  }

  /**
   * One effect of any run.
   *
   * @throws CommitFailed when the database is lost
   */
  public Optional<Effect> find(TenantId tenant, EffectId id) {
    return reading(
        () ->
            tx.call(
                List.of(tenant),
                connection -> {
                  try (var select = connection.prepareStatement(FIND)) {
                    select.setObject(1, tenant.uuid());
                    select.setObject(2, id.uuid());
                    try (var row = select.executeQuery()) {
                      return row.next() ? Optional.of(EffectRows.read(row)) : Optional.empty();
                    }
                  }
                }));
  }

  private interface Read<T> {
    T now() throws SQLException;
  }

  private static <T> T reading(Read<T> read) {
    try {
      return read.now();
    } catch (SQLException e) {
      throw new CommitFailed.Lost(e); // the run is let go and walked again
    }
  }
}
