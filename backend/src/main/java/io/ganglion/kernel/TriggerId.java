package io.ganglion.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a trigger; written {@code trg_…}. */
public record TriggerId(UUID uuid) implements Id {
  public static final String PREFIX = "trg";

  /** A new identifier, later in order than those made before it on this machine. */
  public static TriggerId next() {
    return new TriggerId(Uuid7.next());
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException if it is not a {@code trg_} TypeID
   */
  @JsonCreator
  public static TriggerId fromString(String text) {
    return new TriggerId(TypeId.decode(PREFIX, text));
  }

  @JsonValue
  @Override
  public String toString() {
    return TypeId.encode(PREFIX, uuid);
  }
}
