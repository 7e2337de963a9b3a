package io.ganglion.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies an address for inbound webhooks; written {@code src_…}. */
public record SourceId(UUID uuid) implements Id {
  public static final String PREFIX = "src";

  /** A new identifier, later in order than those made before it on this machine. */
  public static SourceId next() {
    return new SourceId(Uuid7.next());
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException if it is not a {@code src_} TypeID
   */
  @JsonCreator
  public static SourceId fromString(String text) {
    return new SourceId(TypeId.decode(PREFIX, text));
  }

  @JsonValue
  @Override
  public String toString() {
    return TypeId.encode(PREFIX, uuid);
  }
}
