package io.ganglion.api;

import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.Rfc3339;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Times in the query of a request: RFC 3339 in UTC, and months. */
public final class Times {
  private Times() {}

  /**
   * @param pointer names the parameter, as {@code /from}
   * @throws InvalidRequest for anything else
   */
  public static Instant read(String pointer, String text) {
    try {
      return Rfc3339.read(text);
    } catch (DateTimeException e) {
      throw new InvalidRequest(pointer, "send a time in UTC such as 2026-12-01T00:00:00Z");
    }
  }

  /**
   * A month in the parameter {@code month}.
   *
   * @throws InvalidRequest for anything else
   */
  public static YearMonth month(@Nullable String text) {
    try {
      var month = YearMonth.parse(text == null ? "" : text);
      var unused = Rfc3339.kept(month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC));
      return month;
    } catch (DateTimeException e) {
      throw new InvalidRequest("/month", "send a month such as 2026-11");
    }
  }
}
