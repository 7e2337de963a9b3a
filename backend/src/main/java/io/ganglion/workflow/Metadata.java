package io.ganglion.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.Optional;

/**
 * Ganglion's part of a task, from {@code metadata.ganglion}.
 *
 * @param atomic a fork with {@code group: atomic}: a coordinated commit
 * @param redo whether a retry asked for by the workflow sends again what had landed
 * @param compensate {@code compensate: auto}: the connector's undo runs when the run fails or is
 *     cancelled
 * @param compensation {@code compensate: <task>}: runs then, with the task's output as its input
 * @param agent name of the agent that a run task delegates to; empty: the run's own
 * @param retry {@code pure} or {@code idempotent}: what the author says of repeating a call whose
 *     peer doesn't say it; empty: nothing
 * @param source the whole {@code metadata} object; JSON null when there is none
 */
public record Metadata(
    boolean atomic,
    boolean redo,
    boolean compensate,
    Optional<NamedTask> compensation,
    Optional<String> agent,
    Optional<String> retry,
    JsonNode source) {
  /** A task that carries none. */
  public static final Metadata NONE =
      new Metadata(
          false,
          false,
          false,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          NullNode.getInstance());
}
