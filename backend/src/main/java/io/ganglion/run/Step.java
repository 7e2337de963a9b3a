package io.ganglion.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One journalled task visit.
 *
 * @param position the DSL pointer with visit indices, e.g. {@code /do/2/loop[17]/do/0/post[1]}
 * @param seq order of start within the run
 * @param output the task's raw output; null unless completed
 * @param error the DSL's error object; null unless faulted
 */
public record Step(
    String position,
    int seq,
    String name,
    State state,
    int attempts,
    @Nullable JsonNode output,
    @Nullable JsonNode error,
    Instant startedAt,
    Instant endedAt) {

  /** How the visit ended. */
  public enum State {
    COMPLETED,
    FAULTED,
    CANCELLED
  }

  /** The same record under another position. */
  public Step at(String elsewhere) {
    return new Step(elsewhere, seq, name, state, attempts, output, error, startedAt, endedAt);
  }
}
