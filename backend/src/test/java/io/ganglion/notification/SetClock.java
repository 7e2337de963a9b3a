package io.ganglion.notification;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import java.time.Instant;

/** The time of the tests of notifications: the real one, and as much later as they say. */
@Alternative
@Priority(1)
@ApplicationScoped
public class SetClock extends NotificationClock {
  private volatile Duration later = Duration.ZERO;

  @Override
  public Instant now() {
    return super.now().plus(later);
  }

  void pass(Duration time) {
    later = later.plus(time);
  }

  void real() {
    later = Duration.ZERO;
  }
}
