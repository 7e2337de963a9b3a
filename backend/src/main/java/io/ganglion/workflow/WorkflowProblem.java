package io.ganglion.workflow;

import io.ganglion.kernel.Problem;
import java.util.List;

/** What can be wrong with a workflow somebody sends. */
public final class WorkflowProblem extends Problem {
  private static final long serialVersionUID = 1;

  private WorkflowProblem(
      int status, String code, String title, String detail, List<Violation> errors) {
    super(status, code, title, detail, errors);
  }

  /** The document is not a valid workflow; every violation has its pointer and line. */
  public static WorkflowProblem invalid(List<Violation> errors) {
    var first = errors.getFirst();
    var where =
        first.line() == null
            ? first.pointer()
            : "line %d (%s)".formatted(first.line(), first.pointer());
    var more =
        errors.size() > 1
            ? " There are %d more; all are in errors.".formatted(errors.size() - 1)
            : "";
    return new WorkflowProblem(
        422,
        "workflow_invalid",
        "The workflow is not valid",
        "%s: %s%s".formatted(where, first.detail(), more),
        errors);
  }

  /** Another document is already stored under this version. */
  public static WorkflowProblem versionExists(String name, String version) {
    return new WorkflowProblem(
        409,
        "version_exists",
        "This version already exists",
        "%s %s is stored with other content; a version never changes. Raise document.version and send it again."
            .formatted(name, version),
        List.of());
  }
}
