package io.ganglion.status;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a part does; the later, the worse. */
public enum PartState {
  OPERATIONAL,
  /** It is being worked on, as was told before. */
  MAINTENANCE,
  /** Nobody can tell right now. */
  UNKNOWN,
  /** It works, slower or not for all. */
  DEGRADED,
  OUTAGE;

  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The worse of two. */
  public PartState worse(PartState other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
