package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a call, evaluated.
 *
 * @param frozen what goes on record: secrets by their names, passwords and tokens left out
 * @param carried what only the connector sees: {@code arguments} as they are sent and {@code
 *     hidden} values that must not come back; null where {@code frozen} is all there is
 */
record CallArguments(JsonNode frozen, @Nullable JsonNode carried) {
  /** Members of an authentication that are never put on record. */
  private static final Set<String> WITHHELD =
      Set.of("password", "token", "secret", "assertion", "subject", "actor");

  static CallArguments plain(JsonNode arguments) {
    return new CallArguments(arguments, null);
  }

  /**
   * Of a call over HTTP.
   *
   * @param named with secrets by their names
   * @param sent with their values
   * @param secrets the values
   */
  static CallArguments http(JsonNode named, JsonNode sent, JsonNode secrets) {
    JsonNode frozen = named.deepCopy();
    frozen.path("endpoint").path("authentication").forEach(CallArguments::withhold);
    if (frozen.equals(sent)) {
      return plain(frozen);
    }
    var carried = Json.object();
    carried.set("arguments", sent);
    carried.set("hidden", secrets);
    return new CallArguments(frozen, carried);
  }

  private static void withhold(JsonNode settings) {
    if (settings instanceof ObjectNode object) {
      WITHHELD.stream()
          .filter(object::has)
          .filter(name -> !SecretValues.isName(object.path(name).asText()))
          .forEach(name -> object.put(name, "[withheld]"));
      withhold(object.path("client"));
    }
  }

  /** Never shows what is carried. */
  @Override
  public String toString() {
    return "CallArguments[%s]".formatted(frozen);
  }
}
