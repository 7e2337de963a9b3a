package io.ganglion.egress;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Limits of outward requests. */
@ConfigMapping(prefix = "ganglion.egress")
interface EgressConfig {
  /**
   * Networks a tenant's request may reach although they are special-purpose, as CIDR, e.g. {@code
   * 10.1.0.0/16}: for self-hosted servers. None by default.
   */
  Optional<List<String>> allow();

  /** How long one address may take to accept a connection, and to answer each handshake read. */
  @WithDefault("5s")
  Duration connect();

  /** How long everything before the first byte may take: waiting for a slot, DNS, TCP and TLS. */
  @WithDefault("15s")
  Duration setup();

  /** The largest answer that is read, in bytes of its body. */
  @WithDefault("4194304")
  int answerBytes();

  /** The longest line of an answer's head, in bytes, and at most 100 such lines. */
  @WithDefault("16384")
  int headerBytes();

  /** Answers larger than {@link Message#SMALL} that are read at one instant, in this process. */
  @WithDefault("32")
  int largeAnswers();

  /** Requests in flight at one instant, in this process. */
  @WithDefault("1280")
  int connections();

  /** Requests in flight at one instant to one host and port, so that a slow one can't take all. */
  @WithDefault("1024")
  int perHost();

  /** Ports at which a tenant's mail server may be. */
  @WithDefault("25,465,587,588,2525,2587,8025")
  List<Integer> mailPorts();

  /** Ports at which a tenant's mailbox may be read. */
  @WithDefault("143,993,1143,1993")
  List<Integer> mailboxPorts();

  /** Conversations with mail servers at one instant, in this process. */
  @WithDefault("64")
  int mails();

  /** A kept connection that rested this long is probed before it is used again. */
  @WithDefault("100ms")
  Duration probeAfter();

  /** A kept connection that rested this long is closed. */
  @WithDefault("30s")
  Duration idle();
}
