package io.ganglion.egress;

/**
 * Talks to mail servers; blocks the calling virtual thread; never throws for what the network does.
 */
public interface MailEgress {
  MailResult call(MailCall call);
}
