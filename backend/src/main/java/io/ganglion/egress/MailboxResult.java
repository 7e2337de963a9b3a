package io.ganglion.egress;

/** What came of a conversation with a server of mailboxes. */
public sealed interface MailboxResult<T> {
  /** It went to its end. */
  record Had<T>(T value) implements MailboxResult<T> {}

  /**
   * The server refused what it was asked.
   *
   * @param signingIn whether it let the account in
   * @param reply the server's words
   */
  record Declined<T>(boolean signingIn, String reply) implements MailboxResult<T> {}

  /** Nothing was asked. */
  record NotOpened<T>(String reason, boolean guarded) implements MailboxResult<T> {}

  /** What was asked may have been done. */
  record Lost<T>(String reason) implements MailboxResult<T> {}
}
