package io.ganglion.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Reads Retry-After: seconds, or an HTTP date. Pure.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-retry-after">RFC 9110</a>
 */
final class RetryAfter {
  private static final int MAX_DIGITS = 9;

  private RetryAfter() {}

  /** Empty for what is neither, and for a time that is over. */
  static Optional<Duration> of(String header, Instant now) {
    var text = header.strip();
    if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.of(
          Duration.ofSeconds(
              text.length() > MAX_DIGITS ? Integer.MAX_VALUE : Long.parseLong(text)));
    }
    try {
      var until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(Duration.between(now, until)).filter(it -> !it.isNegative());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
