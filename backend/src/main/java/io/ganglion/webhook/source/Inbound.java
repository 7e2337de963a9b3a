package io.ganglion.webhook.source;

import io.ganglion.bus.Bus;
import io.ganglion.bus.CloudEvent;
import io.ganglion.crypto.Sealed;
import io.ganglion.db.TenantTx;
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
      WHERE s.tenant_id = ? AND s.id = ? ORDER BY k.generation DESC
      """;

  private static final int MAX_CHALLENGE = 1024;

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
   * Checks a request and stores what it says.
   *
   * @param json reads a body that is said to be JSON
   * @return what the sender wants to hear, once all of it is stored
   * @throws SourceProblem for what is not proven to be the sender's, is stale, or is of a type that
   *     the platform doesn't send
   * @throws io.ganglion.kernel.InvalidRequest for what can't be an event
   */
  public Answer receive(Address address, Request request, CloudEvent.JsonReader json)
      throws IOException {
    var wanted = address.lock().wanted();
    var now = clock.instant();
    var inspection = new Inspection(wanted.verification(), keys(address), config.tolerance(), now);
    var proven = inspection.check(request);
    var source = Source.urn(address.source());
    var told = Reading.platform(wanted.verification(), request, proven, json);
    if (told.isEmpty()) {
      var event = Reading.event(source, wanted, proven, request, now, json);
      return Answer.stored(bus.publish(address.tenant(), List.of(event)));
    }
    return switch (told.get()) {
      case Told.Asked asked -> asked.answer();
      case Told.Happened happened -> {
        var events = Reading.events(source, wanted.type(), happened.items(), now);
        bus.publish(address.tenant(), events);
        yield happened.answer();
      }
    };
  }

  /**
   * Answers X's challenge, which it makes when the address is registered and every hour.
   *
   * @throws NotFound for a source of another kind
   */
  public Answer challenged(Address address, String token) {
    var keys = keys(address);
    if (!(address.lock().wanted().verification() instanceof Verification.X)
        || keys.isEmpty()
        || token.isEmpty()
        || token.length() > MAX_CHALLENGE) {
      throw new NotFound("address");
    }
    return new Answer(200, XActivity.challenged(keys.getFirst(), token));
  }

  private List<SigningKey> keys(Address address) {
    return address.lock().keys().stream().map(it -> keyring.open(address.tenant(), it)).toList();
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
