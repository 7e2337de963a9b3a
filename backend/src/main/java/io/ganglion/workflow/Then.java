package io.ganglion.workflow;

/** Where the flow goes after a task. */
public sealed interface Then {
  /** To the next task of the list. */
  record Continue() implements Then {}

  /** Out of this list. */
  record Exit() implements Then {}

  /** To the end of the workflow. */
  record End() implements Then {}

  /** To a task of the same list. */
  record GoTo(String task) implements Then {}
}
