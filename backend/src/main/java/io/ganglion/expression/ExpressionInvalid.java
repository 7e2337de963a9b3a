package io.ganglion.expression;

/** A text is not a program: it can't be read, or it uses what expressions are not given. */
public final class ExpressionInvalid extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final int position;

  public ExpressionInvalid(String message, int position) {
    super(message, null, false, false);
    this.position = position;
  }

  /** Where in the program, without {@code ${ }}: 0 is its first character. */
  public int position() {
    return position;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
