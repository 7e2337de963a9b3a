package io.ganglion.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a connection: one stored credential for one account; written {@code con_…}. */
public record ConnectionId(UUID uuid) implements Id {
  public static final String PREFIX = "con";

  /** A new identifier, later in order than those made before it on this machine. */
  public static ConnectionId next() {
    return new ConnectionId(Uuid7.next());
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException if it is not a {@code con_} TypeID
   */
  @JsonCreator
  public static ConnectionId fromString(String text) {
    return new ConnectionId(TypeId.decode(PREFIX, text));
  }

  @JsonValue
  @Override
  public String toString() {
    return TypeId.encode(PREFIX, uuid);
  }
}
