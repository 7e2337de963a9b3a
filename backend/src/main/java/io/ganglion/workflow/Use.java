package io.ganglion.workflow;

import java.util.List;
import java.util.Set;

/**
 * What of {@code use} is left after errors, retries and timeouts were resolved into the tasks.
 *
 * @param functions all of them; a call of one has it already
 */
public record Use(Set<String> secrets, List<NamedTask> functions) {
  public static final Use NOTHING = new Use(Set.of(), List.of());

  public Use {
    secrets = Set.copyOf(secrets);
    functions = List.copyOf(functions);
  }
}
