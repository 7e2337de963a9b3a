package io.ganglion.connector;

import io.ganglion.egress.HttpResult;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * When a platform that answered "too many requests" may be called again. Absolute times are read by
 * the platform's own clock (its Date header), so that its skew does no harm.
 *
 * @param unixHeader the lower-case header with the reset in Unix seconds; empty for none
 */
public record RateReset(String unixHeader) {
  /** Only the standard's header. */
  public static final RateReset RETRY_AFTER = new RateReset("");

  /** A platform that asks for more is not believed: a budget key must come back. */
  static final Duration LONGEST = Duration.ofDays(3);

  private static final int MOST_DIGITS = 12;
  private static final long MANY = 1_000_000_000_000L;

  /** By the local clock; empty if the answer doesn't say, or says nonsense. */
  public Optional<Instant> at(HttpResult.Answered answer, Instant now) {
    var theirs = answer.header("date").flatMap(RateReset::date).orElse(now);
    return answer
        .header("retry-after")
        .flatMap(text -> wait(text, theirs))
        .or(() -> answer.header(unixHeader).flatMap(text -> untilUnix(text, theirs)))
        .map(wait -> wait.isNegative() ? Duration.ZERO : wait)
        .map(wait -> now.plus(wait.compareTo(LONGEST) < 0 ? wait : LONGEST));
  }

  private static Optional<Duration> wait(String text, Instant theirs) {
    return seconds(text)
        .map(Duration::ofSeconds)
        .or(() -> date(text).map(date -> Duration.between(theirs, date)));
  }

  private static Optional<Duration> untilUnix(String text, Instant theirs) {
    return seconds(text).map(at -> Duration.ofSeconds(at - theirs.getEpochSecond()));
  }

  /** Whatever is too long to be a time is a very long one. */
  private static Optional<Long> seconds(String text) {
    var digits = text.strip();
    if (!digits.matches("[0-9]+")) {
      return Optional.empty();
    }
    return Optional.of(digits.length() > MOST_DIGITS ? MANY : Long.parseLong(digits));
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
