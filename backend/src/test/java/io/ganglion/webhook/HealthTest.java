package io.ganglion.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class HealthTest {
  private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
  private static final Health NEW = new Health(1, 0, Optional.empty(), Optional.empty());
  private static final Health.Limits LIMITS =
      new Health.Limits(16, 5, Duration.ofSeconds(10), Duration.ofMinutes(5));
  private static final Outcome TAKEN = new Outcome.Taken(204, 0);

  private static Outcome failed(Optional<Duration> retryAfter) {
    return new Outcome.Failed(Optional.of(503), "it answered 503", 0, retryAfter);
  }

  private static Health after(Health health, Outcome outcome, int times) {
    for (int i = 0; i < times; i++) {
      health = health.after(outcome, NOW.plusSeconds(i), LIMITS, true);
    }
    return health;
  }

  @Test
  void an_endpoint_that_takes_what_it_gets_gets_more_at_a_time() {
    assertThat(after(NEW, TAKEN, 1).wide()).isEqualTo(2);
    assertThat(after(NEW, TAKEN, 3).wide()).isEqualTo(8);
    assertThat(after(NEW, TAKEN, 9).wide()).isEqualTo(16);
  }

  @Test
  void one_that_fails_gets_one_at_a_time_and_then_rests_longer_and_longer() {
    var wide = after(NEW, TAKEN, 9);
    var once = after(wide, failed(Optional.empty()), 1);
    assertThat(once).isEqualTo(new Health(1, 1, Optional.of(NOW), Optional.empty()));
    var five = after(wide, failed(Optional.empty()), 5);
    assertThat(five.restsUntil()).contains(NOW.plusSeconds(4 + 10));
    assertThat(after(wide, failed(Optional.empty()), 6).restsUntil())
        .contains(NOW.plusSeconds(5 + 20));
    var dead = after(wide, failed(Optional.empty()), 100);
    assertThat(dead.restsUntil()).contains(NOW.plusSeconds(99 + 300));
    assertThat(dead.failingSince()).contains(NOW);
    assertThat(after(dead, TAKEN, 1))
        .isEqualTo(new Health(2, 0, Optional.empty(), Optional.empty()));
  }

  @Test
  void of_several_that_fail_together_one_counts() {
    var health = after(NEW, TAKEN, 9);
    for (int i = 0; i < 16; i++) {
      health = health.after(failed(Optional.empty()), NOW, LIMITS, false);
    }
    assertThat(health).isEqualTo(new Health(1, 1, Optional.of(NOW), Optional.empty()));
  }

  @Test
  void one_that_asks_for_a_rest_gets_it_within_bounds() {
    assertThat(after(NEW, failed(Optional.of(Duration.ofSeconds(30))), 1).restsUntil())
        .contains(NOW.plusSeconds(30));
    assertThat(after(NEW, failed(Optional.of(Duration.ofDays(9))), 1).restsUntil())
        .contains(NOW.plusSeconds(300));
  }

  @Test
  void what_was_not_tried_says_nothing_of_it() {
    var health = after(NEW, failed(Optional.empty()), 3);
    assertThat(after(health, new Outcome.NotTried("vault"), 1)).isEqualTo(health);
  }
}
