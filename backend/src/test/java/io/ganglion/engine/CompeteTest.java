package io.ganglion.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.bus.CloudEvent;
import io.ganglion.effect.CrashPoints.Boundary;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import io.ganglion.run.RunState;
import io.ganglion.run.Runs;
import io.ganglion.run.Step;
import io.ganglion.testing.LoopbackPlatform;
import io.ganglion.testing.Patience;
import io.ganglion.testing.PatientPlatform;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Branches that compete: what is left of the winner and of the beaten. */
@QuarkusTest
@Tag("it")
class CompeteTest {
  @Inject Drills drills;
  @Inject Runs runs;
  @Inject CrashPointTest.Trap trap;

  private TenantId tenant;
  private LoopbackPlatform platform;

  @BeforeEach
  void open() throws IOException {
    tenant = drills.tenant();
    platform = new LoopbackPlatform();
  }

  @AfterEach
  void close() {
    platform.close();
  }

  private List<Step> steps(RunId run) {
    return runs.steps(tenant, run, 100, -1, "").data();
  }

  @Test
  void what_the_winner_exported_and_consumed_counts_and_still_does_after_a_crash() {
    var run =
        drills.start(
            tenant,
            """
            - begin: {wait: PT1.5S}
            - tell: {emit: {event: {with: {source: 'https://compete.example', type: told, data: 1}}}}
            - race:
                fork:
                  compete: true
                  branches:
                    - late: {wait: PT10M, export: {as: '{by: "late"}'}}
                    - heard: {listen: {to: {one: {with: {type: told}}}}, export: {as: '{by: "heard"}'}}
            - put: {call: http, with: {method: put, endpoint: '%s', body: {a: 1}}}
            - again: {emit: {event: {with: {source: 'https://compete.example', type: told, data: 2}}}}
            - hear: {listen: {to: {one: {with: {type: told}}}}}
            - after: {set: {by: '${ $context.by }', heard: '${ .[0] }'}}
            """
                .formatted(platform.url("/crash")));
    trap.arm(run, Boundary.BEFORE_INTENT);
    var ended = drills.ended(tenant, run);
    assertThat(ended.state()).as("%s", ended).isEqualTo(RunState.SUCCEEDED);
    assertThat(trap.died(run)).isTrue();
    assertThat(ended.output()).isEqualTo(Json.read("{\"by\":\"heard\",\"heard\":2}"));
    assertThat(platform.effects("/crash")).isEqualTo(1);
  }

  @Test
  void the_engines_own_record_of_the_winner_is_no_step() {
    var run =
        drills.start(
            tenant,
            """
            - race:
                fork:
                  compete: true
                  branches:
                    - slow: {wait: PT0.5S}
                    - fast: {set: {fast: true}}
            """);
    assertThat(drills.ended(tenant, run).output()).isEqualTo(Json.read("{\"fast\":true}"));
    assertThat(steps(run)).extracting(Step::name).contains("race", "fast");
    assertThat(steps(run)).extracting(Step::position).noneMatch(it -> it.contains("#"));
  }

  @Test
  void a_wait_wins_while_another_branch_is_busy_and_cuts_what_that_reads() throws IOException {
    try (var patient = new PatientPlatform()) {
      var run =
          drills.start(
              tenant,
              """
              - race:
                  fork:
                    compete: true
                    branches:
                      - timer: {wait: PT2S}
                      - busy: {call: http, with: {method: get, endpoint: '%s'}}
              - after: {set: {over: true}}
              """
                  .formatted(patient.url()));
      assertThat(drills.ended(tenant, run).output()).isEqualTo(Json.read("{\"over\":true}"));
      assertThat(steps(run))
          .extracting(step -> step.name() + " " + step.state())
          .contains("timer COMPLETED", "busy CANCELLED", "race COMPLETED");
    }
  }

  @Test
  void branches_that_wait_go_on_while_another_is_busy() throws IOException {
    try (var patient = new PatientPlatform()) {
      var run =
          drills.start(
              tenant,
              """
              - both:
                  fork:
                    branches:
                      - timed:
                          do:
                            - rest: {wait: PT1.5S}
                            - put: {call: http, with: {method: put, endpoint: '%1$s', body: {a: 1}}}
                      - heard:
                          do:
                            - hear: {listen: {to: {one: {with: {type: told}}}}}
                            - put: {call: http, with: {method: put, endpoint: '%2$s', body: {a: 1}}}
                      - asked:
                          do:
                            - ask: {call: ganglion.approval, with: {title: really, timeout: PT3S, onTimeout: approve}}
                            - put: {call: http, with: {method: put, endpoint: '%3$s', body: {a: 1}}}
                      - busy: {call: http, with: {method: get, endpoint: '%4$s'}}
              - after: {set: {over: true}}
              """
                  .formatted(
                      platform.url("/timed"),
                      platform.url("/heard"),
                      platform.url("/asked"),
                      patient.url()));
      Patience.await("the timer").until(() -> platform.effects("/timed") == 1);
      var event =
          "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"https://compete.example\",\"type\":\"told\"}";
      runs.signal(tenant, run, CloudEvent.of((ObjectNode) Json.read(event), ""));
      Patience.await("the event").until(() -> platform.effects("/heard") == 1);
      Patience.await("the approval").until(() -> platform.effects("/asked") == 1);
      assertThat(drills.get(tenant, run).state()).isEqualTo(RunState.RUNNING);
      patient.answer();
      assertThat(drills.ended(tenant, run).output()).isEqualTo(Json.read("{\"over\":true}"));
    }
  }

  @Test
  void a_race_is_open_while_one_can_still_win_though_others_have_failed() {
    var run =
        drills.start(
            tenant,
            """
            - race:
                fork:
                  compete: true
                  branches:
                    - fails: {raise: {error: {type: 'https://example.com/no', status: 418}}}
                    - waits: {do: [rest: {wait: PT2S}, won: {set: {won: true}}]}
            """);
    assertThat(drills.ended(tenant, run).output()).isEqualTo(Json.read("{\"won\":true}"));
    var lost =
        drills.start(
            tenant,
            """
            - race:
                fork:
                  compete: true
                  branches:
                    - fails: {raise: {error: {type: 'https://example.com/no', status: 418}}}
                    - late: {do: [rest: {wait: PT1.5S}, no: {raise: {error: {type: 'https://example.com/no', status: 419}}}]}
            """);
    assertThat(drills.ended(tenant, lost).state()).isEqualTo(RunState.FAILED);
  }

  @Test
  void the_forks_own_export_sees_what_the_winner_exported_at_once_as_on_a_replay() {
    var run =
        drills.start(
            tenant,
            """
            - race:
                fork:
                  compete: true
                  branches:
                    - fast: {set: {fast: true}, export: {as: '{by: "fast"}'}}
                    - slow: {wait: PT10M}
                output: {as: '${ $context }'}
                export: {as: '${ $context + {done: true} }'}
            - keep: {call: ganglion.record, with: {value: '${ [., $context] }'}}
            - rest: {wait: PT5S}
            - after: {set: {before: '${ . }', after: '${ $context }'}}
            """);
    var ended = drills.ended(tenant, run);
    assertThat(ended.state()).as("%s", ended).isEqualTo(RunState.SUCCEEDED);
    var context = "{\"by\":\"fast\",\"done\":true}";
    assertThat(ended.output())
        .isEqualTo(
            Json.read("{\"before\":[{\"by\":\"fast\"},%1$s],\"after\":%1$s}".formatted(context)));
  }
}
