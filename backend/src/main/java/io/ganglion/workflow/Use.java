package io.ganglion.workflow;

import java.util.Set;

/**
 * What of {@code use} is left after functions, errors, retries and timeouts were resolved into the
 * tasks.
 */
public record Use(Set<String> secrets) {
  public Use {
    secrets = Set.copyOf(secrets);
  }
}
