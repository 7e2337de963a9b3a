package io.ganglion.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class ScheduleTest {
  private static final Schedule SCHEDULE = new Schedule(Duration.ofHours(24));

  private static Optional<Duration> after(int failed, Optional<Duration> asked, long seed) {
    return SCHEDULE.after(failed, asked, new Random(seed));
  }

  @Test
  void there_are_ten_tries_over_about_three_days() {
    assertThat(Schedule.TRIES).isEqualTo(10);
    for (long seed = 0; seed < 200; seed++) {
      var sum = Duration.ZERO;
      var last = Duration.ZERO;
      for (int failed = 1; failed < 10; failed++) {
        var wait = after(failed, Optional.empty(), seed).orElseThrow();
        assertThat(wait).isGreaterThan(last.multipliedBy(2).dividedBy(3));
        last = wait;
        sum = sum.plus(wait);
      }
      assertThat(sum).isBetween(Duration.ofHours(60), Duration.ofHours(91));
      assertThat(after(10, Optional.empty(), seed)).isEmpty();
    }
  }

  @Test
  void waits_are_spread_so_that_endpoints_are_not_asked_together() {
    var waits =
        new Random(7)
            .longs(1_000)
            .mapToObj(seed -> after(2, Optional.empty(), seed).orElseThrow())
            .toList();
    assertThat(waits)
        .allSatisfy(
            wait -> assertThat(wait).isBetween(Duration.ofSeconds(240), Duration.ofSeconds(360)));
    assertThat(waits.stream().distinct().count()).isGreaterThan(900);
    assertThat(waits).anyMatch(wait -> wait.compareTo(Duration.ofSeconds(250)) < 0);
    assertThat(waits).anyMatch(wait -> wait.compareTo(Duration.ofSeconds(350)) > 0);
  }

  @Test
  void retry_after_makes_a_wait_longer_within_a_day_and_never_shorter() {
    assertThat(after(1, Optional.of(Duration.ofMinutes(2)), 1)).contains(Duration.ofMinutes(2));
    assertThat(after(1, Optional.of(Duration.ofDays(400)), 1)).contains(Duration.ofHours(24));
    assertThat(after(4, Optional.of(Duration.ZERO), 1).orElseThrow())
        .isGreaterThan(Duration.ofMinutes(90));
    assertThat(after(10, Optional.of(Duration.ofMinutes(2)), 1)).isEmpty();
  }

  @Test
  void retry_after_is_seconds_or_a_date() {
    var now = Instant.parse("2026-11-29T10:00:00Z");
    assertThat(RetryAfter.of(" 120 ", now)).contains(Duration.ofSeconds(120));
    assertThat(RetryAfter.of("99999999999999999999", now)).isPresent();
    assertThat(RetryAfter.of("Sun, 29 Nov 2026 10:01:00 GMT", now)).contains(Duration.ofMinutes(1));
    assertThat(RetryAfter.of("Sun, 29 Nov 2026 09:59:00 GMT", now)).isEmpty();
    for (var nonsense : new String[] {"", "-1", "soon", "1.5", "٣"}) {
      assertThat(RetryAfter.of(nonsense, now)).as(nonsense).isEmpty();
    }
  }
}
