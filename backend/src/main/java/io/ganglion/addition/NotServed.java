package io.ganglion.addition;

/** An operation can't be an action; the message says why. */
final class NotServed extends Exception {
  private static final long serialVersionUID = 1;

  NotServed(String why) {
    super(why, null, false, false);
  }
}
