package io.ganglion.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * An act's arguments as they are shown. They are kept and sent as they came; what authenticates a
 * call among the headers that its author wrote down is for the platform alone.
 */
public final class ShownArguments {
  /** In place of a header's value. */
  static final String HIDDEN = "(hidden)";

  private static final Set<String> CREDENTIALS =
      Set.of(
          "authorization",
          "proxy-authorization",
          "cookie",
          "x-api-key",
          "api-key",
          "x-auth-token",
          "x-access-token");

  private ShownArguments() {}

  /** The same arguments, or a copy without credentials. */
  public static JsonNode of(JsonNode arguments) {
    if (!(arguments.path("headers") instanceof ObjectNode headers)) {
      return arguments;
    }
    var hidden =
        headers.properties().stream()
            .map(Map.Entry::getKey)
            .filter(name -> CREDENTIALS.contains(name.toLowerCase(Locale.ROOT)))
            .toList();
    if (hidden.isEmpty()) {
      return arguments;
    }
    var shown = arguments.<ObjectNode>deepCopy();
    var told = shown.withObject("headers");
    hidden.forEach(name -> told.put(name, HIDDEN));
    return shown;
  }
}
