package io.ganglion.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.ConnectionId;
import io.ganglion.kernel.TriggerId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A list of a platform's that is read again and again.
 *
 * @param version raised by people's changes
 */
public record Trigger(
    TriggerId id,
    Wanted wanted,
    String connector,
    Progress progress,
    long version,
    Instant createdAt) {

  /**
   * What its owner says of it.
   *
   * @param connection empty: it was deleted
   * @param poll of the connector's manifest
   * @param type of its events
   * @param interval from the begin of one poll to the next
   */
  public record Wanted(
      String name,
      Optional<ConnectionId> connection,
      String poll,
      JsonNode arguments,
      String type,
      Duration interval) {}

  /**
   * How far it is.
   *
   * @param cursor in the connector's words
   * @param round polls that were begun with this cursor
   * @param published events so far
   * @param failures in a row
   * @param error of the last poll, where it failed
   * @param waits why it isn't read though it is due
   * @param polledAt the last poll that was answered
   * @param next when it is due; empty: never
   * @param pausedAt empty: it is not paused
   */
  public record Progress(
      JsonNode cursor,
      long round,
      long published,
      int failures,
      Optional<Failure> error,
      Optional<String> waits,
      Optional<Instant> polledAt,
      Optional<Instant> next,
      Optional<Instant> pausedAt) {}

  /**
   * Why a poll failed.
   *
   * @param status as in HTTP
   * @param detail for people; no credentials
   */
  public record Failure(int status, String detail, Instant at) {}

  /** Whether it is read. */
  public enum State {
    ACTIVE,
    /** Somebody has stopped it. */
    PAUSED,
    /** Its connection was deleted. */
    STOPPED
  }

  public State state() {
    if (wanted.connection().isEmpty()) {
      return State.STOPPED;
    }
    return progress.pausedAt().isPresent() ? State.PAUSED : State.ACTIVE;
  }

  /** The CloudEvents' source. */
  public static String urn(TriggerId id) {
    return "urn:ganglion:trigger:" + id;
  }
}
