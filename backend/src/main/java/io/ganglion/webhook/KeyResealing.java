package io.ganglion.webhook;

import io.ganglion.crypto.Resealer;
import io.ganglion.crypto.Resealing;
import io.ganglion.crypto.Resealing.Resealed;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;

/** Seals a tenant's webhook keys anew. */
@ApplicationScoped
class KeyResealing implements Resealer {
  private final Resealing keys;

  KeyResealing(TenantTx tx, Keyring keyring) {
    keys =
        new Resealing(
            tx,
            new Resealing.Table("webhook_secret", "owner_id", "generation", "sealed"),
            (tenant, owner, generation, old) ->
                keyring.reseal(tenant, owner, Math.toIntExact(generation), old));
  }

  @Override
  public Resealed reseal(TenantId tenant, int before) {
    return keys.reseal(tenant, before);
  }
}
