package io.ganglion.trial;

import io.ganglion.kernel.WorkflowId;
import io.ganglion.trial.score.Interval;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How somebody stands.
 *
 * @param name of an entrant, or of a workflow with its version
 * @param workflow null for external agents
 * @param score empty before the first trial was judged
 * @param trials all of it, under way ones too
 * @param failed of these: those that could not be held
 */
public record Standing(
    String name, @Nullable WorkflowId workflow, Optional<Interval> score, int trials, int failed) {}
