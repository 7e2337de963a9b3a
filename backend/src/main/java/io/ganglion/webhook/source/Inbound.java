package io.ganglion.webhook.source;

import io.ganglion.bus.Bus;
import io.ganglion.bus.CloudEvent;
import io.ganglion.crypto.Sealed;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.SourceId;
import io.ganglion.kernel.TenantId;
import io.ganglion.webhook.Keyring;
import io.ganglion.webhook.SigningKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes what comes at inbound addresses: stored before it is answered. */
@ApplicationScoped
public class Inbound {
  /** A row a key; one without keys where there is none. */
  private static final String FIND =
      """
      SELECT s.name, s.type, s.verification, s.settings, s.token_hash,
        CASE WHEN s.old_token_until > now() THEN s.old_token_hash END AS old_token_hash,
        k.owner_id, k.generation, k.kind, k.key_generation, k.sealed
      FROM webhook_source s JOIN tenant t ON t.id = s.tenant_id AND t.deleted_at IS NULL
      LEFT JOIN webhook_secret k ON k.tenant_id = s.tenant_id AND k.owner_id = s.id
        AND (k.expires_at IS NULL OR k.expires_at > now())
      WHERE s.tenant_id = ? AND s.id = ?
      """;

  private final TenantTx tx;
  private final Keyring keyring;
  private final Bus bus;
  private final SourceConfig config;
  private final Clock clock = Clock.systemUTC();

  Inbound(TenantTx tx, Keyring keyring, Bus bus, SourceConfig config) {
    this.tx = tx;
    this.keyring = keyring;
    this.bus = bus;
    this.config = config;
  }

  /** Whose address it is. */
  public record Address(TenantId tenant, SourceId source, Lock lock) {}

  /** What a request has to fit; nothing of it is shown. */
  public record Lock(Source.Wanted wanted, List<Keyring.Stored> keys) {
    public Lock {
      keys = List.copyOf(keys);
    }

    @Override
    public String toString() {
      return "Lock";
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // compared in constant time, and by nothing else
  private record Found(
      Source.Wanted wanted, byte[] hash, Optional<byte[]> oldHash, List<Keyring.Stored> keys) {}

  /**
   * Whose token it is.
   *
   * @throws NotFound for anything that is not a working one
   */
  public Address find(String token) {
    var parsed = SourceToken.parse(token).orElseThrow(() -> new NotFound("address"));
    var found =
        tx.ask(
            parsed.tenant(),
            FIND,
            parameters ->
                parameters.withUuid(parsed.tenant().uuid()).withUuid(parsed.source().uuid()),
            Inbound::read);
    // hashed and compared even where there is no such source, so that time tells nothing
    var hash = parsed.hash();
    boolean now = MessageDigest.isEqual(found.map(Found::hash).orElse(new byte[32]), hash);
    boolean before =
        MessageDigest.isEqual(found.flatMap(Found::oldHash).orElse(new byte[32]), hash);
    return found
        .filter(it -> now || before)
        .map(it -> new Address(parsed.tenant(), parsed.source(), new Lock(it.wanted(), it.keys())))
        .orElseThrow(() -> new NotFound("address"));
  }

  /**
   * Checks a request and stores it.
   *
   * @param json reads a body that is said to be JSON
   * @return whether it was not stored before
   * @throws SourceProblem for what is not proven to be the sender's, or is stale
   * @throws io.ganglion.kernel.InvalidRequest for what can't be an event
   */
  public boolean receive(Address address, Request request, CloudEvent.JsonReader json)
      throws IOException {
    var lock = address.lock();
    var keys = lock.keys().stream().map(stored -> open(address, stored)).toList();
    var now = clock.instant();
    var inspection = new Inspection(lock.wanted().verification(), keys, config.tolerance(), now);
    var proven = inspection.check(request);
    var event = event(address, lock.wanted(), proven, request, now, json);
    return bus.publish(address.tenant(), List.of(event)) > 0;
  }

  private SigningKey open(Address address, Keyring.Stored stored) {
    return keyring.open(address.tenant(), stored);
  }

  private static CloudEvent event(
      Address address,
      Source.Wanted wanted,
      String proven,
      Request request,
      Instant now,
      CloudEvent.JsonReader json)
      throws IOException {
    var headers = wanted.headers();
    var envelope = Json.object().put("specversion", "1.0");
    envelope.put("id", headers.id().flatMap(request::header).orElse(proven));
    envelope.put("source", Source.urn(address.source()));
    envelope.put(
        "type",
        headers
            .type()
            .flatMap(request::header)
            .map(more -> wanted.type() + "." + more)
            .orElse(wanted.type()));
    envelope.put("time", now.toString());
    if (!request.contentType().isBlank()) {
      envelope.put("datacontenttype", request.contentType());
    }
    if (request.body().length > 0) {
      CloudEvent.put(envelope, request.body(), request.contentType(), json);
    }
    return CloudEvent.of(envelope, "");
  }

  private static Optional<Found> read(ResultSet row) throws SQLException {
    Optional<Found> found = Optional.empty();
    var keys = new ArrayList<Keyring.Stored>();
    while (row.next()) {
      var owner = row.getObject("owner_id", UUID.class);
      if (owner != null) {
        keys.add(
            new Keyring.Stored(
                owner,
                row.getInt("generation"),
                SigningKey.Kind.of(row.getString("kind")),
                new Sealed(row.getInt("key_generation"), row.getBytes("sealed")),
                null,
                Instant.EPOCH,
                null));
      }
      found =
          Optional.of(
              new Found(
                  SourceStore.wanted(row),
                  row.getBytes("token_hash"),
                  Optional.ofNullable(row.getBytes("old_token_hash")),
                  keys));
    }
    return found;
  }
}
