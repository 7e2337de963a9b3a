package io.ganglion.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.audit.Audit;
import io.ganglion.audit.Change;
import io.ganglion.db.TenantTx;
import io.ganglion.egress.Egress;
import io.ganglion.egress.Origin;
import io.ganglion.kernel.Changed;
import io.ganglion.kernel.EndpointId;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.Page;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** A tenant's endpoints. */
@ApplicationScoped
public class Endpoints {
  private static final int MAX_URL = 500;

  private final TenantTx tx;
  private final Keyring keyring;
  private final EventTypes types;
  private final Egress egress;
  private final Audit audit;
  private final WebhookConfig config;

  Endpoints(
      TenantTx tx,
      Keyring keyring,
      EventTypes types,
      Egress egress,
      Audit audit,
      WebhookConfig config) {
    this.tx = tx;
    this.keyring = keyring;
    this.types = types;
    this.egress = egress;
    this.audit = audit;
    this.config = config;
  }

  /**
   * An endpoint with a key that was just made.
   *
   * @param secret {@code whsec_…}; the only time it is known; empty where the key is not shared
   */
  public record Made(Endpoint endpoint, Optional<String> secret) {
    /** Never shows the secret. */
    @Override
    public String toString() {
      return "Made[%s]".formatted(endpoint.id());
    }
  }

  /**
   * A new endpoint under an identifier the caller chose.
   *
   * @throws InvalidRequest for an address that can't be called, or a type that there is not
   */
  public Made create(
      TenantId tenant, EndpointId id, Endpoint.Wanted wanted, SigningKey.Kind signature) {
    check(wanted);
    var key = SigningKey.fresh(signature);
    var sealed = keyring.seal(tenant, id.uuid(), 1, key);
    var now = now();
    return tx.call(
        tenant,
        connection -> {
          if (EndpointStore.enrol(connection, tenant) >= config.endpoints()) {
            throw WebhookProblem.tooMany(config.endpoints());
          }
          EndpointStore.insert(connection, tenant, id, wanted, signature, now);
          Keyring.add(connection, tenant, id.uuid(), 1, key, sealed, now);
          var made = there(EndpointStore.find(connection, tenant, id));
          audit.note(connection, tenant, Change.made("endpoint.created", id, facts(made)));
          return new Made(made, secret(key));
        });
  }

  /**
   * @throws NotFound if there is none
   */
  public Endpoint get(TenantId tenant, EndpointId id) {
    return tx.call(tenant, c -> there(EndpointStore.find(c, tenant, id)));
  }

  /** Newest first; the cursor is the last endpoint's identifier. */
  public Page<Endpoint> list(TenantId tenant, int limit, Optional<EndpointId> before) {
    var found = tx.call(tenant, c -> EndpointStore.page(c, tenant, before, limit + 1));
    return Page.of(found, limit, endpoint -> endpoint.id().toString());
  }

  /** What is to be changed; what is empty stays. */
  public record Edit(
      Optional<String> url,
      Optional<String> description,
      Optional<java.util.List<String>> types,
      Optional<Boolean> ordered,
      Optional<Boolean> enabled) {}

  /**
   * Changes it. Enabled anew it gets what happens from now on; what it missed can be replayed.
   *
   * @param expected the version the caller has seen; empty: whatever it is
   */
  public Endpoint change(TenantId tenant, EndpointId id, Edit edit, OptionalLong expected) {
    edit.url().ifPresent(this::checkUrl);
    edit.types().ifPresent(this::checkTypes);
    return tx.call(
        tenant,
        connection -> {
          var before = there(EndpointStore.lock(connection, tenant, id));
          Changed.check(expected, before.version());
          var was = before.wanted();
          var wanted =
              new Endpoint.Wanted(
                  edit.url().orElse(was.url()),
                  edit.description().orElse(was.description()),
                  edit.types().orElse(was.types()),
                  edit.ordered().orElse(was.ordered()));
          if (!wanted.equals(was)) {
            EndpointStore.change(connection, tenant, id, wanted);
          }
          if (edit.enabled().isPresent() && edit.enabled().get()) {
            EndpointStore.enable(connection, tenant, id);
          } else if (edit.enabled().isPresent()) {
            EndpointStore.disable(connection, tenant, id, Endpoint.Reason.ASKED);
          }
          var after = there(EndpointStore.find(connection, tenant, id));
          if (after.version() != before.version()) {
            audit.note(
                connection, tenant, Change.of("endpoint.changed", id, facts(before), facts(after)));
          }
          return after;
        });
  }

