package io.ganglion.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies an invitation; written {@code ivt_…}. */
public record InvitationId(UUID uuid) implements Id {
  public static final String PREFIX = "ivt";

  /** A new identifier, later in order than those made before it on this machine. */
  public static InvitationId next() {
    return new InvitationId(Uuid7.next());
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException if it is not a {@code ivt_} TypeID
   */
  @JsonCreator
  public static InvitationId fromString(String text) {
    return new InvitationId(TypeId.decode(PREFIX, text));
  }

  @JsonValue
  @Override
  public String toString() {
    return TypeId.encode(PREFIX, uuid);
  }
}
