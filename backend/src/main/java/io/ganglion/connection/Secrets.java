package io.ganglion.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Credentials;
import io.ganglion.crypto.Sealed;
import io.ganglion.crypto.Vault;
import io.ganglion.kernel.ConnectionId;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;

/** Credentials at rest, each bound to its connection and to which of its credentials it is. */
@ApplicationScoped
class Secrets {
  private final Vault vault;

  Secrets(Vault vault) {
    this.vault = vault;
  }

  /** What the connector needs; what new tokens are got by stays sealed. */
  Credentials open(TenantId tenant, StoredConnection stored) {
    return new Credentials(
        stored.authorized() ? grant(tenant, stored).credentials() : values(tenant, stored));
  }

  /** Of a connection that a person has authorized. */
  Grant grant(TenantId tenant, StoredConnection stored) {
    return Grant.read(values(tenant, stored));
  }

  private JsonNode values(TenantId tenant, StoredConnection stored) {
    var place = place(stored.connection().id(), stored.credentialsVersion());
    var secret = vault.open(tenant, place, stored.credentials());
    return Json.read(new String(secret, StandardCharsets.UTF_8));
  }

  Sealed seal(TenantId tenant, ConnectionId id, long credentialsVersion, JsonNode credentials) {
    var secret = Json.write(credentials).getBytes(StandardCharsets.UTF_8);
    return vault.seal(tenant, place(id, credentialsVersion), secret);
  }

  /** Sealed by the tenant's newest data key instead of the one it has. */
  Sealed reseal(TenantId tenant, ConnectionId id, long credentialsVersion, Sealed sealed) {
    var place = place(id, credentialsVersion);
    return vault.seal(tenant, place, vault.open(tenant, place, sealed));
  }

  private static String place(ConnectionId id, long credentialsVersion) {
    return "%s|%d".formatted(id, credentialsVersion);
  }
}
