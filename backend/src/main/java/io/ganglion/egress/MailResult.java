package io.ganglion.egress;

/** What came of a conversation with a mail server, and what that proves. */
public sealed interface MailResult {
  /**
   * It went to its end; a message has been taken if there was one.
   *
   * @param reply the server's last words
   * @param size the largest message that the server takes, in bytes; 0 if it doesn't say
   */
  record Taken(String reply, long size) implements MailResult {}

  /**
   * The server refused, and has not taken the message.
   *
   * @param code of its reply: 4xx passes, 5xx stays
   */
  record Declined(int code, String reply) implements MailResult {}

  /** No byte of the message left this machine. */
  record NotSent(String reason, boolean guarded) implements MailResult {}

  /** The message may have been taken. */
  record Lost(String reason) implements MailResult {}
}
