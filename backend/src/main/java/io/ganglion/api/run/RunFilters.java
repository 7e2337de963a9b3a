package io.ganglion.api.run;

import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.WorkflowId;
import io.ganglion.run.RunFilter;
import io.ganglion.run.RunState;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a list of runs is narrowed by. */
final class RunFilters {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9-]{1,63}/[a-zA-Z0-9-]{1,63}");

  private RunFilters() {}

  static RunFilter of(
      @Nullable RunState state,
      @Nullable AgentId agent,
      @Nullable String workflow,
      @Nullable RunId parent) {
    var given = Optional.ofNullable(workflow);
    boolean named = given.filter(text -> NAME.matcher(text).matches()).isPresent();
    return new RunFilter(
        Optional.ofNullable(state),
        Optional.ofNullable(agent),
        named ? given : Optional.empty(),
        named ? Optional.empty() : given.map(RunFilters::version),
        Optional.ofNullable(parent));
  }

  private static WorkflowId version(String text) {
    try {
      return WorkflowId.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidRequest("/workflow", "send namespace/name, or the identifier of a version");
    }
  }
}
