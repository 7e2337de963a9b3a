package io.ganglion.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.bus.Bus;
import io.ganglion.bus.CloudEvent;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import io.ganglion.kernel.WorkflowId;
import io.ganglion.run.Run;
import io.ganglion.run.RunFilter;
import io.ganglion.run.Runs;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Stack;
import io.ganglion.workflow.ScheduleState;
import io.ganglion.workflow.Schedules;
import io.ganglion.workflow.Workflows;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Schedules, with the workers that are there. */
@QuarkusTest
@Tag("it")
class SchedulerTest {
  @Inject Drills drills;
  @Inject Workflows workflows;
  @Inject Schedules schedules;
  @Inject Runs runs;
  @Inject Bus bus;

  private TenantId tenant;

  @BeforeEach
  void open() {
    tenant = drills.tenant();
  }

  private WorkflowId store(String version, String schedule) {
    var document =
        """
        document: {dsl: '1.0.3', namespace: timed, name: one, version: '%s'}
        %sdo:
          - keep: {set: {got: '${ . }'}}
        """
            .formatted(version, schedule.isEmpty() ? "" : "schedule: {" + schedule + "}\n");
    return workflows.create(tenant, document).workflow().id();
  }

  private ScheduleState await(WorkflowId workflow, Predicate<ScheduleState> wanted) {
    return Patience.await().until(() -> schedules.get(tenant, workflow), wanted);
  }

  private List<Run> started() {
    return runs.list(tenant, RunFilter.ALL, 100, Optional.empty()).data();
  }

  private void dueSince(String ago) throws SQLException {
    try (var connection = Stack.asTenant("ganglion_app", tenant);
        var update = connection.createStatement()) {
      update.executeUpdate("UPDATE schedule_due SET due_at = now() - interval '%s'".formatted(ago));
    }
  }

  private void send(String type, String data) {
    var event = Json.object().put("specversion", "1.0").put("source", "a://b").put("type", type);
    event.put("id", UUID.randomUUID().toString()).set("data", Json.read(data));
    bus.publish(tenant, List.of(CloudEvent.of(event, "")));
  }

  @Test
  void a_due_instant_starts_one_run_and_missed_ones_are_skipped_and_counted() throws SQLException {
    var workflow = store("1.0.0", "every: PT10M");
    assertThat(schedules.get(tenant, workflow).nextAt()).isAfter(Instant.now());
    dueSince("1 hour");
    var state = await(workflow, now -> now.started() > 0);
    assertThat(state.started()).isEqualTo(1);
    assertThat(state.skipped()).isEqualTo(6);
    assertThat(state.nextAt()).isAfter(Instant.now());
    assertThat(started()).hasSize(1);
  }

  @Test
  void after_starts_again_once_the_run_before_has_ended() throws SQLException {
    var workflow = store("1.0.0", "after: PT1S");
    var state = await(workflow, now -> now.started() >= 3);
    var ended = started().stream().filter(run -> run.endedAt() != null).toList();
    assertThat(ended.size()).isGreaterThanOrEqualTo((int) state.started() - 1);
    for (int i = 1; i < ended.size(); i++) { // newest first
      assertThat(Duration.between(ended.get(i).endedAt(), ended.get(i - 1).createdAt()))
          .isGreaterThanOrEqualTo(Duration.ofMillis(990));
    }
    schedules.pause(tenant, workflow);
  }

  @Test
  void each_property_of_a_schedule_goes_its_own_way() throws SQLException {
    var workflow =
        store("1.0.0", "every: PT10M, cron: '0 6 * * MON', on: {one: {with: {type: placed}}}");
    var first = schedules.get(tenant, workflow);
    assertThat(schedules.kind(tenant, first)).isEqualTo("every, cron, on");
    assertThat(first.nextAt()).isBefore(Instant.now().plus(Duration.ofMinutes(11)));
    send("placed", "7");
    await(workflow, now -> now.started() == 1);
    assertThat(started().getFirst().input().at("/0/data").asInt()).isEqualTo(7);
    dueSince("1 minute"); // both of the times
    assertThat(await(workflow, now -> now.started() == 3).nextAt()).isAfter(Instant.now());
    assertThat(schedules.pause(tenant, workflow).nextAt()).isNull();
    assertThat(schedules.resume(tenant, workflow).nextAt()).isAfter(Instant.now());
    var newer = store("1.0.1", "after: PT1H");
    assertThat(schedules.get(tenant, newer).started()).isZero();
    assertThat(schedules.kind(tenant, schedules.get(tenant, newer))).isEqualTo("after");
  }

