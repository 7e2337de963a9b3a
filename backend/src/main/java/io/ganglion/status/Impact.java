package io.ganglion.status;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How much an incident harms the parts that it names. */
public enum Impact {
  MAINTENANCE,
  DEGRADED,
  OUTAGE;

  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  PartState state() {
    return switch (this) {
      case MAINTENANCE -> PartState.MAINTENANCE;
      case DEGRADED -> PartState.DEGRADED;
      case OUTAGE -> PartState.OUTAGE;
    };
  }
}
