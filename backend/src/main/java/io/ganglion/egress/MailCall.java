package io.ganglion.egress;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One conversation with a mail server.
 *
 * @param account to sign in with; empty: as nobody
 * @param from the sender of the envelope
 * @param recipients of the envelope; empty: the conversation ends once signed in
 * @param message the whole message, header first, lines ending in CRLF; empty: the conversation
 *     ends once all recipients were named, and nothing is sent
 * @param timeout of everything after connecting, which has its own limit
 */
public record MailCall(
    String host,
    int port,
    Security security,
    Optional<Account> account,
    String from,
    List<String> recipients,
    Optional<byte[]> message,
    Duration timeout,
    Origin origin) {
  /** How the conversation is kept secret. */
  public enum Security {
    /** From the first byte. */
    TLS,
    /** Asked for before anything is told; a server that won't is told nothing. */
    STARTTLS,
    /** Not at all. */
    NONE
  }

  /** A name and its password. */
  public record Account(String name, String password) {
    /** Never shows the password. */
    @Override
    public String toString() {
      return "Account[redacted]";
    }
  }

  public MailCall {
    recipients = List.copyOf(recipients);
  }

  /** Never shows account, addresses or message. */
  @Override
  public String toString() {
    return "MailCall[%s:%d]".formatted(host, port);
  }
}
