package io.ganglion.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies an outgoing webhook's endpoint; written {@code whe_…}. */
public record EndpointId(UUID uuid) implements Id {
  public static final String PREFIX = "whe";

  /** A new identifier, later in order than those made before it on this machine. */
  public static EndpointId next() {
    return new EndpointId(Uuid7.next());
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException if it is not a {@code whe_} TypeID
   */
  @JsonCreator
  public static EndpointId fromString(String text) {
    return new EndpointId(TypeId.decode(PREFIX, text));
  }

  @JsonValue
  @Override
  public String toString() {
    return TypeId.encode(PREFIX, uuid);
  }
}
