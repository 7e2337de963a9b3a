package io.ganglion.engine;

import io.ganglion.workflow.Durations;
import io.ganglion.workflow.Timeout;
import java.time.Instant;

/** When a timeout ends: fixed in the journal the first time it is met. */
final class Timeouts {
  private Timeouts() {}

  static Instant end(Visit visit, Timeout timeout) {
    var after = Durations.of(visit.evaluate(timeout.after()));
    var walk = visit.walk();
    return walk.journal().timer(visit.position() + "#timeout", walk.lease().now().plus(after));
  }
}
