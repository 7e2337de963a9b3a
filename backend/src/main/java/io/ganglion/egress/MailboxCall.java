package io.ganglion.egress;

import java.time.Duration;

/**
 * One conversation with a server of mailboxes, by IMAP, on a connection of its own.
 *
 * @param timeout of everything after connecting, which has its own limit
 */
public record MailboxCall(
    String host,
    int port,
    MailCall.Security security,
    MailCall.Account account,
    Duration timeout,
    Origin origin) {
  /** Never shows the account. */
  @Override
  public String toString() {
    return "MailboxCall[%s:%d]".formatted(host, port);
  }
}
