package io.ganglion.egress;

import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;

/**
 * Reads mailboxes; blocks the calling virtual thread; never throws for what the network or the
 * server does.
 */
public interface MailboxEgress {
  /** What is asked of a server that has let the account in. */
  @FunctionalInterface
  interface Asking<T> {
    T of(IMAPProtocol server) throws ProtocolException;
  }

  <T> MailboxResult<T> call(MailboxCall call, Asking<T> asking);
}
