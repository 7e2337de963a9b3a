package io.ganglion.move;

/** A move can't go on; the message tells a person why, and what to do. What was done stays done. */
final class MoveFailed extends RuntimeException {
  private static final long serialVersionUID = 1;

  MoveFailed(String message) {
    super(message);
  }

  MoveFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