  @Test
  void an_event_starts_a_run_that_has_it_as_its_input() {
    send("placed", "0"); // from before the schedule: none of its concern
    var workflow = store("1.0.0", "on: {one: {with: {type: placed}}}");
    send("other", "1");
    send("placed", "2");
    send("placed", "3");
    await(workflow, now -> now.started() == 2);
    assertThat(started())
        .extracting(run -> run.input().at("/0/data").asInt())
        .containsExactly(3, 2);
  }

  @Test
  void all_events_are_gathered_for_one_run() {
    var workflow =
        store(
            "1.0.0",
            "on: {all: [{with: {type: a}, correlate: {k: {from: .data.k}}}, {with: {type: b}, correlate: {k: {from: .data.k}}}]}");
    send("a", "{\"k\":1}");
    send("b", "{\"k\":2}");
    await(workflow, now -> now.nextAt() == null);
    send("b", "{\"k\":1}");
    await(workflow, now -> now.started() == 1);
    assertThat(started().getFirst().input()).hasSize(2);
    assertThat(started().getFirst().input().at("/1/type").asText()).isEqualTo("b");
  }

  @Test
  void a_correlation_that_is_never_complete_keeps_no_other() {
    var workflow =
        store(
            "1.0.0",
            "on: {all: [{with: {type: placed}, correlate: {k: {from: .data.k}}}, {with: {type: paid}, correlate: {k: {from: .data.k}}}]}");
    send("placed", "{\"k\":1}");
    send("placed", "{\"k\":2}");
    send("placed", "{\"k\":2}"); // once more, and for no run of its own
    await(workflow, now -> now.nextAt() == null);
    send("paid", "{\"k\":2}");
    send("paid", "{\"k\":3}");
    send("placed", "{\"k\":3}");
    await(workflow, now -> now.started() == 2);
    assertThat(started()).extracting(run -> run.input().at("/0/data/k").asInt()).contains(2, 3);
    send("paid", "{\"k\":1}");
    await(workflow, now -> now.started() == 3);
    for (var run : started()) {
      assertThat(run.input()).hasSize(2);
      assertThat(run.input().at("/0/data/k")).isEqualTo(run.input().at("/1/data/k"));
    }
  }

  @Test
  void what_is_gathered_for_too_many_runs_is_given_up_oldest_first_and_counted() {
    var workflow =
        store(
            "1.0.0",
            "on: {all: [{with: {type: placed}, correlate: {k: {from: .data.k}}}, {with: {type: paid}, correlate: {k: {from: .data.k}}}]}");
    for (int k = 0; k <= EventSchedule.MOST; k++) {
      send("placed", "{\"k\":%d}".formatted(k));
    }
    await(workflow, now -> now.skipped() == 1);
    send("paid", "{\"k\":1}");
    await(workflow, now -> now.started() == 1);
    assertThat(started().getFirst().input().at("/0/data/k").asInt()).isEqualTo(1);
  }

  @Test
  void a_paused_schedule_starts_nothing_and_passes_over_what_happens_meanwhile() {
    var workflow = store("1.0.0", "on: {one: {with: {type: placed}}}");
    assertThat(schedules.pause(tenant, workflow).paused()).isTrue();
    send("placed", "1");
    await(workflow, now -> now.nextAt() == null);
    assertThat(schedules.resume(tenant, workflow).paused()).isFalse();
    send("placed", "2");
    await(workflow, now -> now.started() == 1);
    assertThat(started()).hasSize(1);
    assertThat(started().getFirst().input().at("/0/data").asInt()).isEqualTo(2);
  }

  @Test
  void a_newer_version_replaces_the_schedule_and_an_older_one_does_not() {
    var first = store("1.1.0", "every: PT1H");
    var older = store("1.0.9", "every: PT2H");
    assertThat(schedules.get(tenant, older).workflow()).isEqualTo(first);
    var newer = store("1.2.0", "cron: '0 6 * * *'");
    assertThat(schedules.get(tenant, first).workflow()).isEqualTo(newer);
    store("2.0.0", "");
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> schedules.get(tenant, first))
        .isInstanceOf(io.ganglion.kernel.NotFound.class);
  }
}
