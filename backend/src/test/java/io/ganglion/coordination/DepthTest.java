package io.ganglion.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ganglion.coordination.Depth.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class DepthTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private static Stretch held(String connector, int weight, long fromSeconds, long toSeconds) {
    return new Stretch(
        connector, weight, START.plusSeconds(fromSeconds), START.plusSeconds(toSeconds));
  }

  /** COORDINATION §7, vector 1. */
  @Test
  void six_systems_active_4_and_6_minutes_around_an_approval_are_3600_depth_seconds() {
    var connectors = List.of("x", "instagram", "image", "solana", "exchange", "model");
    var stretches = new ArrayList<Stretch>();
    for (var connector : connectors) {
      stretches.add(held(connector, 1, 0, 240));
      stretches.add(held(connector, 1, 240 + 21_600, 240 + 21_600 + 360));
    }
    var depth = Depth.of(stretches);
    assertThat(depth.depthPeak()).isEqualTo(6);
    assertThat(depth.breadthPeak()).isEqualTo(6);
    assertThat(depth.depthMs()).isEqualTo(Duration.ofHours(1).toMillis());
    assertThat(depth.depthMean()).isCloseTo(6, within(1e-9));
  }

  /** Vector 3: a pool of 1,000 calls in flight weighs 10. */
  @Test
  void a_pool_of_1000_for_30_seconds_is_as_much_as_one_of_100_for_300() {
    assertThat(Depth.of(List.of(held("model", 10, 0, 30))).depthMs()).isEqualTo(300_000);
    assertThat(Depth.of(List.of(held("model", 1, 0, 300))).depthMs()).isEqualTo(300_000);
  }

  @Test
  void ten_accounts_of_one_platform_are_depth_10_and_breadth_1() {
    var depth = Depth.of(IntStream.range(0, 10).mapToObj(i -> held("x", 1, 0, 5)).toList());
    assertThat(depth.depthPeak()).isEqualTo(10);
    assertThat(depth.breadthPeak()).isEqualTo(1);
  }

  @Test
  void stretches_that_meet_at_an_instant_do_not_count_twice() {
    assertThat(Depth.of(List.of(held("x", 1, 0, 5), held("x", 1, 5, 9))).depthPeak()).isEqualTo(1);
  }

  @Test
  void nothing_held_is_depth_zero() {
    assertThat(Depth.of(List.of())).isEqualTo(new Depth(0, 0, 0, 0, 0, 0));
  }
}
