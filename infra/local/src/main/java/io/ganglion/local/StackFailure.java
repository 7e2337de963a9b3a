package io.ganglion.local;

/** The local stack can't go on; the message tells a person what happened and what to do. */
public class StackFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  public StackFailure(String message) {
    super(message);
  }

  public StackFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
