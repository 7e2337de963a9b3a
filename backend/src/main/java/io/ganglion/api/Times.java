package io.ganglion.api;

import io.ganglion.kernel.InvalidRequest;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Times in the query of a request: RFC 3339 in UTC. */
public final class Times {
  private Times() {}

  /**
   * @param pointer names the parameter, as {@code /from}
   * @throws InvalidRequest for anything else
   */
  public static Instant read(String pointer, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new InvalidRequest(pointer, "send a time in UTC such as 2026-12-01T00:00:00Z");
    }
  }
}
