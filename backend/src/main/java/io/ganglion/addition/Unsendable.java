package io.ganglion.addition;

/** A request can't be made of these arguments or credentials; the message says what to do. */
final class Unsendable extends Exception {
  private static final long serialVersionUID = 1;

  private final int status;

  /**
   * @param status as HTTP would have it
   */
  Unsendable(int status, String why) {
    super(why, null, false, false);
    this.status = status;
  }

  int status() {
    return status;
  }

  String why() {
    return String.valueOf(getMessage());
  }
}
