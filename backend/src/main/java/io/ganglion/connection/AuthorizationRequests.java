package io.ganglion.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.crypto.Resealer;
import io.ganglion.crypto.Resealing;
import io.ganglion.crypto.Resealing.Resealed;
import io.ganglion.crypto.Sealed;
import io.ganglion.crypto.Vault;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.ConnectionId;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;

/** Rows of authorization requests: each is taken once. */
@ApplicationScoped
class AuthorizationRequests implements Resealer {
  /** So many of a tenant may be under way. */
  static final int MOST = 100;

  private static final int GENERATION = 1;
  private static final String FORGET_OLD =
      "DELETE FROM authorization_request WHERE tenant_id = ? AND expires_at < clock_timestamp()";
  private static final String COUNT =
      "SELECT count(*) FROM authorization_request WHERE tenant_id = ?";
  private static final String INSERT =
      """
      INSERT INTO authorization_request (tenant_id, id, state_hash, browser_hash, connection_id, again, name, connector,
        environment, actor, key_generation, sealed, expires_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  // Found by a hash, so that the time of the comparison tells nothing of the secret.
  private static final String TAKE =
      """
      DELETE FROM authorization_request
      WHERE tenant_id = ? AND state_hash = ? AND (browser_hash IS NULL OR browser_hash = ?)
        AND expires_at > clock_timestamp()
      RETURNING id, connection_id, again, name, connector, environment, actor, expires_at, key_generation, sealed
      """;

  private final TenantTx tx;
  private final Vault vault;
  private final Resealing secrets;

  AuthorizationRequests(TenantTx tx, Vault vault) {
    this.tx = tx;
    this.vault = vault;
    this.secrets =
        new Resealing(
            tx,
            new Resealing.Table("authorization_request", "id", "generation", "sealed"),
            (tenant, id, generation, old) ->
                vault.seal(tenant, place(id), vault.open(tenant, place(id), old)));
  }

  /**
   * What else is kept of a request.
   *
   * @param browser of who asked; empty: not a browser
   * @param secret see {@link #seal}
   */
  record Kept(StateToken state, Optional<String> browser, Sealed secret) {}

  /** A request that was taken, with what was sealed. */
  record Taken(AuthorizationRequest request, JsonNode secret) {
    /** Never shows the secret. */
    @Override
    public String toString() {
      return "Taken[%s]".formatted(request);
    }
  }

  Sealed seal(TenantId tenant, UUID id, JsonNode secret) {
    return vault.seal(tenant, place(id), Json.write(secret).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @throws ConnectionProblem if the tenant has too many
   */
  void insert(TenantId tenant, AuthorizationRequest request, Kept kept) {
    tx.run(
        tenant,
        c -> {
          try (var forget = c.prepareStatement(FORGET_OLD);
              var count = c.prepareStatement(COUNT)) {
            forget.setObject(1, tenant.uuid());
            forget.executeUpdate();
            count.setObject(1, tenant.uuid());
            try (var row = count.executeQuery()) {
              row.next();
              if (row.getInt(1) >= MOST) {
                throw ConnectionProblem.tooMany(MOST);
              }
            }
          }
          insert(c, tenant, request, kept);
        });
  }

  private static void insert(
      java.sql.Connection c, TenantId tenant, AuthorizationRequest request, Kept kept)
      throws SQLException {
    try (var insert = c.prepareStatement(INSERT)) {
      insert.setObject(1, tenant.uuid());
      insert.setObject(2, request.id());
      insert.setBytes(3, kept.state().hash());
      insert.setBytes(4, kept.browser().map(StateToken::hash).orElse(null));
      insert.setObject(5, request.connection().uuid());
      insert.setBoolean(6, request.again());
      insert.setString(7, request.name());
      insert.setString(8, request.connector());
      insert.setString(9, request.environment());
      insert.setString(10, request.actor());
      insert.setInt(11, kept.secret().generation());
      insert.setBytes(12, kept.secret().bytes());
      insert.setTimestamp(13, Timestamp.from(request.expiresAt()));
      insert.executeUpdate();
    }
  }

  /**
   * Takes a request, so that nobody else can.
   *
   * @param browser what the browser showed; needed where the request was made by one
   * @return empty if there is none of this state, it was taken, its time is over, or another
   *     browser asked
   */
  Optional<Taken> take(StateToken state, Optional<String> browser) {
    var tenant = state.tenant();
    var row =
        tx.call(
            tenant,
            c -> {
              try (var delete = c.prepareStatement(TAKE)) {
                delete.setObject(1, tenant.uuid());
                delete.setBytes(2, state.hash());
                delete.setBytes(3, browser.map(StateToken::hash).orElse(null));
                try (var rows = delete.executeQuery()) {
                  return rows.next() ? Optional.of(row(rows)) : Optional.<Row>empty();
                }
              }
            });
    return row.map(it -> new Taken(it.request(), opened(tenant, it)));
  }

  private JsonNode opened(TenantId tenant, Row row) {
    var secret = vault.open(tenant, place(row.request().id()), row.sealed());
    return Json.read(new String(secret, StandardCharsets.UTF_8));
  }

  private record Row(AuthorizationRequest request, Sealed sealed) {}

  private static Row row(ResultSet row) throws SQLException {
    var request =
        new AuthorizationRequest(
            row.getObject("id", UUID.class),
            new ConnectionId(row.getObject("connection_id", UUID.class)),
            row.getBoolean("again"),
            row.getString("name"),
            row.getString("connector"),
            row.getString("environment"),
            row.getString("actor"),
            row.getTimestamp("expires_at").toInstant());
    return new Row(request, new Sealed(row.getInt("key_generation"), row.getBytes("sealed")));
  }

  @Override
  public Resealed reseal(TenantId tenant, int before) {
    return secrets.reseal(tenant, before);
  }

  private static String place(UUID id) {
    return "authorization|%s|%d".formatted(id, GENERATION);
  }
}
