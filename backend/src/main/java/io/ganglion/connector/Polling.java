package io.ganglion.connector;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A connector that can be asked what is new, where its manifest declares polls. As of all
 * connectors: it asks once, never retries, and keeps nothing.
 */
public interface Polling extends Connector {
  /**
   * One page of what is new since a cursor.
   *
   * @throws IllegalArgumentException if there is no such poll
   */
  Polled poll(Session session, Question question);

  /**
   * Where to go on.
   *
   * @param arguments validated against the poll's input schema
   * @param cursor what the page before gave; {@code {}} at first: what comes from now on; {@code
   *     {"from": …}}: what came after that point
   * @param round how many polls of this cursor were begun, this one included; pages of one poll
   *     have one round
   * @param now of the local clock, when the page is asked for
   */
  record Question(
      Manifest.Poll poll, JsonNode arguments, JsonNode cursor, long round, Instant now) {
    /** The point that the first poll starts after; empty: now, or it is not the first. */
    public String from() {
      return cursor.path("from").asText("");
    }
  }
}
