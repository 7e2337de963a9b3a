package io.ganglion.connector.a2a;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Optional;

/**
 * Where and how an agent is spoken to, as its card says.
 *
 * @param address of its JSON-RPC endpoint
 */
record Card(String address, Dialect dialect) {
  private static final String JSON_RPC = "JSONRPC";

  /**
   * Reads a card: of version 1.0 by its interfaces, else of 0.3 by its address and transport.
   *
   * @param from where the card came from, to which a relative address belongs
   * @return empty if the agent offers no JSON-RPC of these versions
   */
  static Optional<Card> read(URI from, JsonNode card) {
    for (var one : card.path("supportedInterfaces")) {
      if (one.path("protocolBinding").asText().equals(JSON_RPC)) {
        var version = one.path("protocolVersion").asText("1.0");
        return dialect(version).flatMap(dialect -> at(from, one.path("url"), dialect));
      }
    }
    if (card.path("preferredTransport").asText(JSON_RPC).equals(JSON_RPC)) {
      return at(from, card.path("url"), Dialect.V0_3);
    }
    for (var one : card.path("additionalInterfaces")) {
      if (one.path("transport").asText().equals(JSON_RPC)) {
        return at(from, one.path("url"), Dialect.V0_3);
      }
    }
    return Optional.empty();
  }

  private static Optional<Dialect> dialect(String version) {
    if (version.startsWith("0.")) {
      return Optional.of(Dialect.V0_3);
    }
    return version.startsWith("1.") ? Optional.of(Dialect.V1_0) : Optional.empty();
  }

  private static Optional<Card> at(URI from, JsonNode url, Dialect dialect) {
    try {
      return url.asText("").isEmpty()
          ? Optional.empty()
          : Optional.of(new Card(from.resolve(url.asText()).toString(), dialect));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
