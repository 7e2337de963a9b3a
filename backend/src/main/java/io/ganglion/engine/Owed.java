package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.effect.Effect;
import io.ganglion.workflow.NamedTask;
import java.util.Optional;

/** What is to be taken back if the run fails or is cancelled. */
sealed interface Owed {
  /** An effect that landed: by its connector's undo. */
  record Undo(Effect effect) implements Owed {}

  /**
   * What a task did: by another task that its author wrote for this.
   *
   * @param visit of the task, with what it saw
   * @param output of it, the other's input
   * @param effect that stands for what it did outside; empty where that is no effect of this run
   */
  record Counter(Visit visit, NamedTask task, JsonNode output, Optional<Effect> effect)
      implements Owed {}
}
