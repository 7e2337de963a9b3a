package io.ganglion.notification;

import java.time.Instant;
import java.util.Optional;

/**
 * A Slack or webhook channel of somebody, without its secrets.
 *
 * @param host of the address, to know it by
 * @param signed whether messages are signed with a key
 * @param failures tries that failed since the last that did not
 * @param failingSince the first of them
 * @param disabled why it gets no messages; empty: it does
 * @param changedAt when its address was given
 */
public record ChannelState(
    Channel channel,
    String host,
    boolean signed,
    int failures,
    Optional<Instant> failingSince,
    Optional<Reason> disabled,
    Instant changedAt) {
  /** Why a channel is disabled. */
  public enum Reason {
    /** It answered that there is nobody any more. */
    GONE,
    /** Nothing but failures came of it for days. */
    FAILING
  }
}
