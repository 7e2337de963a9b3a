package io.ganglion.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.UUID;

/** Identifies a tenant; written {@code ten_…}. */
public record TenantId(UUID uuid) implements Id {
  public static final String PREFIX = "ten";

  /** What is the operator's own belongs to no tenant. */
  public static final TenantId NOBODY = new TenantId(new UUID(0, 0));

  /** A new identifier, later in order than those made before it on this machine. */
  public static TenantId next() {
    return new TenantId(Uuid7.next());
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException if it is not a {@code ten_} TypeID
   */
  @JsonCreator
  public static TenantId fromString(String text) {
    return new TenantId(TypeId.decode(PREFIX, text));
  }

  /** As {@link #fromString}, of a text that may be anything. */
  public static Optional<TenantId> read(String text) {
    try {
      return Optional.of(fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @JsonValue
  @Override
  public String toString() {
    return TypeId.encode(PREFIX, uuid);
  }
}
