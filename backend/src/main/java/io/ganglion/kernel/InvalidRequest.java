package io.ganglion.kernel;

import java.util.List;

/**
 * What the caller sent can't be understood or is out of bounds: each violation says where and what
 * to send instead.
 */
public final class InvalidRequest extends Problem {
  private static final long serialVersionUID = 1;

  public InvalidRequest(List<Violation> errors) {
    super(400, "invalid_request", "The request is not valid", summary(errors), errors);
  }

  public InvalidRequest(String pointer, String detail) {
    this(List.of(new Violation(pointer, detail)));
  }

  private static String summary(List<Violation> errors) {
    var first = errors.getFirst();
    var where = first.pointer().isEmpty() ? "the body" : first.pointer();
    var more = errors.size() > 1 ? " (and %d more)".formatted(errors.size() - 1) : "";
    return "%s: %s%s".formatted(where, first.detail(), more);
  }
}
