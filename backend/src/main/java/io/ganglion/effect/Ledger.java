package io.ganglion.effect;

import io.ganglion.db.Replays;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One run's lines of the ledger in its worker's memory: as committed, never ahead of the database.
 * Thread-safe.
 */
public final class Ledger {
  private final ConcurrentHashMap<Key, Effect> effects = new ConcurrentHashMap<>();

  private record Key(String position, int ordinal, @Nullable EffectId undoOf) {}

  /** Reads what runs have done before, by their ids; the connection sees their tenants. */
  public static Map<UUID, Ledger> load(Connection connection, Replays replays) throws SQLException {
    var ledgers = new HashMap<UUID, Ledger>();
    replays.runs().forEach(one -> ledgers.put(one.run(), new Ledger()));
    replays
        .acting()
        .read(
            connection,
            EffectRows.columns("r"),
            "effect",
            true,
            "",
            (run, row) -> Objects.requireNonNull(ledgers.get(run)).put(EffectRows.read(row)));
    return ledgers;
  }

  /** Takes lines of earlier effects too; the connection sees the tenant. */
  public void recall(Connection connection, TenantId tenant, Collection<UUID> ids)
      throws SQLException {
    var sql = "SELECT " + EffectRows.COLUMNS + " FROM effect WHERE tenant_id = ? AND id = ANY (?)";
    try (var select = connection.prepareStatement(sql)) {
      select.setObject(1, tenant.uuid());
      select.setArray(2, connection.createArrayOf("uuid", ids.toArray()));
      try (var row = select.executeQuery()) {
        while (row.next()) {
          put(EffectRows.read(row));
        }
      }
    }
  }

  /** Lets go of all whose fate is known. */
  public void forgetSettled() {
    effects.values().removeIf(effect -> !effect.state().open());
  }

  public Optional<Effect> find(String position, int ordinal, @Nullable EffectId undoOf) {
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
