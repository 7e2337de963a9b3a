package io.ganglion.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class RetryTest {
  @Test
  void nine_tries_are_made_each_after_a_longer_wait_and_over_two_days_at_most() {
    var waits =
        IntStream.rangeClosed(1, 8).mapToObj(Retry::after).map(Optional::orElseThrow).toList();
    assertThat(waits).isSorted().doesNotHaveDuplicates();
    assertThat(waits.stream().reduce(Duration.ZERO, Duration::plus)).isLessThan(Duration.ofDays(2));
    assertThat(Retry.after(9)).isEmpty();
  }
}
