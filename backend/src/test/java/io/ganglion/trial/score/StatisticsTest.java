package io.ganglion.trial.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class StatisticsTest {
  private static List<BigDecimal> scores(String... numbers) {
    return Arrays.stream(numbers).map(BigDecimal::new).toList();
  }

  @Test
  void an_interval_is_the_textbook_s() {
    // mean 2, s = 1, n = 3: 2 ± 4.303 / √3
    var interval = Interval.of(scores("1", "2", "3"));
    assertThat(interval.mean()).isEqualTo("2.0000");
    assertThat(interval.low()).isEqualTo("-0.4843");
    assertThat(interval.high()).isEqualTo("4.4843");
  }

  @Test
  void of_one_score_or_of_equal_ones_the_interval_is_a_point() {
    assertThat(Interval.of(scores("1.5")))
        .isEqualTo(
            new Interval(
                1, scores("1.5000").get(0), scores("1.5000").get(0), scores("1.5000").get(0)));
    assertThat(Interval.of(scores("2", "2", "2")).low()).isEqualTo("2.0000");
  }

  @Test
  void ninety_five_of_a_hundred_intervals_hold_the_mean() {
    var random = new SplittableRandom(7);
    int held = 0;
    for (int i = 0; i < 2_000; i++) {
      var sample = new ArrayList<BigDecimal>();
      for (int n = 0; n < 12; n++) {
        sample.add(BigDecimal.valueOf(3 + random.nextGaussian()));
      }
      var interval = Interval.of(sample);
      held += interval.low().doubleValue() <= 3 && interval.high().doubleValue() >= 3 ? 1 : 0;
    }
    assertThat(held / 2_000.0).isCloseTo(0.95, within(0.02));
  }

  @Test
  void a_candidate_that_does_the_same_passes_and_a_worse_one_does_not() {
    var baseline = scores("1", "0.9", "0", "1", "0.95", "1");
    assertThat(NotWorse.of(baseline, baseline, BigDecimal.ZERO).passed()).isTrue();
    var worse = scores("0.5", "0.4", "0", "0.5", "0.4", "0.5");
    assertThat(NotWorse.of(worse, baseline, new BigDecimal("0.05")).passed()).isFalse();
    assertThat(NotWorse.of(baseline, worse, new BigDecimal("0.05")).passed()).isTrue();
  }

  @Test
  void what_two_seeds_leave_open_does_not_pass() {
    // better on one, worse on the other: nobody knows
    var test = NotWorse.of(scores("1", "0"), scores("0", "1"), new BigDecimal("0.05"));
    assertThat(test.difference()).isEqualTo("0.0000");
    assertThat(test.passed()).isFalse();
    assertThatThrownBy(() -> NotWorse.of(scores("1"), scores("1"), BigDecimal.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_majority_is_right_as_often_as_condorcet_says() {
    assertThat(Majority.right(1, 0.6)).isCloseTo(0.6, within(1e-12));
    assertThat(Majority.right(3, 0.6)).isCloseTo(0.648, within(1e-12));
    assertThat(Majority.right(15, 0.65)).isCloseTo(0.8868, within(1e-4));
    assertThat(Majority.right(501, 0.5)).isCloseTo(0.5, within(1e-9));
  }
}
