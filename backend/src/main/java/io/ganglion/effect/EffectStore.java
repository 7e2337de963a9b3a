package io.ganglion.effect;

import io.ganglion.db.TenantTx;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.Page;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the ledger for callers; only runs write it. */
@ApplicationScoped
public class EffectStore {
  private static final String PAGE =
      "SELECT " + EffectRows.COLUMNS + " FROM effect WHERE tenant_id = ?";
  private static final String ORDER = " AND (?::uuid IS NULL OR id > ?) ORDER BY id LIMIT ?";
  private static final String ONE =
      "SELECT " + EffectRows.COLUMNS + " FROM effect WHERE tenant_id = ? AND id = ?";

  private final TenantTx tx;

  EffectStore(TenantTx tx) {
    this.tx = tx;
  }

  public Effect get(TenantId tenant, EffectId id) {
    Optional<Effect> found =
        tx.call(
            tenant,
            connection -> {
              try (var select = connection.prepareStatement(ONE)) {
                select.setObject(1, tenant.uuid());
                select.setObject(2, id.uuid());
                try (var row = select.executeQuery()) {
                  return row.next() ? Optional.of(EffectRows.read(row)) : Optional.empty();
                }
              }
            });
    return found.orElseThrow(() -> new NotFound("effect"));
  }

  /** In the order they were intended; {@code run} and {@code state} narrow it. */
  public Page<Effect> list(
      TenantId tenant,
      @Nullable RunId run,
      @Nullable EffectState state,
      int limit,
      @Nullable EffectId after) {
    List<Effect> found =
        tx.call(
            tenant,
            connection -> {
              try (var select = connection.prepareStatement(narrowed(run, state))) {
                int at = 0;
                select.setObject(++at, tenant.uuid());
                if (run != null) {
                  select.setObject(++at, run.uuid());
                }
                select.setObject(++at, after == null ? null : after.uuid());
                select.setObject(++at, after == null ? null : after.uuid());
                select.setInt(++at, limit + 1);
                var effects = new ArrayList<Effect>();
                try (var row = select.executeQuery()) {
                  while (row.next()) {
                    effects.add(EffectRows.read(row));
                  }
                }
                return effects;
              }
            });
    return Page.of(found, limit, effect -> effect.id().toString());
  }

  /**
   * What is asked for is in the text, so that the index of it serves. That of open effects has no
   * order, and a planner that is to begin with the first would read all that ever was in one.
   */
  private static String narrowed(@Nullable RunId run, @Nullable EffectState state) {
    var page =
        PAGE
            + (run == null ? "" : " AND run_id = ?")
            + (state == null ? "" : " AND state = '%s'".formatted(state.name()));
    boolean open = state == EffectState.DISPATCHED || state == EffectState.UNKNOWN;
    return open && run == null
        ? "SELECT * FROM (" + page + " OFFSET 0) open WHERE true" + ORDER
        : page + ORDER;
  }
}
