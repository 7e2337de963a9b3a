package io.ganglion.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.effect.CrashPoints.Boundary;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import io.ganglion.run.LifecyclePlace;
import io.ganglion.run.Lifecycles;
import io.ganglion.run.RunState;
import io.ganglion.run.Runs;
import io.ganglion.run.Step;
import io.ganglion.testing.LoopbackPlatform;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every visit is on record with how it ended: failed and stopped ones too. */
@QuarkusTest
@Tag("it")
class StepsTest {
  private static final String PREFIX = "io.serverlessworkflow.task.";

  @Inject Drills drills;
  @Inject Runs runs;
  @Inject Lifecycles lifecycles;
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

  /** Of a run: {@code position state}, in the order of start. */
  private List<String> steps(RunId run) {
    return runs.steps(tenant, run, 100, -1, "").data().stream()
        .map(step -> step.position() + " " + step.state())
        .toList();
  }

  private JsonNode error(RunId run, String position) {
    return runs.steps(tenant, run, 100, -1, "").data().stream()
        .filter(step -> step.position().equals(position))
        .map(Step::error)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }

  /** Types of the task events, with their subject. */
  private List<String> told(RunId run) {
    var told = new ArrayList<String>();
    lifecycles
        .after(tenant, run, LifecyclePlace.START, Lifecycles.PAGE)
        .events()
        .forEach(
            event -> {
              if (event.type().startsWith(PREFIX)) {
                told.add(
                    "%s %s"
                        .formatted(
                            event.type().substring(PREFIX.length()),
                            event.cloudEvent().path("subject").asText()));
              }
            });
    return told;
  }

  /** Tasks that fail each in its own way; all are called {@code it}. */
  private static final Map<String, String> FAILING =
      Map.ofEntries(
          Map.entry("set", "{set: {a: '${ 1 / 0 }'}}"),
          Map.entry("if", "{if: '${ error(\"no\") }', set: {a: 1}}"),
          Map.entry("input.from", "{input: {from: '${ 1 / 0 }'}, set: {a: 1}}"),
          Map.entry(
              "input.schema",
              "{input: {schema: {document: {type: object, required: [b]}}}, set: {a: 1}}"),
          Map.entry("output.as", "{set: {a: 1}, output: {as: '${ 1 / 0 }'}}"),
          Map.entry(
              "output.schema",
              "{set: {a: 1}, output: {schema: {document: {type: object, required: [b]}}}}"),
          Map.entry("export.as", "{set: {a: 1}, export: {as: '${ 1 / 0 }'}}"),
          Map.entry("switch", "{switch: [one: {when: '${ error(\"no\") }', then: end}]}"),
          Map.entry("for.in", "{for: {each: i, in: '${ 5 }'}, do: [one: {set: {a: 1}}]}"),
          Map.entry("wait", "{wait: '${ \"soon\" }'}"),
          Map.entry("emit", "{emit: {event: {with: {source: '${ 5 }', type: told}}}}"),
          Map.entry("arguments", "{call: http, with: {method: get, endpoint: '${ 1 / 0 }'}}"),
          Map.entry("connection", "{call: x.createPost, with: {connection: none, text: a}}"),
          Map.entry("state", "{call: ganglion.state, with: {get: a}}"),
          Map.entry("approval", "{call: ganglion.approval, with: {title: '${ \"\" }'}}"),
          Map.entry(
              "called output.as",
              "{call: ganglion.record, with: {value: 1}, output: {as: '${ 1 / 0 }'}}"),
          Map.entry("timeout", "{wait: PT5S, timeout: {after: PT0.2S}}"),
          Map.entry("do", "{do: [one: {set: {a: '${ 1 / 0 }'}}]}"),
          Map.entry("fork", "{fork: {branches: [one: {set: {a: '${ 1 / 0 }'}}]}}"),
          Map.entry("try", "{try: [one: {set: {a: '${ 1 / 0 }'}}], catch: {when: '${ false }'}}"));

  @Test
  void whatever_fails_a_task_it_is_on_record_as_faulted_and_so_is_what_it_stands_in() {
    var started = new ArrayList<Map.Entry<String, RunId>>();
    FAILING.forEach(
        (name, task) ->
            started.add(
                Map.entry(name, drills.start(tenant, "- around: {do: [it: %s]}".formatted(task)))));
    for (var one : started) {
      var run = one.getValue();
      var ended = drills.ended(tenant, run);
      assertThat(ended.state()).as(one.getKey()).isEqualTo(RunState.FAILED);
      assertThat(steps(run))
          .as(one.getKey())
          .contains("/do/0/around FAULTED", "/do/0/around/do/0/it FAULTED");
      assertThat(error(run, "/do/0/around")).as(one.getKey()).isEqualTo(ended.error());
      assertThat(told(run))
          .as(one.getKey())
          .contains("faulted.v1 /do/0/around", "faulted.v1 /do/0/around/do/0/it");
    }
  }

  @Test
  void a_caught_failure_comes_to_the_same_after_a_crash_and_tells_of_its_retries() {
    var run =
        drills.start(
            tenant,
            """
            - begin: {wait: PT1.5S}
            - attempt:
                try:
                  - inner: {do: [bad: {set: {a: '${ 1 / 0 }'}}]}
                catch:
                  retry: {delay: PT0.02S, limit: {attempt: {count: 1}}}
                  do: [caught: {set: {caught: true}}]
            - put: {call: http, with: {method: put, endpoint: '%s', body: {a: 1}}, output: {as: '{done: true}'}}
            """
                .formatted(platform.url("/crash")));
    trap.arm(run, Boundary.BEFORE_INTENT);
    assertThat(drills.ended(tenant, run).output()).isEqualTo(Json.read("{\"done\":true}"));
    assertThat(trap.died(run)).isTrue();
    assertThat(steps(run))
        .contains(
            "/do/1/attempt COMPLETED",
            "/do/1/attempt/try/0/inner FAULTED",
            "/do/1/attempt/try/0/inner/do/0/bad FAULTED",
            "/do/1/attempt/try/0/inner[1] FAULTED",
            "/do/1/attempt/catch/do/0/caught COMPLETED");
    assertThat(told(run)).contains("retried.v1 /do/1/attempt");
  }

