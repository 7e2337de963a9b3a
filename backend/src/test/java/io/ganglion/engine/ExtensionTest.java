package io.ganglion.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.kernel.Json;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import io.ganglion.run.RunState;
import io.ganglion.run.Runs;
import io.ganglion.run.Step;
import io.ganglion.testing.LoopbackPlatform;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What {@code use.extensions} put around tasks. */
@QuarkusTest
@Tag("it")
class ExtensionTest {
  @Inject Drills drills;
  @Inject Runs runs;

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

  private List<String> places(RunId run) {
    return runs.steps(tenant, run, 100, -1, "").data().stream().map(Step::position).toList();
  }

  @Test
  void what_is_done_around_a_task_leaves_its_data_alone() {
    var run =
        drills.start(
            tenant,
            """
            - first: {set: {n: '${ .n + 1 }'}}
            - second: {do: [{inner: {set: {n: '${ .n + 1 }'}}}]}
            use:
              extensions:
                - loud:
                    extend: set
                    before: [{say: {set: {told: '${ $task.name }'}}}]
                    after: [{say: {set: {told: '${ $task.output.n }'}, export: {as: '${ {seen: (($context.seen // []) + [$task.reference, .told])} }'}}}]
            output: {as: '${ {n, seen: $context.seen} }'}
            """,
            Json.object().put("n", 1));
    var ended = drills.ended(tenant, run);
    assertThat(ended.output())
        .isEqualTo(
            Json.read(
                "{\"n\": 3, \"seen\": [\"/do/0/first\", 2, \"/do/1/second/do/0/inner\", 3]}"));
    assertThat(places(run))
        .containsExactly(
            "/do/0/first",
            "/do/0/first/before/loud/0/say",
            "/do/0/first/after/loud/0/say",
            "/do/1/second",
            "/do/1/second/do/0/inner",
            "/do/1/second/do/0/inner/before/loud/0/say",
            "/do/1/second/do/0/inner/after/loud/0/say");
  }

  @Test
  void exit_gives_the_tasks_output_and_the_task_is_not_done() {
    var run =
        drills.start(
            tenant,
            """
            - pet:
                call: http
                with: {method: get, endpoint: '%1$s'}
                output: {as: .name}
            - other: {call: http, with: {method: get, endpoint: '%2$s'}}
            use:
              extensions:
                - standIn:
                    extend: call
                    when: $task.call == "http" and ($task.with.endpoint.uri == "%1$s")
                    before: [{answer: {set: {name: Rex}, then: exit}}, {never: {raise: {error: {type: 'https://example.org/no', status: 500}}}}]
                    after: [{never: {raise: {error: {type: 'https://example.org/no', status: 500}}}}]
            """
                .formatted(platform.url("/pet"), platform.url("/other")));
    assertThat(drills.ended(tenant, run).state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(platform.journal()).extracting(LoopbackPlatform.Entry::path).containsOnly("/other");
    var pet =
        runs.steps(tenant, run, 100, -1, "").data().stream()
            .filter(step -> step.position().equals("/do/0/pet"))
            .findFirst()
            .orElseThrow();
    assertThat(pet.state()).isEqualTo(Step.State.COMPLETED);
  }

  @Test
  void composite_tasks_are_extended_as_a_whole_and_extensions_are_not() {
    var run =
        drills.start(
            tenant,
            """
            - both: {fork: {branches: [{a: {set: {n: 1}}}, {b: {set: {n: 2}}}]}}
            - loop: {for: {in: '[1]'}, do: [{c: {set: {n: 3}}}]}
            use:
              extensions:
                - around:
                    extend: composite
                    before: [{nest: {do: [{deep: {set: {a: 1}}}]}}]
            """);
    assertThat(drills.ended(tenant, run).state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(places(run))
        .filteredOn(place -> place.contains("/before/"))
        .containsExactly(
            "/do/0/both/before/around/0/nest", "/do/0/both/before/around/0/nest/do/0/deep");
  }

  @Test
  void an_error_before_a_task_is_the_tasks_and_can_be_caught() {
    var run =
        drills.start(
            tenant,
            """
            - guarded:
                try: [{act: {call: http, with: {method: post, endpoint: '%s'}}}]
                catch: {as: e, do: [{tell: {set: {at: '${ $e.instance }'}}}]}
            use:
              extensions:
                - check:
                    extend: call
                    before: [{refuse: {raise: {error: {type: 'https://example.org/no', status: 403}}}}]
            """
                .formatted(platform.url("/act")));
    var ended = drills.ended(tenant, run);
    assertThat(ended.output())
        .isEqualTo(Json.read("{\"at\": \"/use/extensions/0/check/before/0/refuse\"}"));
    assertThat(platform.journal()).isEmpty();
  }

  @Test
  void a_run_that_was_parked_in_extensions_does_nothing_twice() {
    var run =
        drills.start(
            tenant,
            """
            - act: {call: http, with: {method: post, endpoint: '%1$s'}}
            use:
              extensions:
                - slow:
                    extend: call
                    when: $task.with.endpoint.uri == "%1$s"
                    before:
                      - ahead: {call: http, with: {method: post, endpoint: '%2$s'}}
                      - rest: {wait: PT2S}
                    after:
                      - rest: {wait: PT2S}
                      - behind: {call: http, with: {method: post, endpoint: '%3$s'}}
            """
                .formatted(platform.url("/act"), platform.url("/ahead"), platform.url("/behind")));
    assertThat(drills.ended(tenant, run).state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(platform.journal())
        .extracting(LoopbackPlatform.Entry::path)
        .containsExactly("/ahead", "/act", "/behind");
  }

  @Test
  void a_cancelled_run_begins_nothing_more() {
    var run =
        drills.start(
            tenant,
            """
            - act: {call: http, with: {method: post, endpoint: '%s'}}
            use: {extensions: [{slow: {extend: call, before: [{rest: {wait: PT1H}}]}}]}
            """
                .formatted(platform.url("/act")));
    drills.await(tenant, run, RunState.WAITING);
    runs.cancel(tenant, run);
    assertThat(drills.ended(tenant, run).state()).isEqualTo(RunState.CANCELLED);
    assertThat(platform.journal()).isEmpty();
  }

  @Test
  void a_loop_that_comes_back_in_its_middle_is_not_begun_anew() {
    var run =
        drills.start(
            tenant,
            """
            - loop:
                for: {each: n, in: '[range(700)]'}
                do:
                  - note: {call: ganglion.record, with: {value: '${ $n }'}}
                  - rest: {if: '${ $n == 650 }', wait: PT2S}
            use:
              extensions:
                - once:
                    extend: for
                    before: [{ahead: {call: http, with: {method: post, endpoint: '%s'}}}]
                    after: [{behind: {call: http, with: {method: post, endpoint: '%s'}}}]
            """
                .formatted(platform.url("/ahead"), platform.url("/behind")));
    assertThat(drills.ended(tenant, run).state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(platform.journal())
        .extracting(LoopbackPlatform.Entry::path)
        .containsExactly("/ahead", "/behind");
  }
}
