package io.ganglion.bus;

import io.ganglion.kernel.Problem;
import java.util.List;

/** An event is larger than {@link CloudEvent#MAX_BYTES}. */
public final class EventTooLarge extends Problem {
  private static final long serialVersionUID = 1;

  /**
   * @param pointer where it stands in what was sent
   */
  EventTooLarge(String pointer) {
    super(
        413,
        "payload_too_large",
        "The event is too large",
        "An event may have at most %d bytes; send a link for what is larger."
            .formatted(CloudEvent.MAX_BYTES),
        pointer.isEmpty()
            ? List.of()
            : List.of(
                new Violation(pointer, "send at most %d bytes".formatted(CloudEvent.MAX_BYTES))));
  }
}
