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

/** The tenants' data keys. No transaction of ours is open while a master key is asked. */
@ApplicationScoped
class DataKeys {
  private static final String NEWEST =
      """
      SELECT generation, wrapped, master FROM tenant_data_key WHERE tenant_id = ?
      ORDER BY generation DESC LIMIT 1
      """;
  private static final String ONE =
      "SELECT generation, wrapped, master FROM tenant_data_key WHERE tenant_id = ? AND generation = ?";
  private static final String INSERT =
      """
      INSERT INTO tenant_data_key (tenant_id, generation, wrapped, master, created_at)
      VALUES (?, ?, ?, ?, now()) ON CONFLICT DO NOTHING
      """;
  private static final String REWRAP =
      """
      UPDATE tenant_data_key SET wrapped = ?, master = ?
      WHERE tenant_id = ? AND generation = ? AND wrapped = ?
      """;

  private final TenantTx tx;
  private final Masters masters;

  /**
   * By the row's own bytes: a key made in a transaction that was rolled back can't be taken for the
   * one that was stored instead.
   */
  private final Cache<Wrapped, Aead> unwrapped;

  DataKeys(TenantTx tx, Masters masters, VaultConfig config) {
    this.tx = tx;
    this.masters = masters;
    this.unwrapped =
        Caffeine.newBuilder()
            .expireAfterAccess(config.cached())
            .maximumSize(config.cachedCount())
            .build();
  }

  /** A key ready for use. */
  record DataKey(int generation, Aead aead) {}

  private record Wrapped(TenantId tenant, int generation, ByteBuffer bytes, String master) {
    byte[] place() {
      return DataKeys.place(tenant, generation);
    }
  }

  /** The key that seals; made when the tenant has none. */
  DataKey newest(TenantId tenant) throws GeneralSecurityException {
    var known = tx.call(tenant, c -> row(c, NEWEST, tenant, 0));
    return unwrap(known.isPresent() ? known.get() : made(tenant, 1));
  }

  /**
   * A key of the generation after this one seals from now on; made by somebody else meanwhile: that
   * one.
   */
  DataKey after(TenantId tenant, int generation) throws GeneralSecurityException {
    return unwrap(made(tenant, generation + 1));
  }

  /**
   * @throws GeneralSecurityException when there is no such generation
   */
  DataKey generation(TenantId tenant, int generation) throws GeneralSecurityException {
    return unwrap(stored(tenant, generation));
  }

  /**
   * Wraps a key by the master key in use, if it isn't.
   *
   * @return whether it was another one that wrapped it
   * @throws GeneralSecurityException when no master key opens it, or it is gone
   */
  boolean rewrap(TenantId tenant, int generation) throws GeneralSecurityException {
    var row = stored(tenant, generation);
    if (row.master().equals(masters.current())) {
      return false;
    }
    var keyset = masters.unwrap(row.master(), row.bytes().array(), row.place());
    var wrapped = masters.wrap(keyset, row.place());
    return tx.call(
        tenant,
        c -> {
          try (var update = c.prepareStatement(REWRAP)) {
            update.setBytes(1, wrapped);
            update.setString(2, masters.current());
            update.setObject(3, tenant.uuid());
            update.setInt(4, generation);
            update.setBytes(5, row.bytes().array()); // unless somebody else was first
            return update.executeUpdate() == 1;
          }
        });
  }

  private Wrapped stored(TenantId tenant, int generation) throws GeneralSecurityException {
    return tx.call(tenant, c -> row(c, ONE, tenant, generation))
        .orElseThrow(
            () ->
                new GeneralSecurityException(
                    "the tenant has no data key %d".formatted(generation)));
  }

  /** A new key of this generation, or somebody else's if it was first. */
  private Wrapped made(TenantId tenant, int generation) throws GeneralSecurityException {
    var keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
    var fresh =
        masters.wrap(
            TinkProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get()),
            place(tenant, generation));
    return tx.call(
        tenant,
        c -> {
          try (var insert = c.prepareStatement(INSERT)) {
            insert.setObject(1, tenant.uuid());
            insert.setInt(2, generation);
            insert.setBytes(3, fresh);
            insert.setString(4, masters.current());
            insert.executeUpdate();
          }
          return row(c, ONE, tenant, generation).orElseThrow();
        });
  }

  private DataKey unwrap(Wrapped row) throws GeneralSecurityException {
    var known = unwrapped.getIfPresent(row);
    if (known == null) {
      var keyset = masters.unwrap(row.master(), row.bytes().array(), row.place());
      known =
          TinkProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get())
              .getPrimitive(RegistryConfiguration.get(), Aead.class);
      unwrapped.put(row, known);
    }
    return new DataKey(row.generation(), known);
  }

  static byte[] place(TenantId tenant, int generation) {
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
            ? Optional.of(
                new Wrapped(
                    tenant, rows.getInt(1), ByteBuffer.wrap(rows.getBytes(2)), rows.getString(3)))
            : Optional.empty();
      }
    }
  }
}
