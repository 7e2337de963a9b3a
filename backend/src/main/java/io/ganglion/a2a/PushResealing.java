package io.ganglion.a2a;

import io.ganglion.crypto.Resealer;
import io.ganglion.crypto.Resealing;
import io.ganglion.crypto.Resealing.Resealed;
import io.ganglion.crypto.Vault;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;

/** Seals anew what proves us to the askers of a tenant's tasks. */
@ApplicationScoped
class PushResealing implements Resealer {
  private final Resealing proofs;

  PushResealing(TenantTx tx, Vault vault) {
    proofs =
        new Resealing(
            tx,
            new Resealing.Table("a2a_push", "secret_id", "generation", "sealed"),
            (tenant, secret, generation, old) -> {
              var place = Pushes.place(secret, generation);
              return vault.seal(tenant, place, vault.open(tenant, place, old));
            });
  }

  @Override
  public Resealed reseal(TenantId tenant, int before) {
    return proofs.reseal(tenant, before);
  }
}
