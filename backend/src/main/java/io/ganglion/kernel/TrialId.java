package io.ganglion.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a trial of the laboratory; written {@code trl_…}. */
public record TrialId(UUID uuid) implements Id {
  public static final String PREFIX = "trl";

  /** A new identifier, later in order than those made before it on this machine. */
  public static TrialId next() {
    return new TrialId(Uuid7.next());
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException if it is not a {@code trl_} TypeID
   */
  @JsonCreator
  public static TrialId fromString(String text) {
    return new TrialId(TypeId.decode(PREFIX, text));
  }

  @JsonValue
  @Override
  public String toString() {
    return TypeId.encode(PREFIX, uuid);
  }
}