  /** It gets nothing any more; what was on its way fails. */
  public void delete(TenantId tenant, EndpointId id, OptionalLong expected) {
    tx.run(
        tenant,
        connection -> {
          var before = there(EndpointStore.lock(connection, tenant, id));
          Changed.check(expected, before.version());
          EndpointStore.delete(connection, tenant, id);
          Keyring.forget(connection, tenant, id.uuid());
          audit.note(connection, tenant, Change.gone("endpoint.deleted", id, facts(before)));
        });
  }

  /**
   * Makes a new key; messages are signed with it and with the one before.
   *
   * @param overlap how long the one before goes on
   */
  public Made rotate(TenantId tenant, EndpointId id, Duration overlap, OptionalLong expected) {
    var seen = get(tenant, id);
    Changed.check(expected, seen.version());
    int generation = seen.keys().getFirst().generation() + 1;
    var key = SigningKey.fresh(seen.signature());
    var sealed = keyring.seal(tenant, id.uuid(), generation, key);
    var now = now();
    return tx.call(
        tenant,
        connection -> {
          var before = there(EndpointStore.lock(connection, tenant, id));
          // another rotation may have come first
          Changed.check(OptionalLong.of(generation - 1L), before.keys().getFirst().generation());
          Keyring.expire(connection, tenant, id.uuid(), now, now.plus(overlap));
          Keyring.add(connection, tenant, id.uuid(), generation, key, sealed, now);
          EndpointStore.change(connection, tenant, id, before.wanted());
          var after = there(EndpointStore.find(connection, tenant, id));
          audit.note(
              connection, tenant, Change.of("endpoint.rotated", id, facts(before), facts(after)));
          return new Made(after, secret(key));
        });
  }

  private void check(Endpoint.Wanted wanted) {
    checkUrl(wanted.url());
    checkTypes(wanted.types());
  }

  private void checkTypes(java.util.List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      if (types.find(names.get(i)).isEmpty()) {
        throw new InvalidRequest(
            "/types/" + i, "there is no such event type; GET /event-types lists them");
      }
    }
  }

  /** What is refused here would be refused with each try. */
  private void checkUrl(String text) {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      throw new InvalidRequest("/url", "send an http or https address");
    }
    if (text.length() > MAX_URL || uri.getRawFragment() != null) {
      throw new InvalidRequest(
          "/url",
          "send an address without a fragment, of at most %d characters".formatted(MAX_URL));
    }
    egress
        .refusal(uri, Origin.TENANT)
        .ifPresent(
            why -> {
              throw new InvalidRequest("/url", why);
            });
  }

  private static Optional<String> secret(SigningKey key) {
    return switch (key.kind()) {
      case HMAC -> Optional.of(key.text());
      case ED25519 -> Optional.empty(); // the private key is nobody's but ours
    };
  }

  static Endpoint there(Optional<Endpoint> found) {
    return found.orElseThrow(() -> new NotFound("endpoint"));
  }

  static JsonNode facts(Endpoint endpoint) {
    var wanted = endpoint.wanted();
    var facts =
        Json.object()
            .put("url", withoutQuery(wanted.url()))
            .put("description", wanted.description())
            .put("ordered", wanted.ordered())
            .put("signature", endpoint.signature().text())
            .put("key", endpoint.keys().getFirst().generation())
            .put(
                "disabled",
                endpoint.disabled().map(it -> it.name().toLowerCase(Locale.ROOT)).orElse(null));
    wanted.types().forEach(facts.putArray("types")::add);
    return facts;
  }

  /** A query may hold somebody's token. */
  static String withoutQuery(String url) {
    return url.replaceFirst("[?].*", "?…");
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
