package io.ganglion.workflow;

import io.ganglion.expression.Expression;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An entry of {@code use.extensions}: what is done around tasks of a kind.
 *
 * @param extend the kind, by the DSL's word, or {@code all}; {@code composite} are {@code do} and
 *     {@code fork}
 * @param when whether it applies to a task; empty: to all of the kind
 * @param before done before the task, which {@code then: exit} bypasses
 * @param after done after the task has completed
 * @see <a
 *     href="https://github.com/serverlessworkflow/specification/blob/v1.0.3/dsl-reference.md#extension">Extension</a>
 */
public record Extension(
    String name,
    String extend,
    Optional<Expression> when,
    List<NamedTask> before,
    List<NamedTask> after) {
  private static final String ALL = "all";
  private static final String COMPOSITE = "composite";

  public Extension {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /** Whether it is for tasks of that kind. */
  public boolean isFor(Task task) {
    var kind = TaskKind.of(task);
    return switch (extend) {
      case ALL -> true;
      case COMPOSITE -> kind == TaskKind.DO || kind == TaskKind.FORK;
      default -> kind.word().equals(extend);
    };
  }

  /** Its tasks. */
  Stream<NamedTask> tasks() {
    return Stream.concat(before.stream(), after.stream());
  }
}
