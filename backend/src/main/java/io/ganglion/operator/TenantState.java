package io.ganglion.operator;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a tenant is in this cell at a moment: the first that holds. */
public enum TenantState {
  MOVED,
  MOVING,
  DELETED,
  SUSPENDED,
  PAUSED,
  ACTIVE;

  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
