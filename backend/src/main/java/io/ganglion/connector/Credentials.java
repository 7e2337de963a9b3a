package io.ganglion.connector;

import com.fasterxml.jackson.databind.JsonNode;

/** A connection's secrets, open in memory only while one call needs them. */
public record Credentials(JsonNode values) {
  /**
   * @throws IllegalStateException if the manifest promised a member that is not there
   */
  public String text(String name) {
    var value = values.path(name);
    if (!value.isTextual()) {
      throw new IllegalStateException("credential member %s is missing".formatted(name));
    }
    return value.textValue();
  }

  /** Never shows what it holds. */
  @Override
  public String toString() {
    return "Credentials[redacted]";
  }
}
