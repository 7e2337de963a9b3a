package io.ganglion.effect;

import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One run's lines of the ledger in its worker's memory: as committed, never ahead of the database.
 * Thread-safe.
 */
public final class Ledger {
  private final ConcurrentHashMap<Key, Effect> effects = new ConcurrentHashMap<>();

  private record Key(String position, int ordinal, @Nullable EffectId undoOf) {}

  /** Reads what the run has done before; the connection sees its tenant. */
  public static Ledger load(Connection connection, TenantId tenant, RunId run) throws SQLException {
    var ledger = new Ledger();
    var sql = "SELECT " + EffectRows.COLUMNS + " FROM effect WHERE tenant_id = ? AND run_id = ?";
    try (var select = connection.prepareStatement(sql)) {
      select.setObject(1, tenant.uuid());
      select.setObject(2, run.uuid());
      try (var row = select.executeQuery()) {
        while (row.next()) {
          ledger.put(EffectRows.read(row));
        }
      }
    }
    return ledger;
  }

  Optional<Effect> find(String position, int ordinal, @Nullable EffectId undoOf) {
    return Optional.ofNullable(effects.get(new Key(position, ordinal, undoOf)));
  }

  /** Whether the effect's line is durable. */
  boolean holds(Effect effect) {
    var frozen = effect.frozen();
    return effects.containsKey(new Key(frozen.position(), frozen.ordinal(), frozen.undoOf()));
  }

  void put(Effect effect) {
    var frozen = effect.frozen();
    effects.put(new Key(frozen.position(), frozen.ordinal(), frozen.undoOf()), effect);
  }

  /** All of them, in the order they were intended. */
  public List<Effect> all() {
    return effects.values().stream()
        .sorted((a, b) -> a.id().uuid().compareTo(b.id().uuid()))
        .toList();
  }

  /** The line as it stands now. */
  public Effect current(Effect effect) {
    return find(effect.frozen().position(), effect.frozen().ordinal(), effect.frozen().undoOf())
        .orElse(effect);
  }
}
