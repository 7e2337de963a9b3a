package io.ganglion.billing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The time by which is billed: UTC, whole milliseconds. Tests have another one. */
@ApplicationScoped
public class BillingClock {
  public Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  /** The month an instant lies in. */
  public static YearMonth month(Instant at) {
    return YearMonth.from(at.atOffset(ZoneOffset.UTC));
  }

  /** When a month begins. */
  public static Instant start(YearMonth month) {
    return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  /** When the next one does. */
  public static Instant end(YearMonth month) {
    return start(month.plusMonths(1));
  }
}
