package io.ganglion.status;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What the platform is made of, as its users see it. */
public enum Part {
  API,
  WORKERS,
  WEBHOOKS,
  SIGN_IN,
  LABORATORY;

  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
