package io.ganglion.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies an approval; written {@code apr_…}. */
public record ApprovalId(UUID uuid) implements Id {
  public static final String PREFIX = "apr";

  /** A new identifier, later in order than those made before it on this machine. */
  public static ApprovalId next() {
    return new ApprovalId(Uuid7.next());
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException if it is not a {@code apr_} TypeID
   */
  @JsonCreator
  public static ApprovalId fromString(String text) {
    return new ApprovalId(TypeId.decode(PREFIX, text));
  }

  @JsonValue
  @Override
  public String toString() {
    return TypeId.encode(PREFIX, uuid);
  }
}
