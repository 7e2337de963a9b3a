package io.ganglion.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies what the operator tells everybody of; written {@code inc_…}. */
public record IncidentId(UUID uuid) implements Id {
  public static final String PREFIX = "inc";

  /** A new identifier, later in order than those made before it on this machine. */
  public static IncidentId next() {
    return new IncidentId(Uuid7.next());
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException if it is not an {@code inc_} TypeID
   */
  @JsonCreator
  public static IncidentId fromString(String text) {
    return new IncidentId(TypeId.decode(PREFIX, text));
  }

  @JsonValue
  @Override
  public String toString() {
    return TypeId.encode(PREFIX, uuid);
  }
}
