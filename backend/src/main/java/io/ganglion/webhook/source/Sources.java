package io.ganglion.webhook.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.audit.Audit;
import io.ganglion.audit.Change;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.Changed;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.Page;
import io.ganglion.kernel.SourceId;
import io.ganglion.kernel.TenantId;
import io.ganglion.webhook.Keyring;
import io.ganglion.webhook.SigningKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** A tenant's sources. */
@ApplicationScoped
public class Sources {
  private static final int LEAST_SECRET = 16;
  private static final int MOST_SECRET = 256;
  private static final Pattern TELEGRAM = Pattern.compile("[A-Za-z0-9_-]{16,256}");
  private static final Pattern PUBLIC_KEY = Pattern.compile("[0-9a-fA-F]{64}");

  private final TenantTx tx;
  private final Keyring keyring;
  private final Audit audit;
  private final SourceConfig config;

  Sources(TenantTx tx, Keyring keyring, Audit audit, SourceConfig config) {
    this.tx = tx;
    this.keyring = keyring;
    this.audit = audit;
    this.config = config;
  }

  /**
   * A source with a token that was just made.
   *
   * @param token the last part of its address; this is the only time it is known
   */
  public record Made(Source source, String token) {
    /** Never shows the token. */
    @Override
    public String toString() {
      return "Made[%s]".formatted(source.id());
    }
  }

  /**
   * A new source under an identifier the caller chose.
   *
   * @param secret what its sender signs with; empty where nothing is signed
   * @throws InvalidRequest if there is none where one is needed, or it can't be one
   */
  public Made create(TenantId tenant, SourceId id, Source.Wanted wanted, Optional<String> secret) {
    var key = key(wanted.verification(), secret);
    var sealed = key.map(it -> keyring.seal(tenant, id.uuid(), 1, it));
    var token = SourceToken.fresh(tenant, id);
    var now = now();
    return tx.call(
        tenant,
        connection -> {
          if (SourceStore.count(connection, tenant) >= config.sources()) {
            throw SourceProblem.tooMany(config.sources());
          }
          SourceStore.insert(connection, token, wanted, now);
          if (key.isPresent()) {
            Keyring.add(connection, tenant, id.uuid(), 1, key.get(), sealed.orElseThrow(), now);
          }
          var made = there(SourceStore.find(connection, tenant, id));
          audit.note(connection, tenant, Change.made("source.created", id, facts(made)));
          return new Made(made, token.text());
        });
  }

  /**
   * @throws NotFound if there is none
   */
  public Source get(TenantId tenant, SourceId id) {
    return tx.call(tenant, c -> there(SourceStore.find(c, tenant, id)));
  }

  /** Newest first; the cursor is the last source's identifier. */
  public Page<Source> list(TenantId tenant, int limit, Optional<SourceId> before) {
    var found = tx.call(tenant, c -> SourceStore.page(c, tenant, before, limit + 1));
    return Page.of(found, limit, source -> source.id().toString());
  }

  /**
   * Changes its name or its secret; of a secret the one before holds for the overlap.
   *
   * @throws SourceProblem if it has no secret
   */
  public Source change(
      TenantId tenant,
      SourceId id,
      Optional<String> name,
      Optional<String> secret,
      Duration overlap,
      OptionalLong expected) {
    var seen = get(tenant, id);
    var key = secret.map(text -> changed(seen, text));
    var now = now();
    var keys = tx.call(tenant, c -> Keyring.list(c, tenant, id.uuid(), now));
    int generation = keys.isEmpty() ? 1 : keys.getFirst().generation() + 1;
    var sealed = key.map(it -> keyring.seal(tenant, id.uuid(), generation, it));
    return tx.call(
        tenant,
        connection -> {
          var before = there(SourceStore.lock(connection, tenant, id));
          Changed.check(expected, before.version());
          Changed.check(OptionalLong.of(seen.version()), before.version());
          if (key.isPresent()) {
            Keyring.expire(connection, tenant, id.uuid(), now, now.plus(overlap));
            Keyring.add(
                connection, tenant, id.uuid(), generation, key.get(), sealed.orElseThrow(), now);
          }
          SourceStore.rename(connection, tenant, id, name.orElse(before.wanted().name()));
          var after = there(SourceStore.find(connection, tenant, id));
          audit.note(
              connection, tenant, Change.of("source.changed", id, facts(before), facts(after)));
          return after;
        });
  }

