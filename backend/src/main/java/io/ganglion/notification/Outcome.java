package io.ganglion.notification;

/** What sending a message came to. */
sealed interface Outcome {
  /** It was taken. */
  record Told() implements Outcome {}

  /** It may or may not have come. */
  record Failed(String reason) implements Outcome {}

  /** The address says that there is nobody any more. */
  record Gone(String reason) implements Outcome {}

  /** Nothing was sent, and it is no fault of the address. */
  record NotTried(String reason) implements Outcome {}

  /** Nobody wants it any more, or may. */
  record Dropped(String reason) implements Outcome {}
}
