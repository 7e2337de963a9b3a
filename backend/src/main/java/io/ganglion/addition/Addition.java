package io.ganglion.addition;

import io.ganglion.connector.Manifest;
import io.ganglion.connector.RetryClass;
import io.ganglion.connector.endpoint.Origins;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A connector that a tenant made.
 *
 * @param name the word before the dot in {@code call: my-shop.addItem}
 * @param address base address of the API without a trailing slash, or the MCP server's own
 * @param schemes how its operations are authenticated; none for an MCP server, which takes a token
 * @param identity how the account behind credentials is found; empty: by the credentials themselves
 * @param offers what it can do, in the order in which it was read; what was there once stays
 * @param version raised by each change
 */
public record Addition(
    String name,
    Kind kind,
    String title,
    URI address,
    List<Scheme> schemes,
    Optional<Identity> identity,
    List<Offer> offers,
    long version,
    Instant createdAt) {
  public Addition {
    schemes = List.copyOf(schemes);
    offers = List.copyOf(offers);
  }

  /** What it was made of. */
  public enum Kind {
    OPENAPI,
    MCP;

    /** The word of the public contract. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * An operation that tells whose credentials these are.
   *
   * @param action that is pure and needs no arguments
   * @param pointer a JSON pointer to the account's stable identifier in its output
   */
  public record Identity(String action, String pointer) {}

  /** What it offers under a name, or offered once. */
  public Optional<Offer> offer(String action) {
    return offers.stream().filter(offer -> offer.name().equals(action)).findFirst();
  }

  /** What of it can be called. */
  public List<Offer> offered() {
    return offers.stream().filter(Offer::offered).toList();
  }

  /** In the words that the rest of the platform knows connectors by. */
  public Manifest manifest() {
    return AdditionManifest.of(this);
  }

  /**
   * Whether credentials that were given for another state of it would be sent to another server.
   */
  boolean leadsElsewhere(Addition before) {
    return !Origins.of(address).equals(Origins.of(before.address))
        || !tokenEndpoints().equals(before.tokenEndpoints());
  }

  private List<String> tokenEndpoints() {
    return schemes.stream()
        .filter(scheme -> scheme.kind() == Scheme.Kind.CLIENT_CREDENTIALS)
        .map(Scheme::key)
        .toList();
  }

  /** Whether an action can be asked who it acts for. */
  boolean tells(String action) {
    return offer(action)
        .filter(Offer::offered)
        .filter(offer -> offer.retryClass() == RetryClass.PURE)
        .filter(offer -> offer.input().path("required").isEmpty())
        .isPresent();
  }

  Addition with(List<Offer> others) {
    return new Addition(name, kind, title, address, schemes, identity, others, version, createdAt);
  }
}
