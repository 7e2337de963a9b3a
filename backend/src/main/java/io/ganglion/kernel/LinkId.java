package io.ganglion.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a link by which an approval is decided; written {@code lnk_…}. */
public record LinkId(UUID uuid) implements Id {
  public static final String PREFIX = "lnk";

  /** A new identifier, later in order than those made before it on this machine. */
  public static LinkId next() {
    return new LinkId(Uuid7.next());
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException if it is not a {@code lnk_} TypeID
   */
  @JsonCreator
  public static LinkId fromString(String text) {
    return new LinkId(TypeId.decode(PREFIX, text));
  }

  @JsonValue
  @Override
  public String toString() {
    return TypeId.encode(PREFIX, uuid);
  }
}
