package io.ganglion.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import io.ganglion.run.RunState;
import io.ganglion.run.Runs;
import io.ganglion.testing.LoopbackPlatform;
import io.ganglion.testing.Patience;
import io.ganglion.testing.PatientPlatform;
import io.ganglion.workflow.Workflows;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A branch that fails, or ends the workflow, stops the others, and a replay comes to the same. */
@QuarkusTest
@Tag("it")
class ForkFailureTest {
  @Inject Drills drills;
  @Inject Runs runs;
  @Inject Workflows workflows;

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

  private List<String> steps(RunId run) {
    return runs.steps(tenant, run, 100, -1, "").data().stream()
        .map(step -> step.position() + " " + step.state())
        .toList();
  }

  private static final String FAIL =
      "raise: {error: {type: 'https://example.com/no', status: 500}}";

  @Test
  void a_branch_that_waited_does_nothing_more_though_its_time_comes_while_the_run_goes_on() {
    var run =
        drills.start(
            tenant,
            """
            - around:
                try:
                  - both:
                      fork:
                        branches:
                          - fails: {%s}
                          - later:
                              do:
                                - rest: {wait: PT2S}
                                - act: {call: http, with: {method: post, endpoint: '%s', body: {}}}
                catch:
                  as: problem
                  do:
                    - longer: {wait: PT4S}
                    - tell: {set: {was: '${ $problem.type }'}}
            """
                .formatted(FAIL, platform.url("/late")));
    var ended = drills.ended(tenant, run);
    assertThat(ended.state()).as("%s", ended).isEqualTo(RunState.SUCCEEDED);
    assertThat(Objects.requireNonNull(ended.output()).path("was").asText())
        .isEqualTo("https://example.com/no");
    assertThat(platform.journal()).isEmpty();
    assertThat(steps(run))
        .contains("/do/0/around/try/0/both/fork/branches/1/later/do/0/rest CANCELLED")
        .noneMatch(step -> step.contains("#"));
  }

  @Test
  void a_busy_branch_ends_its_act_and_begins_nothing_more() throws IOException {
    try (var patient = new PatientPlatform()) {
      var run =
          drills.start(
              tenant,
              """
              - both:
                  fork:
                    branches:
                      - slow:
                          do:
                            - first: {call: http, with: {method: put, endpoint: '%s', body: {a: 1}}}
                            - second: {call: http, with: {method: put, endpoint: '%s', body: {a: 1}}}
                      - fails:
                          do:
                            - before: {call: http, with: {method: put, endpoint: '%s', body: {a: 1}}}
                            - fail: {%s}
              """
                  .formatted(
                      patient.url(), platform.url("/second"), platform.url("/before"), FAIL));
      Patience.await("it is about to fail")
          .until(
              () -> steps(run),
              it -> it.stream().anyMatch(step -> step.endsWith("before COMPLETED")));
      patient.answer();
      var ended = drills.ended(tenant, run);
      assertThat(ended.state()).as("%s", ended).isEqualTo(RunState.FAILED);
      assertThat(steps(run))
          .contains("/do/0/both/fork/branches/0/slow/do/0/first COMPLETED")
          .contains("/do/0/both/fork/branches/0/slow/do/1/second CANCELLED");
      assertThat(platform.effects("/second")).isZero();
    }
  }

  @Test
  void a_branch_that_ends_the_workflow_ends_it_for_all() {
    var run =
        drills.start(
            tenant,
            """
            - both:
                fork:
                  branches:
                    - ends: {do: [{set: {set: {done: true}, then: end}}]}
                    - later: {do: [{rest: {wait: PT1H}}]}
            - never: {set: {done: false}}
            """);
    var ended = drills.ended(tenant, run);
    assertThat(ended.state()).as("%s", ended).isEqualTo(RunState.SUCCEEDED);
    assertThat(Objects.requireNonNull(ended.output()).path("done").asBoolean()).isTrue();
  }

  @Test
  void a_run_that_the_branch_waited_for_is_stopped_and_taken_back_if_it_succeeds_all_the_same()
      throws IOException {
    try (var patient = new PatientPlatform()) {
      workflows.create(
          tenant,
          """
          document: {dsl: '1.0.3', namespace: drills, name: forked-child, version: '1.0.0'}
          do:
            - inner: {call: http, with: {method: put, endpoint: '%s', body: {a: 1}}}
          """
              .formatted(patient.url()));
      var run =
          drills.start(
              tenant,
              """
              - both:
                  fork:
                    branches:
                      - sub:
                          run: {workflow: {namespace: drills, name: forked-child, version: '1.0.0'}}
                          metadata:
                            ganglion:
                              compensate: {call: http, with: {method: put, endpoint: '%s', body: {a: 1}}}
                      - fails: {do: [{rest: {wait: PT0.5S}}, {fail: {%s}}]}
              """
                  .formatted(platform.url("/undo-child"), FAIL));
      Patience.await("the parent waits for what it stopped")
          .until(
              () -> drills.get(tenant, run),
              it -> String.valueOf(it.waitingFor()).contains("runs that it stopped"));
      patient.answer();
      var ended = drills.ended(tenant, run);
      assertThat(ended.state()).as("%s %s", ended, steps(run)).isEqualTo(RunState.COMPENSATED);
      assertThat(platform.effects("/undo-child")).isEqualTo(1);
    }
  }

  @Test
  void a_timer_around_a_race_still_counts_after_the_race_is_won() {
    var run =
        drills.start(
            tenant,
            """
            - both:
                fork:
                  branches:
                    - timed:
                        timeout: {after: PT3S}
                        do:
                          - race:
                              fork:
                                compete: true
                                branches:
                                  - quick: {wait: PT1.5S}
                                  - slow: {wait: PT10M}
                          - rest: {wait: PT10M}
                    - long: {do: [{rest: {wait: PT2S}}, {put: {call: http, with: {method: put, endpoint: '%s', body: {}}}}]}
            """
                .formatted(platform.url("/long")));
    var ended = drills.ended(tenant, run);
    assertThat(ended.state()).as("%s", ended).isEqualTo(RunState.FAILED);
    assertThat(Objects.requireNonNull(ended.error()).path("status").asInt()).isEqualTo(408);
    assertThat(platform.effects("/long")).isEqualTo(1);
  }
}
