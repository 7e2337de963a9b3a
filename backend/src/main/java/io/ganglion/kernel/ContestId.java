package io.ganglion.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a contest of trials; written {@code cst_…}. */
public record ContestId(UUID uuid) implements Id {
  public static final String PREFIX = "cst";

  /** A new identifier, later in order than those made before it on this machine. */
  public static ContestId next() {
    return new ContestId(Uuid7.next());
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException if it is not a {@code cst_} TypeID
   */
  @JsonCreator
  public static ContestId fromString(String text) {
    return new ContestId(TypeId.decode(PREFIX, text));
  }

  @JsonValue
  @Override
  public String toString() {
    return TypeId.encode(PREFIX, uuid);
  }
}
