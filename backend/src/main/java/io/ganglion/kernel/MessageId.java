package io.ganglion.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a message of outgoing webhooks; written {@code msg_…}. */
public record MessageId(UUID uuid) implements Id {
  public static final String PREFIX = "msg";

  /** A new identifier, later in order than those made before it on this machine. */
  public static MessageId next() {
    return new MessageId(Uuid7.next());
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException if it is not a {@code msg_} TypeID
   */
  @JsonCreator
  public static MessageId fromString(String text) {
    return new MessageId(TypeId.decode(PREFIX, text));
  }

  @JsonValue
  @Override
  public String toString() {
    return TypeId.encode(PREFIX, uuid);
  }
}
