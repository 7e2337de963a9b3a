package io.ganglion.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.workflow.Retry.Backoff;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class RetryTest {
  private static final Duration FIRST = Duration.ofSeconds(2);
  private static final Duration CAP = Duration.ofHours(1);

  @Test
  void grows_as_the_backoff_says() {
    assertThat(Backoff.CONSTANT.after(FIRST, 5, CAP)).isEqualTo(Duration.ofSeconds(2));
    assertThat(Backoff.LINEAR.after(FIRST, 5, CAP)).isEqualTo(Duration.ofSeconds(10));
    assertThat(Backoff.EXPONENTIAL.after(FIRST, 5, CAP)).isEqualTo(Duration.ofSeconds(32));
  }

  @Test
  void never_passes_the_cap_or_overflows() {
    assertThat(Backoff.EXPONENTIAL.after(FIRST, Integer.MAX_VALUE, CAP)).isEqualTo(CAP);
    assertThat(Backoff.LINEAR.after(FIRST, Integer.MAX_VALUE, CAP)).isEqualTo(CAP);
  }
}
