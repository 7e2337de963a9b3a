package io.ganglion.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies an effect; written {@code eff_…}. */
public record EffectId(UUID uuid) implements Id {
  public static final String PREFIX = "eff";

  /** A new identifier, later in order than those made before it on this machine. */
  public static EffectId next() {
    return new EffectId(Uuid7.next());
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException if it is not a {@code eff_} TypeID
   */
  @JsonCreator
  public static EffectId fromString(String text) {
    return new EffectId(TypeId.decode(PREFIX, text));
  }

  @JsonValue
  @Override
  public String toString() {
    return TypeId.encode(PREFIX, uuid);
  }
}
