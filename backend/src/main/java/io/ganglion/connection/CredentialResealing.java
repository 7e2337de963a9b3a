package io.ganglion.connection;

import io.ganglion.crypto.Resealer;
import io.ganglion.crypto.Resealing;
import io.ganglion.crypto.Resealing.Resealed;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.ConnectionId;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Seals a tenant's credentials anew. A connection's version stays: to whoever uses it nothing has
 * changed.
 */
@ApplicationScoped
class CredentialResealing implements Resealer {
  private final Resealing credentials;

  CredentialResealing(TenantTx tx, Secrets secrets) {
    credentials =
        new Resealing(
            tx,
            new Resealing.Table("connection", "id", "credentials_version", "credentials"),
            (tenant, id, version, old) ->
                secrets.reseal(tenant, new ConnectionId(id), version, old));
  }

  @Override
  public Resealed reseal(TenantId tenant, int before) {
    return credentials.reseal(tenant, before);
  }
}
