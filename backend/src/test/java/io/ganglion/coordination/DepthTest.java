package io.ganglion.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ganglion.coordination.Depth.Stretch;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.SystemId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class DepthTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final RunId RUN = RunId.next();

  private static Stretch held(String connector, int weight, long fromSeconds, long toSeconds) {
    return new Stretch(
        RUN,
        system(connector),
        connector,
        weight,
        START.plusSeconds(fromSeconds),
        START.plusSeconds(toSeconds));
  }

  private static Stretch account(String name, long fromSeconds, long toSeconds) {
    return new Stretch(
        RUN, system(name), "x", 1, START.plusSeconds(fromSeconds), START.plusSeconds(toSeconds));
  }

  private static SystemId system(String name) {
    return new SystemId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void a_system_that_two_members_hold_at_once_counts_once_with_the_most_weight() {
    var depth = Depth.of(List.of(held("x", 1, 0, 10), held("x", 3, 5, 20), held("evm", 1, 0, 8)));
    assertThat(depth.depthPeak()).isEqualTo(4);
    assertThat(depth.breadthPeak()).isEqualTo(2);
    assertThat(depth.depthMs()).isEqualTo((5 + 3 * 15 + 8) * 1000);
    assertThat(depth.openMs()).isEqualTo(20_000);
  }

  @Test
  void parts_of_milliseconds_add_up_as_the_ledger_has_them() {
    var stretches = new ArrayList<Stretch>();
    long whole = 0;
    for (int i = 0; i < 50; i++) {
      var opened = START.plusNanos(i * 1_900_000L);
      var closed = opened.plusNanos(7_300_000L + i * 100_000L);
      stretches.add(new Stretch(RUN, system("s" + i), "x", 1, opened, closed));
      whole += closed.toEpochMilli() - opened.toEpochMilli();
    }
    assertThat(Depth.of(stretches).depthMs()).isEqualTo(whole);
  }

  @Test
  void two_runs_that_hold_one_system_hold_it_twice() {
    var one = held("http", 1, 0, 10);
    var other = new Stretch(RunId.next(), one.system(), "http", 1, one.opened(), one.closed());
    var depth = Depth.of(List.of(one, other));
    assertThat(depth.depthPeak()).isEqualTo(2);
    assertThat(depth.breadthPeak()).isEqualTo(1);
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
    var depth = Depth.of(IntStream.range(0, 10).mapToObj(i -> account("x" + i, 0, 5)).toList());
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
