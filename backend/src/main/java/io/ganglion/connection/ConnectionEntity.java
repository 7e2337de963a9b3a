package io.ganglion.connection;

import io.ganglion.crypto.Sealed;
import io.ganglion.kernel.ConnectionId;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.SystemId;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;

/** A row of table connection. */
@Entity
@Table(name = "connection")
@NullUnmarked
class ConnectionEntity extends PanacheEntityBase {
  @Id UUID id;

  @TenantId
  @Column(name = "tenant_id")
  String tenantId;

  String name;
  String connector;
  String environment;

  @Column(name = "base_url")
  String baseUrl;

  @Column(name = "system_id")
  UUID systemId;

  String principal;
  String label;
  String status;

  String prices;

  byte[] credentials;

  @Column(name = "key_generation")
  int keyGeneration;

  @Column(name = "credentials_version")
  long credentialsVersion;

  boolean authorized;

  @Column(name = "token_at")
  Instant tokenAt;

  @Column(name = "token_ends_at")
  Instant tokenEndsAt;

  long version;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "checked_at")
  Instant checkedAt;

  /** Active, as its account is known; credentials are still to be set. */
  static ConnectionEntity of(
      ConnectionId id,
      String name,
      Place place,
      Accounts.Answer.Account account,
      SystemId system,
      Instant now) {
    var entity = new ConnectionEntity();
    entity.id = id.uuid();
    entity.name = name;
    entity.connector = place.platform();
    entity.environment = place.environment();
    entity.baseUrl = place.own().map(URI::toString).orElse(null);
    entity.systemId = system.uuid();
    entity.principal = account.principal();
    entity.label = account.label();
    entity.set(Connection.Status.ACTIVE);
    entity.version = 1;
    entity.createdAt = now;
    entity.checkedAt = now;
    return entity;
  }

  void set(Connection.Status next) {
    status = next.name().toLowerCase(Locale.ROOT);
  }

  void set(Optional<Prices> said) {
    prices = said.map(it -> Json.write(it.json())).orElse(null);
  }

  boolean is(Connection.Status other) {
    return connection().status() == other;
  }

  /**
   * @param life of the token that a person let us have; empty: credentials were typed in
   */
  void set(Sealed sealed, long sealedVersion, Optional<TokenLife> life) {
    credentials = sealed.bytes();
    keyGeneration = sealed.generation();
    credentialsVersion = sealedVersion;
    authorized = life.isPresent();
    tokenAt = life.map(TokenLife::since).orElse(null);
    tokenEndsAt = life.flatMap(TokenLife::end).orElse(null);
  }

  Connection connection() {
    return new Connection(
        new ConnectionId(id),
        name,
        connector,
        environment,
        Optional.ofNullable(baseUrl).map(URI::create),
        new SystemId(systemId),
        principal,
        label,
        Connection.Status.valueOf(status.toUpperCase(Locale.ROOT)),
        Optional.ofNullable(prices).map(Prices::read),
        version,
        createdAt,
        checkedAt);
  }

  StoredConnection stored() {
    return new StoredConnection(
        connection(),
        new Sealed(keyGeneration, credentials),
        credentialsVersion,
        authorized
            ? Optional.of(new TokenLife(tokenAt, Optional.ofNullable(tokenEndsAt)))
            : Optional.empty());
  }
}
