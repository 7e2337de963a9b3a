package io.ganglion.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The time by which messages are due: whole milliseconds. Tests have another one. */
@ApplicationScoped
public class NotificationClock {
  public Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
