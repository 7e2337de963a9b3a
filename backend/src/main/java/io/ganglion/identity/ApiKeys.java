package io.ganglion.identity;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.audit.Audit;
import io.ganglion.audit.Change;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.ApiKeyId;
import io.ganglion.kernel.Changed;
import io.ganglion.kernel.Cidr;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.Page;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Makes API keys, replaces and revokes them. */
@ApplicationScoped
public class ApiKeys {
  private final TenantTx tx;
  private final ApiKeyStore store;
  private final Audit audit;

  /**
   * A key to make.
   *
   * @param mode {@code live} or {@code lab}
   * @param addresses CIDR blocks of the callers that may use it; empty: from anywhere
   */
  public record NewKey(
      String name,
      String mode,
      Set<String> scopes,
      List<String> addresses,
      Optional<Instant> expiresAt) {
    public NewKey {
      scopes = Set.copyOf(scopes);
      addresses = List.copyOf(addresses);
    }
  }

  /**
   * A key that was just made.
   *
   * @param secret the whole key; this is the only time it is known
   */
  public record Made(ApiKey key, String secret) {
    /** Never shows the secret. */
    @Override
    public String toString() {
      return "Made[%s]".formatted(key.id());
    }
  }

  ApiKeys(TenantTx tx, ApiKeyStore store, Audit audit) {
    this.tx = tx;
    this.store = store;
    this.audit = audit;
  }

  /**
   * @param maker who asks; a key can't be given more than its maker may do, nor for longer or from
   *     elsewhere
   */
  public Made create(Identity maker, NewKey wanted) {
    return tx.call(
        maker.tenant(),
        connection -> {
          refuseExcess(maker, wanted);
          var made = make(maker.tenant(), wanted, maker.actor(), now());
          audit.note(
              connection,
              maker.tenant(),
              Change.made("api_key.created", made.key().id(), facts(made.key())));
          return made;
        });
  }

  public Page<ApiKey> list(TenantId tenant, int limit, Optional<ApiKeyId> before) {
    return tx.call(tenant, connection -> store.page(limit, before));
  }

  public ApiKey get(TenantId tenant, ApiKeyId id) {
    return tx.call(
        tenant,
        connection ->
            store
                .findByIdOptional(id.uuid())
                .map(ApiKeyEntity::toKey)
                .orElseThrow(() -> new NotFound("API key")));
  }

  /**
   * Makes a key that replaces another one: same name, mode, scopes, addresses and expiry.
   *
   * @param overlap how long the old one goes on working
   */
  public Made rotate(Identity maker, ApiKeyId id, Duration overlap, OptionalLong expected) {
    var now = now();
    return tx.call(
        maker.tenant(),
        connection -> {
          var old = store.locked(id);
          Changed.check(expected, old.version);
          var key = old.toKey();
          if (!key.opens(now) || key.rotatedTo().isPresent()) {
            throw IdentityProblem.spent();
          }
          var wanted =
              new NewKey(
                  key.name(),
                  key.mode(),
                  Set.copyOf(key.scopes()),
                  key.addresses(),
                  key.expiresAt());
          refuseExcess(maker, wanted);
          var made = make(maker.tenant(), wanted, maker.actor(), now);
          old.rotatedTo = made.key().id().uuid();
          var end = now.plus(overlap);
          old.expiresAt = key.expiresAt().filter(end::isAfter).orElse(end);
          store.flush();
          audit.note(
              connection,
              maker.tenant(),
              Change.of("api_key.rotated", id, facts(key), facts(old.toKey())));
          return made;
        });
  }

  /** The key opens nothing from now on; revoking it again changes nothing. */
  public ApiKey revoke(TenantId tenant, ApiKeyId id, OptionalLong expected) {
    return tx.call(
        tenant,
        connection -> {
          var row = store.locked(id);
          Changed.check(expected, row.version);
          if (row.revokedAt == null) {
            var before = facts(row.toKey());
            row.revokedAt = now();
            store.flush();
            audit.note(
                connection, tenant, Change.of("api_key.revoked", id, before, facts(row.toKey())));
          }
          return row.toKey();
        });
  }

  private void refuseExcess(Identity maker, NewKey wanted) {
    if (maker.lab() && !wanted.mode().equals(ApiKey.LAB)) {
      throw IdentityProblem.laboratory("makes keys for the laboratory");
    }
    var excess = wanted.scopes().stream().filter(scope -> !maker.may(scope)).sorted().findFirst();
    if (excess.isPresent()) {
      throw IdentityProblem.excess(
          "lacks the scope %s, so it can't make a key that has it".formatted(excess.get()));
    }
    if (maker.actor().startsWith(ApiKeyId.PREFIX)) {
      store
          .findByIdOptional(ApiKeyId.fromString(maker.actor()).uuid())
          .map(ApiKeyEntity::toKey)
          .ifPresent(own -> refuseWider(own, wanted));
    }
  }

  private static void refuseWider(ApiKey own, NewKey wanted) {
    boolean longer =
        own.expiresAt()
            .filter(end -> wanted.expiresAt().filter(other -> !other.isAfter(end)).isEmpty())
            .isPresent();
    if (longer) {
      throw IdentityProblem.excess(
          "expires at %s, so it can't make one that works longer; name an expires_at"
              .formatted(own.expiresAt().get()));
    }
    if (!own.addresses().isEmpty() && !within(own.addresses(), wanted.addresses())) {
      throw IdentityProblem.excess(
          "may be used from %s alone, so it can't make one for others; name addresses"
              .formatted(String.join(", ", own.addresses())));
    }
  }

  private static boolean within(List<String> blocks, List<String> wanted) {
    var own = blocks.stream().map(Cidr::of).toList();
    return !wanted.isEmpty()
        && wanted.stream()
            .map(Cidr::of)
            .allMatch(block -> own.stream().anyMatch(it -> it.contains(block)));
  }

  private Made make(TenantId tenant, NewKey wanted, String actor, Instant now) {
    var text = KeyText.fresh(wanted.mode(), tenant, ApiKeyId.next());
    var row = ApiKeyEntity.of(text, wanted, actor, now);
    store.persistAndFlush(row);
    return new Made(row.toKey(), text.text());
  }

  private static JsonNode facts(ApiKey key) {
    var facts = Json.object().put("name", key.name()).put("mode", key.mode());
    key.scopes().forEach(facts.putArray("scopes")::add);
    key.addresses().forEach(facts.putArray("addresses")::add);
    facts.put("expires_at", key.expiresAt().map(Instant::toString).orElse(null));
    facts.put("revoked_at", key.revokedAt().map(Instant::toString).orElse(null));
    return facts.put("rotated_to", key.rotatedTo().map(ApiKeyId::toString).orElse(null));
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
