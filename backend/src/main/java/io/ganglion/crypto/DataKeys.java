package io.ganglion.crypto;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The tenants' data keys. */
@ApplicationScoped
class DataKeys {
  private static final String NEWEST =
      """
      SELECT generation, wrapped FROM tenant_data_key WHERE tenant_id = ?
      ORDER BY generation DESC LIMIT 1
      """;
  private static final String ONE =
      "SELECT generation, wrapped FROM tenant_data_key WHERE tenant_id = ? AND generation = ?";
  private static final String INSERT =
      """
      INSERT INTO tenant_data_key (tenant_id, generation, wrapped, created_at) VALUES (?, 1, ?, now())
      ON CONFLICT DO NOTHING
      """;

  private final TenantTx tx;
  private final MasterKey master;

  /**
   * By the row's own bytes: a key made in a transaction that was rolled back can't be taken for the
   * one that was stored instead.
   */
  private final Cache<Wrapped, Aead> unwrapped;

  DataKeys(TenantTx tx, MasterKey master, VaultConfig config) {
    this.tx = tx;
    this.master = master;
    this.unwrapped =
        Caffeine.newBuilder()
            .expireAfterAccess(config.cached())
            .maximumSize(config.cachedCount())
            .build();
  }

  /** A key ready for use. */
  record DataKey(int generation, Aead aead) {}

  private record Wrapped(TenantId tenant, int generation, ByteBuffer bytes) {}

  /** The key that seals; made when the tenant has none. */
  DataKey newest(TenantId tenant) throws GeneralSecurityException {
    var known = tx.call(tenant, c -> row(c, NEWEST, tenant, 0));
    if (known.isPresent()) {
      return unwrap(known.get());
    }
    var fresh = fresh(tenant);
    return unwrap(
        tx.call(
            tenant,
            c -> {
              try (var insert = c.prepareStatement(INSERT)) {
                insert.setObject(1, tenant.uuid());
                insert.setBytes(2, fresh);
                insert.executeUpdate();
              }
              return row(c, NEWEST, tenant, 0).orElseThrow(); // somebody else's if it was first
            }));
  }

  /**
   * @throws GeneralSecurityException when there is no such generation
   */
  DataKey generation(TenantId tenant, int generation) throws GeneralSecurityException {
    var row = tx.call(tenant, c -> row(c, ONE, tenant, generation));
    if (row.isEmpty()) {
      throw new GeneralSecurityException("the tenant has no data key %d".formatted(generation));
    }
    return unwrap(row.get());
  }

  private DataKey unwrap(Wrapped row) throws GeneralSecurityException {
    var known = unwrapped.getIfPresent(row);
    if (known == null) {
      var keyset = master.unwrap(row.bytes().array(), place(row.tenant(), row.generation()));
      known =
          TinkProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get())
              .getPrimitive(RegistryConfiguration.get(), Aead.class);
      unwrapped.put(row, known);
    }
    return new DataKey(row.generation(), known);
  }

  private byte[] fresh(TenantId tenant) throws GeneralSecurityException {
    var keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
    return master.wrap(
        TinkProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get()),
        place(tenant, 1));
  }

  private static byte[] place(TenantId tenant, int generation) {
    return "%s|%d".formatted(tenant, generation).getBytes(StandardCharsets.UTF_8);
  }

  private static Optional<Wrapped> row(Connection c, String sql, TenantId tenant, int generation)
      throws SQLException {
    try (var select = c.prepareStatement(sql)) {
      select.setObject(1, tenant.uuid());
      if (generation > 0) {
        select.setInt(2, generation);
      }
      try (var rows = select.executeQuery()) {
        return rows.next()
            ? Optional.of(new Wrapped(tenant, rows.getInt(1), ByteBuffer.wrap(rows.getBytes(2))))
            : Optional.empty();
      }
    }
  }
}
