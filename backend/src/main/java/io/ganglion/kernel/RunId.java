package io.ganglion.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a run; written {@code run_…}. */
public record RunId(UUID uuid) implements Id {
  public static final String PREFIX = "run";

  /** A new identifier, later in order than those made before it on this machine. */
  public static RunId next() {
    return new RunId(Uuid7.next());
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException if it is not a {@code run_} TypeID
   */
  @JsonCreator
  public static RunId fromString(String text) {
    return new RunId(TypeId.decode(PREFIX, text));
  }

  @JsonValue
  @Override
  public String toString() {
    return TypeId.encode(PREFIX, uuid);
  }
}
