package io.ganglion.addition;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.RetryClass;
import io.ganglion.connector.UndoClass;
import io.ganglion.kernel.Json;
import java.util.Map;
import java.util.Optional;

/**
 * What a tenant says of an action, which nobody checks: it vouches for it.
 *
 * @param offered whether it may be called
 * @param retry its retry class; empty: as its method has it, or blind
 * @param idempotencyHeader the header by which the platform dedupes; filled with a key that is the
 *     same in all attempts of one intent
 * @param undo how it is taken back; empty: not at all
 */
public record Words(
    boolean offered,
    Optional<RetryClass> retry,
    Optional<String> idempotencyHeader,
    Optional<Undo> undo) {
  static final Words NONE = new Words(true, Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * The action that takes another one back.
   *
   * @param undoClass reversible or compensable
   * @param arguments by its arguments' names, JSON pointers into {@code {input, output, reference}}
   *     of what landed
   */
  public record Undo(UndoClass undoClass, String action, Map<String, String> arguments) {
    public Undo {
      arguments = Map.copyOf(arguments);
    }

    /** What it is called with, for an act that landed. */
    JsonNode of(JsonNode input, Outcome.Landed landed) {
      var from = Json.object().put("reference", landed.reference());
      from.set("input", input);
      from.set("output", landed.output());
      var called = Json.object();
      arguments.forEach((name, pointer) -> called.set(name, from.at(pointer)));
      return called;
    }
  }
}
