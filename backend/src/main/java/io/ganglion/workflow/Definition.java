package io.ganglion.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * A valid workflow, ready to be interpreted.
 *
 * @param schedules each of another kind
 * @param agent name of the agent that acts in runs of the schedule
 * @param source the document as JSON, as {@code $workflow.definition} shows it
 */
public record Definition(
    String namespace,
    String name,
    String version,
    String title,
    Data input,
    Data output,
    Optional<Timeout> timeout,
    List<Schedule> schedules,
    Optional<String> agent,
    Use use,
    Reach reach,
    List<NamedTask> tasks,
    JsonNode source) {
  public Definition {
    schedules = List.copyOf(schedules);
    tasks = List.copyOf(tasks);
  }
}
