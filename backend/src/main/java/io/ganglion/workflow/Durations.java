package io.ganglion.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.regex.Pattern;

/** The DSL's durations: an object of days to milliseconds, or ISO 8601 text. */
public final class Durations {
  /** Longer ones are refused. */
  public static final Duration MAX = Duration.ofDays(366);

  private static final String AMOUNT = "(\\d{1,9}(?:\\.\\d{1,99})?)";

  /** As the DSL's JSON Schema has it; what is shorter than a nanosecond is cut off. */
  private static final Pattern ISO =
      Pattern.compile(
          "P(?!$)(?:#Y)?(?:#M)?(?:#W)?(?:#D)?(?:T(?=\\d)(?:#H)?(?:#M)?(?:#S)?)?"
              .replace("#", AMOUNT));

  /** Of the groups in order; a year has 365 days here and a month 30, whatever the calendar. */
  private static final List<Duration> LENGTHS =
      List.of(
          Duration.ofDays(365),
          Duration.ofDays(30),
          Duration.ofDays(7),
          Duration.ofDays(1),
          Duration.ofHours(1),
          Duration.ofMinutes(1),
          Duration.ofSeconds(1));

  private static final Map<String, LongFunction<Duration>> UNITS =
      Map.of(
          "days", Duration::ofDays,
          "hours", Duration::ofHours,
          "minutes", Duration::ofMinutes,
          "seconds", Duration::ofSeconds,
          "milliseconds", Duration::ofMillis);

  private Durations() {}

  /** The members a duration object may have. */
  static Set<String> units() {
    return UNITS.keySet();
  }

  /**
   * Reads a duration.
   *
   * @param value text or object
   * @return from zero to {@link #MAX}
   * @throws IllegalArgumentException with a sentence that says what to write instead
   */
  public static Duration of(JsonNode value) {
    if (value.isTextual()) {
      return bounded(text(value.textValue()));
    }
    if (value.isObject() && !value.isEmpty()) {
      return bounded(object(value));
    }
    throw new IllegalArgumentException(
        "a duration is an object like {minutes: 5} or ISO 8601 text like PT5M");
  }

  private static Duration object(JsonNode value) {
    var total = Duration.ZERO;
    for (var member : value.properties()) {
      var unit = UNITS.get(member.getKey());
      if (unit == null) {
        throw new IllegalArgumentException(
            "a duration has no '%s'%s"
                .formatted(member.getKey(), Closest.hint(member.getKey(), UNITS.keySet())));
      }
      var amount = member.getValue();
      // A whole number by value, for an evaluated 5.0 is one too.
      if (!amount.isNumber() || amount.doubleValue() != Math.rint(amount.doubleValue())) {
        throw new IllegalArgumentException(
            "%s of a duration must be an integer".formatted(member.getKey()));
      }
      if (amount.doubleValue() < 0 || amount.doubleValue() > MAX.toMillis()) {
        throw new IllegalArgumentException(outOfBounds());
      }
      total = total.plus(unit.apply(amount.longValue()));
    }
    return total;
  }

  private static Duration text(String text) {
    var iso = ISO.matcher(text);
    if (!iso.matches()) {
      throw new IllegalArgumentException(
          "'%s' is not an ISO 8601 duration, e.g. P1DT2H30M"
              .formatted(text.length() > 40 ? text.substring(0, 40) + "…" : text));
    }
    var nanos = BigDecimal.ZERO;
    for (int i = 0; i < LENGTHS.size(); i++) {
      var amount = iso.group(i + 1);
      if (amount != null) {
        var length = BigDecimal.valueOf(LENGTHS.get(i).toNanos());
        nanos = nanos.add(new BigDecimal(amount).multiply(length));
      }
    }
    return nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0
        ? MAX.plusDays(1)
        : Duration.ofNanos(nanos.longValue());
  }

  private static Duration bounded(Duration duration) {
    if (duration.compareTo(MAX) > 0) {
      throw new IllegalArgumentException(outOfBounds());
    }
    return duration;
  }

  private static String outOfBounds() {
    return "a duration is from 0 to %d days".formatted(MAX.toDays());
  }
}
