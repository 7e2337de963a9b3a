package io.ganglion.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.kernel.TenantId;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoomTest {
  private static final TenantId FLOOD = TenantId.next();
  private static final TenantId MODEST = TenantId.next();

  private final Room room = new Room(1600, 500);

  @Test
  void while_nobody_waits_a_quarter_of_the_memory_is_left_to_the_queue() {
    room.claimed(List.of(FLOOD), 500);
    assertThat(room.takes(MODEST, 1199)).isTrue();
    assertThat(room.takes(MODEST, 1200)).isFalse();
  }

  @Test
  void a_part_of_the_memory_is_not_filled_from_the_queue() {
    assertThat(room.wanted(0)).isEqualTo(500);
    assertThat(room.wanted(1490)).isEqualTo(10);
    assertThat(room.wanted(1500)).isZero();
  }

  @Test
  void a_worker_that_lags_behind_waits_until_a_claim_is_worth_it() {
    room.claimed(Collections.nCopies(500, FLOOD), 500);
    assertThat(room.wanted(1101)).isZero();
    assertThat(room.regained(1101)).isFalse();
    assertThat(room.regained(1100)).isTrue();
    assertThat(room.wanted(1100)).isEqualTo(400);
  }

  @Test
  void beside_a_flood_runs_of_others_do_not_queue() {
    room.claimed(Collections.nCopies(500, FLOOD), 500);
    assertThat(room.takes(FLOOD, 1500)).isFalse();
    assertThat(room.takes(MODEST, 1599)).isTrue();
    assertThat(room.takes(MODEST, 1600)).isFalse();
  }

  @Test
  void no_run_passes_by_its_tenants_own_in_the_queue() {
    room.claimed(Collections.nCopies(500, FLOOD), 500);
    room.queued(MODEST);
    assertThat(room.takes(MODEST, 0)).isFalse();
    room.claimed(
        Stream.concat(Stream.of(MODEST), Collections.nCopies(499, FLOOD).stream()).toList(), 500);
    assertThat(room.takes(MODEST, 0)).isTrue();
  }

  @Test
  void a_tenant_that_got_its_whole_share_may_have_more() {
    room.claimed(
        Stream.of(FLOOD, MODEST).flatMap(each -> Collections.nCopies(250, each).stream()).toList(),
        500);
    assertThat(room.takes(MODEST, 0)).isFalse();
  }

  @Test
  void where_more_tenants_wait_than_one_claim_sees_everybody_queues() {
    room.claimed(Stream.generate(TenantId::next).limit(500).toList(), 500);
    assertThat(room.takes(MODEST, 0)).isFalse();
  }

  @Test
  void once_the_queue_is_empty_everybody_is_taken_again() {
    room.claimed(Collections.nCopies(500, FLOOD), 500);
    room.claimed(Collections.nCopies(499, FLOOD), 500);
    assertThat(room.takes(FLOOD, 0)).isTrue();
  }
}
