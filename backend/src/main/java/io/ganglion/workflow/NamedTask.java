package io.ganglion.workflow;

/**
 * An entry of a task list.
 *
 * @param pointer JSON pointer of the entry in the document, e.g. {@code /do/2/post}
 */
public record NamedTask(String name, String pointer, Task task) {
  /** Whether it or a task inside is of a kind. */
  boolean any(Class<? extends Task> kind) {
    return kind.isInstance(task) || task.inner().stream().anyMatch(one -> one.any(kind));
  }

  /** As {@link #any}, functions that are called included. */
  boolean reaches(Class<? extends Task> kind) {
    return kind.isInstance(task)
        || task.inner().stream().anyMatch(one -> one.reaches(kind))
        || (task instanceof Task.Invoke call && call.function().reaches(kind));
  }
}
