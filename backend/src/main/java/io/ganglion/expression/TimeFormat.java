package io.ganglion.expression;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Map;
import net.thisptr.jackson.jq.exception.JsonQueryException;

/** C's formats of times, as {@code strftime} and {@code strptime} take them, in English. */
final class TimeFormat {
  private static final int MAX_LENGTH = 1_000;

  /** Conversions that stand for others. */
  private static final Map<Character, String> LONG =
      Map.of(
          'F', "%Y-%m-%d",
          'T', "%H:%M:%S",
          'R', "%H:%M",
          'D', "%m/%d/%y",
          'c', "%a %b %e %H:%M:%S %Y");

  /** From Sunday as 0. */
  private static final Map<Long, String> WEEKDAYS =
      Map.of(1L, "1", 2L, "2", 3L, "3", 4L, "4", 5L, "5", 6L, "6", 7L, "0");

  private final DateTimeFormatterBuilder builder =
      new DateTimeFormatterBuilder().parseCaseInsensitive();

  private TimeFormat() {}

  static DateTimeFormatter of(String format) throws JsonQueryException {
    if (format.length() > MAX_LENGTH) {
      throw new JsonQueryException("a format of more than %d characters".formatted(MAX_LENGTH));
    }
    var all = new TimeFormat();
    all.add(format);
    return all.builder.toFormatter(Locale.US).withZone(ZoneId.of("UTC"));
  }

  private void add(String format) throws JsonQueryException {
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c != '%') {
        builder.appendLiteral(c);
      } else if (++i < format.length()) {
        conversion(format.charAt(i));
      } else {
        throw new JsonQueryException("a format ends after its %");
      }
    }
  }

  private void conversion(char c) throws JsonQueryException {
    switch (c) {
      case 'Y' -> builder.appendValue(ChronoField.YEAR, 4);
      case 'y' -> builder.appendValueReduced(ChronoField.YEAR, 2, 2, 1969);
      case 'm' -> builder.appendValue(ChronoField.MONTH_OF_YEAR, 2);
      case 'd' -> builder.appendValue(ChronoField.DAY_OF_MONTH, 2);
      case 'e' -> builder.padNext(2).appendValue(ChronoField.DAY_OF_MONTH);
      case 'j' -> builder.appendValue(ChronoField.DAY_OF_YEAR, 3);
      case 'H' -> builder.appendValue(ChronoField.HOUR_OF_DAY, 2);
      case 'I' -> builder.appendValue(ChronoField.CLOCK_HOUR_OF_AMPM, 2);
      case 'M' -> builder.appendValue(ChronoField.MINUTE_OF_HOUR, 2);
      case 'S' -> builder.appendValue(ChronoField.SECOND_OF_MINUTE, 2);
      case 's' -> builder.appendValue(ChronoField.INSTANT_SECONDS);
      case 'p' -> builder.appendText(ChronoField.AMPM_OF_DAY, TextStyle.SHORT);
      case 'a' -> builder.appendText(ChronoField.DAY_OF_WEEK, TextStyle.SHORT);
      case 'A' -> builder.appendText(ChronoField.DAY_OF_WEEK, TextStyle.FULL);
      case 'b', 'h' -> builder.appendText(ChronoField.MONTH_OF_YEAR, TextStyle.SHORT);
      case 'B' -> builder.appendText(ChronoField.MONTH_OF_YEAR, TextStyle.FULL);
      case 'u' -> builder.appendValue(ChronoField.DAY_OF_WEEK, 1);
      case 'w' -> builder.appendText(ChronoField.DAY_OF_WEEK, WEEKDAYS);
      case 'G' -> builder.appendValue(IsoFields.WEEK_BASED_YEAR, 4);
      case 'V' -> builder.appendValue(IsoFields.WEEK_OF_WEEK_BASED_YEAR, 2);
      case 'Z' -> builder.appendZoneId();
      case 'z' -> builder.appendOffset("+HHMM", "+0000");
      case 'n' -> builder.appendLiteral('\n');
      case 't' -> builder.appendLiteral('\t');
      case '%' -> builder.appendLiteral('%');
      default -> {
        var stands = LONG.get(c);
        if (stands == null) {
          throw new JsonQueryException("%%%s is not offered in a format of times".formatted(c));
        }
        add(stands);
      }
    }
  }
}
