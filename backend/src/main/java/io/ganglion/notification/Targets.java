package io.ganglion.notification;

import io.ganglion.crypto.Resealer;
import io.ganglion.crypto.Resealing;
import io.ganglion.crypto.Resealing.Resealed;
import io.ganglion.crypto.Sealed;
import io.ganglion.crypto.Vault;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.TenantId;
import io.ganglion.kernel.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Channels' addresses and keys at rest: sealed, each bound to an identifier of its own. */
@ApplicationScoped
class Targets implements Resealer {
  private final Vault vault;
  private final Resealing secrets;

  Targets(TenantTx tx, Vault vault) {
    this.vault = vault;
    secrets =
        new Resealing(
            tx,
            new Resealing.Table("notification_channel", "secret_id", "generation", "sealed"),
            (tenant, id, generation, old) -> {
              var place = place(id, generation);
              return vault.seal(tenant, place, vault.open(tenant, place, old));
            });
  }

  /** A target as it is kept. */
  record Stored(UUID id, int generation, Sealed sealed) {}

  /** Seals one outside of a transaction. */
  Stored seal(TenantId tenant, Target target) {
    var id = Uuid7.next();
    return new Stored(id, 1, vault.seal(tenant, place(id, 1), target.bytes()));
  }

  /**
   * Opens one outside of a transaction.
   *
   * @throws io.ganglion.crypto.VaultUnavailable if the master key can't be asked
   */
  Target open(TenantId tenant, Stored stored) {
    return Target.read(vault.open(tenant, place(stored.id, stored.generation), stored.sealed));
  }

  @Override
  public Resealed reseal(TenantId tenant, int before) {
    return secrets.reseal(tenant, before);
  }

  private static String place(UUID id, long generation) {
    return "notification|%s|%d".formatted(id, generation);
  }
}
