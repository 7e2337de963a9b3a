package io.ganglion.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Map;
import net.thisptr.jackson.jq.Function;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import net.thisptr.jackson.jq.internal.misc.JsonNodeUtils;

/**
 * jq's functions on times, all in UTC. A <em>broken down</em> time is jq's array of year, month
 * from 0, day, hour, minute, second, day of the week from Sunday as 0 and day of the year from 0.
 */
final class TimeFunctions {
  /** Seconds from the epoch, far enough for every calendar: the years -9999 to 9999. */
  private static final double MAX_SECONDS = 253_402_300_799.0;

  private TimeFunctions() {}

  private interface OfText {
    JsonNode apply(JsonNode in, String format) throws JsonQueryException;
  }

  static Map<String, Function> all() {
    return Map.of(
        "gmtime/0",
        (scope, args, in, path, output, version) -> output.emit(gmtime(in), null),
        "mktime/0",
        (scope, args, in, path, output, version) -> output.emit(mktime(in), null),
        "strftime/1",
        formatted("strftime", TimeFunctions::strftime),
        "strptime/1",
        formatted("strptime", TimeFunctions::strptime));
  }

  private static Function formatted(String name, OfText function) {
    return (scope, args, in, path, output, version) ->
        args.getFirst()
            .apply(
                scope,
                in,
                format -> {
                  if (!format.isTextual()) {
                    throw new JsonQueryException(name + "/1 requires a string format");
                  }
                  try {
                    output.emit(function.apply(in, format.textValue()), null);
                  } catch (DateTimeException e) {
                    throw new JsonQueryException(name + "/1: " + e.getMessage());
                  }
                });
  }

  private static JsonNode gmtime(JsonNode in) throws JsonQueryException {
    if (!in.isNumber() || Math.abs(in.doubleValue()) > MAX_SECONDS) {
      throw new JsonQueryException("gmtime() requires a number of seconds");
    }
    double seconds = Math.floor(in.doubleValue());
    var at =
        OffsetDateTime.ofInstant(java.time.Instant.ofEpochSecond((long) seconds), ZoneOffset.UTC);
    return broken(at, in.doubleValue() - seconds);
  }

  private static ArrayNode broken(OffsetDateTime at, double fraction) {
    return JsonNodeFactory.instance
        .arrayNode()
        .add(at.getYear())
        .add(at.getMonthValue() - 1)
        .add(at.getDayOfMonth())
        .add(at.getHour())
        .add(at.getMinute())
        .add(JsonNodeUtils.asNumericNode(at.getSecond() + fraction))
        .add(at.getDayOfWeek().getValue() % 7)
        .add(at.getDayOfYear() - 1);
  }

  private static JsonNode mktime(JsonNode in) throws JsonQueryException {
    return JsonNodeUtils.asNumericNode((double) time(in, "mktime").toEpochSecond());
  }

  /** Of broken down parts; those that are out of their range carry over, as in C. */
  private static OffsetDateTime time(JsonNode in, String name) throws JsonQueryException {
    boolean parts = in.isArray() && in.size() >= 6 && in.valueStream().allMatch(JsonNode::isNumber);
    if (!parts || in.valueStream().anyMatch(part -> Math.abs(part.doubleValue()) > 1e9)) {
      throw new JsonQueryException(name + " requires an array of 6 numbers");
    }
    try {
      return OffsetDateTime.of(in.get(0).intValue(), 1, 1, 0, 0, 0, 0, ZoneOffset.UTC)
          .plusMonths(in.get(1).longValue())
          .plusDays(in.get(2).longValue() - 1)
          .plusHours(in.get(3).longValue())
          .plusMinutes(in.get(4).longValue())
          .plusSeconds((long) Math.floor(in.get(5).doubleValue()));
    } catch (DateTimeException e) {
      throw new JsonQueryException(name + ": no such time");
    }
  }

  private static JsonNode strftime(JsonNode in, String format) throws JsonQueryException {
    var parts = in.isNumber() ? gmtime(in) : in;
    var at = time(parts, "strftime/1").atZoneSameInstant(java.time.ZoneId.of("UTC"));
    return TextNode.valueOf(TimeFormat.of(format).format(at));
  }

  private static JsonNode strptime(JsonNode in, String format) throws JsonQueryException {
    if (!in.isTextual()) {
      throw new JsonQueryException("strptime/1 requires a string");
    }
    var parsed = TimeFormat.of(format).parse(in.textValue());
    var date = parsed.query(TemporalQueries.localDate());
    var time = parsed.query(TemporalQueries.localTime());
    return broken(
        OffsetDateTime.of(
            date == null ? date(parsed) : date,
            time == null ? LocalTime.MIDNIGHT : time.withNano(0),
            ZoneOffset.UTC),
        0);
  }

  /** Parts that a format doesn't have are those of C's zero: the year 1900. */
  private static LocalDate date(TemporalAccessor parsed) {
    var parts = new int[3];
    var fields = List.of(ChronoField.YEAR, ChronoField.MONTH_OF_YEAR, ChronoField.DAY_OF_MONTH);
    for (int i = 0; i < parts.length; i++) {
      var field = fields.get(i);
      parts[i] = parsed.isSupported(field) ? parsed.get(field) : i == 0 ? 1900 : 1;
    }
    return LocalDate.of(parts[0], parts[1], parts[2]);
  }
}
