package io.ganglion.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies an agent; written {@code agt_…}. */
public record AgentId(UUID uuid) implements Id {
  public static final String PREFIX = "agt";

  /** A new identifier, later in order than those made before it on this machine. */
  public static AgentId next() {
    return new AgentId(Uuid7.next());
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException if it is not a {@code agt_} TypeID
   */
  @JsonCreator
  public static AgentId fromString(String text) {
    return new AgentId(TypeId.decode(PREFIX, text));
  }

  @JsonValue
  @Override
  public String toString() {
    return TypeId.encode(PREFIX, uuid);
  }
}
