package io.ganglion.workflow;

import java.util.List;

/**
 * What runs of a workflow may have beyond themselves: what they don't have need not be read back,
 * nor tidied up at their ends.
 *
 * @param delegates they may start runs
 * @param listens they may listen for events
 * @param acts they may have effects, holds, approvals, or an agent's state
 */
public record Reach(boolean delegates, boolean listens, boolean acts) {
  /** Of sessions, which do what their agent says. */
  public static final Reach SESSION = new Reach(false, false, true);

  static Reach of(List<NamedTask> tasks) {
    boolean delegates = tasks.stream().anyMatch(one -> one.any(Task.Run.class));
    return new Reach(
        delegates,
        tasks.stream().anyMatch(one -> one.any(Task.Listen.class)),
        delegates || tasks.stream().anyMatch(one -> one.any(Reach::acts)));
  }

  private static boolean acts(Task task) {
    return task instanceof Task.Call call && !call.function().equals(Functions.RECORD);
  }
}
