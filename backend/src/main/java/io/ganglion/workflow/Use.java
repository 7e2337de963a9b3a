package io.ganglion.workflow;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What of {@code use} is left after errors, retries and timeouts were resolved into the tasks.
 *
 * @param functions all of them; a call of one has it already
 * @param extensions in the order in which they are done around a task
 */
public record Use(Set<String> secrets, List<NamedTask> functions, List<Extension> extensions) {
  public static final Use NOTHING = new Use(Set.of(), List.of(), List.of());

  public Use {
    secrets = Set.copyOf(secrets);
    functions = List.copyOf(functions);
    extensions = List.copyOf(extensions);
  }

  /** Tasks that are not of the workflow's own list. */
  public Stream<NamedTask> tasks() {
    return Stream.concat(functions.stream(), extensions.stream().flatMap(Extension::tasks));
  }
}
