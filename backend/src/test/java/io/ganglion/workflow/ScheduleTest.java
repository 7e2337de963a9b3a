package io.ganglion.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class ScheduleTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private static Schedule read(String schedule) {
    return Reading.parseBody("schedule: {%s}\ndo:\n  - a: {set: {b: 1}}\n".formatted(schedule))
        .schedules()
        .getFirst();
  }

  @Test
  void every_keeps_its_distance_and_skips_what_was_missed() {
    var schedule = read("every: PT10M");
    assertThat(schedule.first(NOON)).contains(NOON.plus(Duration.ofMinutes(10)));
    assertThat(schedule.turn(NOON, NOON.plusSeconds(1)))
        .isEqualTo(new Schedule.Turn(Optional.of(NOON.plus(Duration.ofMinutes(10))), 0));
    assertThat(schedule.turn(NOON, NOON.plus(Duration.ofMinutes(35))))
        .isEqualTo(new Schedule.Turn(Optional.of(NOON.plus(Duration.ofMinutes(40))), 3));
  }

  @Test
  void an_instant_that_has_just_come_is_never_due_twice() {
    var turn = read("every: PT10M").turn(NOON, NOON.plus(Duration.ofMinutes(10)));
    assertThat(turn.next()).contains(NOON.plus(Duration.ofMinutes(20)));
    assertThat(turn.skipped()).isEqualTo(1);
  }

  @Test
  void cron_is_in_utc_and_counts_what_was_missed() {
    var schedule = read("cron: '30 6 * * MON'");
    assertThat(schedule.first(NOON)).contains(Instant.parse("2026-11-23T06:30:00Z"));
    var turn =
        schedule.turn(Instant.parse("2026-11-23T06:30:00Z"), Instant.parse("2026-12-08T00:00:00Z"));
    assertThat(turn.next()).contains(Instant.parse("2026-12-14T06:30:00Z"));
    assertThat(turn.skipped()).isEqualTo(2);
  }

  @Test
  void after_and_on_are_made_due_by_something_else() {
    assertThat(read("after: {hours: 1}").turn(NOON, NOON).next()).isEmpty();
    assertThat(read("on: {one: {with: {type: a}}}").first(NOON)).isEmpty();
  }
}
