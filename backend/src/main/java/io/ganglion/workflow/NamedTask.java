package io.ganglion.workflow;

import java.util.function.Predicate;

/**
 * An entry of a task list.
 *
 * @param pointer JSON pointer of the entry in the document, e.g. {@code /do/2/post}
 */
public record NamedTask(String name, String pointer, Task task) {
  /** Whether it or a task inside is of a kind. */
  boolean any(Class<? extends Task> kind) {
    return any(kind::isInstance);
  }

  /** Whether something holds for its task or one inside. */
  boolean any(Predicate<Task> that) {
    return that.test(task) || task.inner().stream().anyMatch(one -> one.any(that));
  }

  /** As {@link #any}, functions that are called included. */
  boolean reaches(Class<? extends Task> kind) {
    return kind.isInstance(task)
        || task.inner().stream().anyMatch(one -> one.reaches(kind))
        || (task instanceof Task.Invoke call && call.function().reaches(kind));
  }
}
