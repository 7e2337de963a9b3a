package io.ganglion.status;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far an incident has come. */
public enum IncidentState {
  INVESTIGATING,
  IDENTIFIED,
  MONITORING,
  RESOLVED;

  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
