package io.ganglion.webhook.source;

import io.ganglion.kernel.SourceId;
import java.time.Instant;
import java.util.Optional;

/**
 * An address at which another system tells the tenant what happened.
 *
 * @param oldTokenUntil how long the token before goes on working, where there is one
 * @param version raised by each change
 */
public record Source(
    SourceId id, Wanted wanted, Optional<Instant> oldTokenUntil, long version, Instant createdAt) {

  /**
   * What its owner says of it.
   *
   * @param type of its events
   * @param headers which say more of an event
   */
  public record Wanted(String name, String type, Verification verification, Headers headers) {}

  /**
   * Headers that say more of an event.
   *
   * @param id the event's id; empty: a hash of what was sent
   * @param type what is put behind the events' type; empty: nothing
   */
  public record Headers(Optional<String> id, Optional<String> type) {}

  /** The CloudEvents' source. */
  public static String urn(SourceId id) {
    return "urn:ganglion:source:" + id;
  }
}
