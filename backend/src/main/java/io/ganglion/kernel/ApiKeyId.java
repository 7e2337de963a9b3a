package io.ganglion.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies an API key; written {@code key_…}. */
public record ApiKeyId(UUID uuid) implements Id {
  public static final String PREFIX = "key";

  /** A new identifier, later in order than those made before it on this machine. */
  public static ApiKeyId next() {
    return new ApiKeyId(Uuid7.next());
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException if it is not a {@code key_} TypeID
   */
  @JsonCreator
  public static ApiKeyId fromString(String text) {
    return new ApiKeyId(TypeId.decode(PREFIX, text));
  }

  @JsonValue
  @Override
  public String toString() {
    return TypeId.encode(PREFIX, uuid);
  }
}
