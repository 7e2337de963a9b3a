package io.ganglion.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.workflow.Retry.Backoff;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class RetryTest {
  private static final Duration CAP = Duration.ofHours(1);

  private static Retry policy(Backoff backoff) {
    return new Retry(
        Optional.empty(),
        Optional.empty(),
        Duration.ofSeconds(2),
        backoff,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void grows_as_the_backoff_says() {
    assertThat(policy(Backoff.CONSTANT).delayAfter(5, CAP)).isEqualTo(Duration.ofSeconds(2));
    assertThat(policy(Backoff.LINEAR).delayAfter(5, CAP)).isEqualTo(Duration.ofSeconds(10));
    assertThat(policy(Backoff.EXPONENTIAL).delayAfter(5, CAP)).isEqualTo(Duration.ofSeconds(32));
  }

  @Test
  void never_passes_the_cap_or_overflows() {
    assertThat(policy(Backoff.EXPONENTIAL).delayAfter(Integer.MAX_VALUE, CAP)).isEqualTo(CAP);
    assertThat(policy(Backoff.LINEAR).delayAfter(Integer.MAX_VALUE, CAP)).isEqualTo(CAP);
  }
}
