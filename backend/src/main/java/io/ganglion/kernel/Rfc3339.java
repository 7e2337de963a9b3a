package io.ganglion.kernel;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Times as they come from outside and are shown: RFC 3339, with a year of four digits, which every
 * store can hold.
 */
public final class Rfc3339 {
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Rfc3339() {}

  /**
   * Reads a time from outside.
   *
   * @throws DateTimeException if it is none, or not of the years 0001 to 9999 in UTC
   */
  public static Instant read(String text) {
    return kept(Instant.parse(text));
  }

  /**
   * As {@link #read}, with any offset from UTC.
   *
   * @throws DateTimeException as that
   */
  public static Instant readOffset(String text) {
    return kept(OffsetDateTime.parse(text).toInstant());
  }

  /**
   * The same time.
   *
   * @throws DateTimeException if it is not of the years 0001 to 9999 in UTC
   */
  public static Instant kept(Instant time) {
    if (time.isBefore(FIRST) || !time.isBefore(END)) {
      throw new DateTimeException("not a year from 0001 to 9999");
    }
    return time;
  }

  /** In UTC with milliseconds; what is finer is cut off. */
  public static String write(Instant time) {
    return MILLIS.format(time);
  }
}
