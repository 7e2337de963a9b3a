package io.ganglion.connector;

/** A column of the matrix that {@code ./ganglion test --connectors} prints, in its order. */
public enum Promise {
  /** The manifest takes the arguments, and answers are as its schemas say. */
  SCHEMA("schema"),
  WHOAMI("whoami"),
  /** Preparing has no effect, whatever goes wrong. */
  PREPARE("prepare"),
  REFUSED_CONNECTION("nobody there"),
  RESET_BEFORE("reset before"),
  RESET_AFTER("reset after"),
  HANG_AFTER("no answer"),
  ERROR_500_AFTER("500"),
  TRUNCATED_AFTER("cut short"),
  MALFORMED_AFTER("not JSON"),
  LIMITED_WITH_RETRY_AFTER("429 till"),
  LIMITED_WITHOUT_RETRY_AFTER("429"),
  REDIRECT("307"),
  BAD_REQUEST("400"),
  UNAUTHORIZED("401"),
  /** The same act twice makes one effect. */
  SENT_TWICE("sent twice"),
  /** Look-ups find what landed and nothing else. */
  LOOK_UP("look-up"),
  UNDO("undo"),
  /** No secret in an outcome, a handle, a refusal or the log. */
  SECRETS("secrets");

  private final String heading;

  Promise(String heading) {
    this.heading = heading;
  }

  /** The column's heading; its words stand below each other. */
  String heading() {
    return heading;
  }

  /** The column of a fault. */
  static Promise under(Fault fault) {
    return valueOf(fault.name());
  }
}
