package io.ganglion.engine;

import java.time.Instant;

/**
 * The end of a timeout.
 *
 * @param owner position of the task it belongs to, or of one of its tries; empty for the workflow
 */
record Deadline(Instant at, String owner) {
  boolean passed(Instant now) {
    return !now.isBefore(at);
  }
}
