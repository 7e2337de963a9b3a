package io.ganglion.expression;

/**
 * An expression could not be evaluated: its own error, a type mismatch, or a limit ({@code limit()}
 * true).
 */
public final class ExpressionFailed extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final boolean limit;

  public ExpressionFailed(String message, boolean limit) {
    super(message, null, false, false);
    this.limit = limit;
  }

  /** Whether it was stopped by a limit ({@code expression_limit}) and not by its own error. */
  public boolean limit() {
    return limit;
  }
}
