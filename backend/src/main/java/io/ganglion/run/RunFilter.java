package io.ganglion.run;

import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.WorkflowId;
import java.util.Optional;

/**
 * Which runs are listed; empty: whatever it is.
 *
 * @param workflow all versions of this {@code namespace/name}
 * @param version of a workflow
 * @param parent those that this run started
 */
public record RunFilter(
    Optional<RunState> state,
    Optional<AgentId> agent,
    Optional<String> workflow,
    Optional<WorkflowId> version,
    Optional<RunId> parent) {
  public static final RunFilter ALL =
      new RunFilter(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** Whether runs may have to be passed over, by more than who started them. */
  boolean narrows() {
    return state.isPresent() || agent.isPresent() || workflow.isPresent() || version.isPresent();
  }
}