  @Test
  void what_a_cancelled_run_was_in_is_on_record_as_cancelled() {
    var run =
        drills.start(
            tenant,
            """
            - first: {set: {a: 1}}
            - around:
                fork:
                  branches:
                    - long: {wait: PT10M}
                    - heard: {listen: {to: {one: {with: {type: never}}}}}
            """);
    drills.await(tenant, run, RunState.WAITING);
    runs.cancel(tenant, run);
    assertThat(drills.ended(tenant, run).state()).isEqualTo(RunState.CANCELLED);
    assertThat(steps(run))
        .containsExactlyInAnyOrder(
            "/do/0/first COMPLETED",
            "/do/1/around CANCELLED",
            "/do/1/around/fork/branches/0/long CANCELLED",
            "/do/1/around/fork/branches/1/heard CANCELLED");
    assertThat(told(run)).contains("cancelled.v1 /do/1/around/fork/branches/0/long");
  }

  @Test
  void what_a_timeout_cut_is_cancelled_and_a_replay_finds_the_timeout_and_no_cancellation() {
    var run =
        drills.start(
            tenant,
            """
            - attempt:
                try:
                  - around:
                      do: [long: {wait: PT10M}]
                      timeout: {after: PT1.5S}
                catch:
                  errors: {with: {status: 408}}
                  do: [caught: {set: {caught: true}}]
            - put: {call: http, with: {method: put, endpoint: '%s', body: {a: 1}}, output: {as: '{done: true}'}}
            """
                .formatted(platform.url("/crash")));
    trap.arm(run, Boundary.BEFORE_INTENT);
    assertThat(drills.ended(tenant, run).output()).isEqualTo(Json.read("{\"done\":true}"));
    assertThat(trap.died(run)).isTrue();
    assertThat(steps(run))
        .contains(
            "/do/0/attempt COMPLETED",
            "/do/0/attempt/try/0/around FAULTED",
            "/do/0/attempt/try/0/around/do/0/long CANCELLED",
            "/do/0/attempt/catch/do/0/caught COMPLETED");
  }

  @Test
  void the_beaten_of_a_race_are_on_record_as_cancelled() {
    var run =
        drills.start(
            tenant,
            """
            - race:
                fork:
                  compete: true
                  branches:
                    - fast: {wait: PT1.2S}
                    - long: {do: [one: {set: {a: 1}}, two: {wait: PT10M}]}
                    - asked: {call: ganglion.approval, with: {title: really}}
            """);
    assertThat(drills.ended(tenant, run).state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(steps(run))
        .containsExactlyInAnyOrder(
            "/do/0/race COMPLETED",
            "/do/0/race/fork/branches/0/fast COMPLETED",
            "/do/0/race/fork/branches/1/long CANCELLED",
            "/do/0/race/fork/branches/1/long/do/0/one COMPLETED",
            "/do/0/race/fork/branches/1/long/do/1/two CANCELLED",
            "/do/0/race/fork/branches/2/asked CANCELLED");
  }

  /** What one expression may give at most is less than a step may keep. */
  private static final String MILLION = "'${ \"x\" * 1000000 }'";

  private static final String HUGE =
      "{a: %1$s, b: %1$s, c: %1$s, d: %1$s, e: %1$s}".formatted(MILLION);

  @Test
  void an_output_above_four_mebibytes_fails_its_task_with_a_title_that_says_so() {
    var tasks =
        Map.of(
            "set",
            "- it: {set: %s}".formatted(HUGE),
            "output.as",
            "- it: {set: {a: 1}, output: {as: %s}}".formatted(HUGE),
            "for",
            "- it: {for: {each: i, in: '${ [1, 2] }'}, do: [one: {set: %s}]}".formatted(HUGE),
            "fork",
            "- it: {fork: {branches: [a: {set: {a: %1$s}}, b: {set: {a: %1$s}}, c: {set: {a: %1$s}}, d: {set: {a: %1$s}}, e: {set: {a: %1$s}}]}}"
                .formatted(MILLION));
    var started = new ArrayList<Map.Entry<String, RunId>>();
    tasks.forEach((name, task) -> started.add(Map.entry(name, drills.start(tenant, task))));
    for (var one : started) {
      var ended = drills.ended(tenant, one.getValue());
      var error = Objects.requireNonNull(ended.error(), one.getKey());
      assertThat(error.path("title").asText()).as(one.getKey()).isEqualTo("payload_too_large");
      assertThat(error.path("type").asText()).endsWith("/runtime");
      assertThat(steps(one.getValue())).as(one.getKey()).contains("/do/0/it FAULTED");
    }
  }

  @Test
  void an_output_that_is_too_large_does_not_flow_on() {
    var run =
        drills.start(
            tenant,
            "- it: {try: [large: {set: %s}], catch: {do: [caught: {set: {caught: true}}]}}"
                .formatted(HUGE));
    assertThat(drills.ended(tenant, run).output()).isEqualTo(Json.read("{\"caught\":true}"));
  }
}
