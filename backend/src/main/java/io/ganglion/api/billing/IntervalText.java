package io.ganglion.api.billing;

import com.fasterxml.jackson.annotation.JsonValue;
import io.ganglion.ledger.Terms;
import java.util.Locale;

/** How often the fee is due, as it is written. */
public enum IntervalText {
  MONTH,
  YEAR;

  static IntervalText of(Terms.Interval interval) {
    return valueOf(interval.name());
  }

  Terms.Interval toInterval() {
    return Terms.Interval.valueOf(name());
  }

  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
