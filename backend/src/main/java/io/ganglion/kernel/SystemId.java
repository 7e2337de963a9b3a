package io.ganglion.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a system: what is coordinated; written {@code sys_…}. */
public record SystemId(UUID uuid) implements Id {
  public static final String PREFIX = "sys";

  /** A new identifier, later in order than those made before it on this machine. */
  public static SystemId next() {
    return new SystemId(Uuid7.next());
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException if it is not a {@code sys_} TypeID
   */
  @JsonCreator
  public static SystemId fromString(String text) {
    return new SystemId(TypeId.decode(PREFIX, text));
  }

  @JsonValue
  @Override
  public String toString() {
    return TypeId.encode(PREFIX, uuid);
  }
}