  /**
   * Makes a new address.
   *
   * @param overlap how long the one before goes on
   */
  public Made rotate(TenantId tenant, SourceId id, Duration overlap, OptionalLong expected) {
    var token = SourceToken.fresh(tenant, id);
    return tx.call(
        tenant,
        connection -> {
          var before = there(SourceStore.lock(connection, tenant, id));
          Changed.check(expected, before.version());
          SourceStore.rotate(connection, token, now().plus(overlap));
          var after = there(SourceStore.find(connection, tenant, id));
          audit.note(
              connection, tenant, Change.of("source.rotated", id, facts(before), facts(after)));
          return new Made(after, token.text());
        });
  }

  /** Its address is no more; events that it got stay. */
  public void delete(TenantId tenant, SourceId id, OptionalLong expected) {
    tx.run(
        tenant,
        connection -> {
          var before = there(SourceStore.lock(connection, tenant, id));
          Changed.check(expected, before.version());
          SourceStore.delete(connection, tenant, id);
          Keyring.forget(connection, tenant, id.uuid());
          audit.note(connection, tenant, Change.gone("source.deleted", id, facts(before)));
        });
  }

  private static SigningKey changed(Source source, String secret) {
    if (source.wanted().verification() instanceof Verification.Token) {
      throw SourceProblem.noSecret();
    }
    return key(source.wanted().verification(), Optional.of(secret)).orElseThrow();
  }

  private static Optional<SigningKey> key(Verification verification, Optional<String> secret) {
    return switch (verification) {
      case Verification.Token t -> {
        if (secret.isPresent()) {
          throw new InvalidRequest("/secret", "leave it out: nothing is signed");
        }
        yield Optional.empty();
      }
      case Verification.Standard s ->
          Optional.of(
              secret
                  .flatMap(SigningKey::shared)
                  .orElseThrow(
                      () ->
                          new InvalidRequest(
                              "/secret",
                              "send the sender's secret: whsec_ and 24 to 64 bytes in base64")));
      case Verification.Telegram t ->
          Optional.of(
              key(
                  secret.filter(text -> TELEGRAM.matcher(text).matches()).map(Sources::bytes),
                  "send the secret_token that setWebhook is told: 16 to 256 of A-Z, a-z, 0-9, _"
                      + " and -"));
      case Verification.Discord d ->
          Optional.of(
              key(
                  secret
                      .filter(text -> PUBLIC_KEY.matcher(text).matches())
                      .map(HexFormat.of()::parseHex),
                  "send the application's public key, 64 hexadecimal digits"));
      case Verification.Hmac h -> Optional.of(shared(secret));
      case Verification.Slack s -> Optional.of(shared(secret));
      case Verification.X x -> Optional.of(shared(secret));
      case Verification.Stripe s -> Optional.of(shared(secret));
    };
  }

  private static SigningKey shared(Optional<String> secret) {
    return key(
        secret
            .map(Sources::bytes)
            .filter(bytes -> bytes.length >= LEAST_SECRET && bytes.length <= MOST_SECRET),
        "send the secret it is signed with, %d to %d bytes".formatted(LEAST_SECRET, MOST_SECRET));
  }

  /** Whatever a request is checked with is kept alike; Discord's is public and short of harm. */
  private static SigningKey key(Optional<byte[]> bytes, String wanted) {
    return bytes
        .map(it -> new SigningKey(SigningKey.Kind.HMAC, it, null))
        .orElseThrow(() -> new InvalidRequest("/secret", wanted));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Source there(Optional<Source> found) {
    return found.orElseThrow(() -> new NotFound("source"));
  }

  private static JsonNode facts(Source source) {
    var wanted = source.wanted();
    return Json.object()
        .put("name", wanted.name())
        .put("type", wanted.type())
        .put("verification", wanted.verification().kind())
        .put("version", source.version())
        .put("old_token_until", source.oldTokenUntil().map(Instant::toString).orElse(null));
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
