package io.ganglion.webhook;

import io.ganglion.crypto.Sealed;
import io.ganglion.crypto.Vault;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keys of endpoints and sources at rest, each bound to its owner and its generation. */
@ApplicationScoped
public class Keyring {
  private static final String INSERT =
      """
      INSERT INTO webhook_secret (tenant_id, owner_id, generation, kind, key_generation, sealed, public_key, created_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String LIST =
      """
      SELECT owner_id, generation, kind, key_generation, sealed, public_key, created_at, expires_at
      FROM webhook_secret
      WHERE tenant_id = ? AND owner_id = ? AND (expires_at IS NULL OR expires_at > ?) ORDER BY generation DESC
      """;
  private static final String EXPIRE =
      """
      UPDATE webhook_secret SET expires_at = ?
      WHERE tenant_id = ? AND owner_id = ? AND (expires_at IS NULL OR expires_at > ?)
      """;

  /** Keys of more than two generations would make a header that nobody expects. */
  private static final String FORGET =
      """
      DELETE FROM webhook_secret s WHERE tenant_id = ? AND owner_id = ?
        AND generation < (SELECT max(generation) FROM webhook_secret m WHERE m.tenant_id = s.tenant_id AND m.owner_id = s.owner_id)
      """;

  private static final String DELETE =
      "DELETE FROM webhook_secret WHERE tenant_id = ? AND owner_id = ?";

  private final Vault vault;

  Keyring(Vault vault) {
    this.vault = vault;
  }

  /**
   * A key as it is kept.
   *
   * @param expiresAt null: until it is replaced
   */
  public record Stored(
      UUID owner,
      int generation,
      SigningKey.Kind kind,
      Sealed sealed,
      @Nullable String publicKey,
      Instant createdAt,
      @Nullable Instant expiresAt) {}

  /** Opens one; asks the vault, and hence no transaction may be under way that is another's. */
  public SigningKey open(TenantId tenant, Stored stored) {
    var bytes = vault.open(tenant, place(stored.owner(), stored.generation()), stored.sealed());
    return new SigningKey(stored.kind(), bytes, stored.publicKey());
  }

  /** Sealed by the tenant's newest data key instead of the one it has. */
  Sealed reseal(TenantId tenant, UUID owner, int generation, Sealed sealed) {
    var place = place(owner, generation);
    return vault.seal(tenant, place, vault.open(tenant, place, sealed));
  }

  /** Seals one outside of a transaction, for {@link #add}. */
  public Sealed seal(TenantId tenant, UUID owner, int generation, SigningKey key) {
    return vault.seal(tenant, place(owner, generation), key.bytes());
  }

  /** The keys that hold at that time, the newest first. */
  public static List<Stored> list(Connection connection, TenantId tenant, UUID owner, Instant now)
      throws SQLException {
    try (var select = connection.prepareStatement(LIST)) {
      select.setObject(1, tenant.uuid());
      select.setObject(2, owner);
      select.setObject(3, now.atOffset(ZoneOffset.UTC));
      var found = new ArrayList<Stored>();
      try (var row = select.executeQuery()) {
        while (row.next()) {
          found.add(read(row));
        }
      }
      return found;
    }
  }

  static Stored read(ResultSet row) throws SQLException {
    return new Stored(
        row.getObject("owner_id", UUID.class),
        row.getInt("generation"),
        SigningKey.Kind.of(row.getString("kind")),
        new Sealed(row.getInt("key_generation"), row.getBytes("sealed")),
        row.getString("public_key"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        instant(row, "expires_at").orElse(null));
  }

  public static void add(
      Connection connection,
      TenantId tenant,
      UUID owner,
      int generation,
      SigningKey key,
      Sealed sealed,
      Instant now)
      throws SQLException {
    try (var insert = connection.prepareStatement(INSERT)) {
      insert.setObject(1, tenant.uuid());
      insert.setObject(2, owner);
      insert.setInt(3, generation);
      insert.setString(4, key.kind().text());
      insert.setInt(5, sealed.generation());
      insert.setBytes(6, sealed.bytes());
      insert.setString(7, key.publicKey());
      insert.setObject(8, now.atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }

  /** The newest goes on until that time; older ones are forgotten. */
  public static void expire(
      Connection connection, TenantId tenant, UUID owner, Instant now, Instant end)
      throws SQLException {
    try (var forget = connection.prepareStatement(FORGET);
        var expire = connection.prepareStatement(EXPIRE)) {
      bind(forget, tenant, owner);
      forget.executeUpdate();
      expire.setObject(1, end.atOffset(ZoneOffset.UTC));
      expire.setObject(2, tenant.uuid());
      expire.setObject(3, owner);
      expire.setObject(4, now.atOffset(ZoneOffset.UTC));
      expire.executeUpdate();
    }
  }

  public static void forget(Connection connection, TenantId tenant, UUID owner)
      throws SQLException {
    try (var delete = connection.prepareStatement(DELETE)) {
      bind(delete, tenant, owner);
      delete.executeUpdate();
    }
  }

  private static void bind(PreparedStatement statement, TenantId tenant, UUID owner)
      throws SQLException {
    statement.setObject(1, tenant.uuid());
    statement.setObject(2, owner);
  }

  static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static String place(UUID owner, int generation) {
    return "webhook|%s|%d".formatted(owner, generation);
  }
}
