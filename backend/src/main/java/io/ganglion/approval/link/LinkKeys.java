package io.ganglion.approval.link;

import io.ganglion.crypto.Resealer;
import io.ganglion.crypto.Resealing;
import io.ganglion.crypto.Resealing.Resealed;
import io.ganglion.crypto.Sealed;
import io.ganglion.crypto.Vault;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a tenant's links are signed with: at rest sealed, and opened with no transaction open. */
@ApplicationScoped
class LinkKeys implements Resealer {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;
  private static final int GENERATION = 1;
  private static final SecureRandom RANDOM = new SecureRandom();

  private static final String FIND =
      "SELECT key_generation, sealed FROM approval_link_key WHERE tenant_id = ? AND generation = ?";
  private static final String INSERT =
      """
      INSERT INTO approval_link_key (tenant_id, generation, key_generation, sealed) VALUES (?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """;

  private final TenantTx tx;
  private final Vault vault;
  private final Resealing keys;

  LinkKeys(TenantTx tx, Vault vault) {
    this.tx = tx;
    this.vault = vault;
    keys =
        new Resealing(
            tx,
            new Resealing.Table("approval_link_key", "tenant_id", "generation", "sealed"),
            (tenant, owner, generation, old) -> {
              var place = place(generation);
              return vault.seal(tenant, place, vault.open(tenant, place, old));
            });
  }

  /**
   * The key that signs; made where the tenant has none.
   *
   * @throws io.ganglion.crypto.VaultUnavailable if the master key can't be asked
   */
  Key key(TenantId tenant) {
    return known(tenant).orElseGet(() -> made(tenant));
  }

  /** The key that signed; empty where the tenant never had a link. */
  Optional<Key> known(TenantId tenant) {
    return stored(tenant).map(kept -> new Key(vault.open(tenant, place(GENERATION), kept)));
  }

  private Key made(TenantId tenant) {
    var fresh = new byte[KEY_BYTES];
    RANDOM.nextBytes(fresh);
    var sealed = vault.seal(tenant, place(GENERATION), fresh);
    tx.run(
        tenant,
        connection -> {
          try (var insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, tenant.uuid());
            insert.setInt(2, GENERATION);
            insert.setInt(3, sealed.generation());
            insert.setBytes(4, sealed.bytes());
            insert.executeUpdate();
          }
        });
    return known(tenant).orElseThrow(); // another process may have been first
  }

  private Optional<Sealed> stored(TenantId tenant) {
    return tx.call(
        tenant,
        connection -> {
          try (var select = connection.prepareStatement(FIND)) {
            select.setObject(1, tenant.uuid());
            select.setInt(2, GENERATION);
            try (var row = select.executeQuery()) {
              return row.next()
                  ? Optional.of(new Sealed(row.getInt(1), row.getBytes(2)))
                  : Optional.<Sealed>empty();
            }
          }
        });
  }

  @Override
  public Resealed reseal(TenantId tenant, int before) {
    return keys.reseal(tenant, before);
  }

  private static String place(long generation) {
    return "approval-link|%d".formatted(generation);
  }

  /** An open key. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Key(byte[] bytes) {
    byte[] sign(String text) {
      try {
        var mac = Mac.getInstance(ALGORITHM);
        mac.init(new SecretKeySpec(bytes, ALGORITHM));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    /** Never shows it. */
    @Override
    public String toString() {
      return "Key";
    }
  }
}
