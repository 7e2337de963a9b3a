package io.ganglion.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies one version of a workflow; written {@code wfl_…}. */
public record WorkflowId(UUID uuid) implements Id {
  public static final String PREFIX = "wfl";

  /** A new identifier, later in order than those made before it on this machine. */
  public static WorkflowId next() {
    return new WorkflowId(Uuid7.next());
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException if it is not a {@code wfl_} TypeID
   */
  @JsonCreator
  public static WorkflowId fromString(String text) {
    return new WorkflowId(TypeId.decode(PREFIX, text));
  }

  @JsonValue
  @Override
  public String toString() {
    return TypeId.encode(PREFIX, uuid);
  }
}
