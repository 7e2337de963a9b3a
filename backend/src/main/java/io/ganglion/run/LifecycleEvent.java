package io.ganglion.run;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One of the DSL's lifecycle events, as a CloudEvent.
 *
 * @param seq place in the order of the outbox; {@code part} numbers the events that one place gives
 * @param last whether the run has ended with it
 */
public record LifecycleEvent(long seq, int part, String type, JsonNode cloudEvent, boolean last) {
  /** The event's id, by which a stream is resumed. */
  public String id() {
    return place(seq, part);
  }

  static String place(long seq, int part) {
    return seq + "." + part;
  }
}
