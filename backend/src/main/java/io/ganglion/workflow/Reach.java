package io.ganglion.workflow;

import java.util.List;

/**
 * What runs of a workflow may have beyond themselves, which their ends have to tidy up.
 *
 * @param delegates they may start runs
 * @param listens they may listen for events
 */
public record Reach(boolean delegates, boolean listens) {
  /** Neither. */
  public static final Reach NONE = new Reach(false, false);

  static Reach of(List<NamedTask> tasks) {
    return new Reach(
        tasks.stream().anyMatch(one -> one.any(Task.Run.class)),
        tasks.stream().anyMatch(one -> one.any(Task.Listen.class)));
  }
}
