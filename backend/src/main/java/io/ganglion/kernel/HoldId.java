package io.ganglion.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a hold; written {@code hld_…}. */
public record HoldId(UUID uuid) implements Id {
  public static final String PREFIX = "hld";

  /** A new identifier, later in order than those made before it on this machine. */
  public static HoldId next() {
    return new HoldId(Uuid7.next());
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException if it is not a {@code hld_} TypeID
   */
  @JsonCreator
  public static HoldId fromString(String text) {
    return new HoldId(TypeId.decode(PREFIX, text));
  }

  @JsonValue
  @Override
  public String toString() {
    return TypeId.encode(PREFIX, uuid);
  }
}
