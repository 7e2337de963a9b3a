package io.ganglion.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a rotation of the vault's keys; written {@code rot_…}. */
public record RotationId(UUID uuid) implements Id {
  public static final String PREFIX = "rot";

  /** A new identifier, later in order than those made before it on this machine. */
  public static RotationId next() {
    return new RotationId(Uuid7.next());
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException if it is not a {@code rot_} TypeID
   */
  @JsonCreator
  public static RotationId fromString(String text) {
    return new RotationId(TypeId.decode(PREFIX, text));
  }

  @JsonValue
  @Override
  public String toString() {
    return TypeId.encode(PREFIX, uuid);
  }
}
