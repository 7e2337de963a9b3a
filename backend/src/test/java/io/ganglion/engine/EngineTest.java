package io.ganglion.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.effect.EffectState;
import io.ganglion.effect.EffectStore;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import io.ganglion.run.RunState;
import io.ganglion.run.Runs;
import io.ganglion.run.Step;
import io.ganglion.testing.LoopbackPlatform;
import io.ganglion.testing.LoopbackPlatform.Fault;
import io.ganglion.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class EngineTest {
  @Inject Drills drills;
  @Inject Runs runs;
  @Inject EffectStore effects;

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

  @Test
  void data_flows_through_set_switch_for_and_fork() {
    var run =
        drills.start(
            tenant,
            """
            - prepare: {set: {items: [1, 2, 3], sum: 0}}
            - add:
                for: {each: item, in: .items}
                do:
                  - step: {set: {items: '${ .items }', sum: '${ .sum + $item }'}}
            - route:
                switch:
                  - big: {when: .sum > 5, then: both}
                  - other: {then: end}
            - never: {raise: {error: {type: 'https://example.com/never', status: 500}}}
            - both:
                fork:
                  branches:
                    - left: {set: {side: left, sum: '${ .sum }'}}
                    - right: {set: {side: right}}
            """);
    var ended = drills.ended(tenant, run);
    assertThat(ended.state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(ended.output())
        .isEqualTo(Json.read("[{\"side\":\"left\",\"sum\":6},{\"side\":\"right\"}]"));
    var positions =
        runs.steps(tenant, run, 100, -1, "").data().stream().map(Step::position).toList();
    assertThat(positions)
        .startsWith(
            "/do/0/prepare",
            "/do/1/add",
            "/do/1/add[0]/do/0/step",
            "/do/1/add[1]/do/0/step",
            "/do/1/add[2]/do/0/step",
            "/do/2/route",
            "/do/4/both");
    assertThat(positions.subList(7, positions.size())) // side by side: either may start first
        .containsExactlyInAnyOrder(
            "/do/4/both/fork/branches/0/left", "/do/4/both/fork/branches/1/right");
  }

  @Test
  void a_place_in_the_queue_that_outlives_its_run_holds_nobody_up() throws SQLException {
    var gone = drills.start(tenant, "- one: {set: {n: 1}}");
    drills.ended(tenant, gone);
    try (var connection = Stack.asTenant("ganglion_app", tenant);
        var insert =
            connection.prepareStatement(
                "INSERT INTO run_queue (tenant_id, run_id, due_at) VALUES (?, ?, now())")) {
      insert.setObject(1, tenant.uuid());
      insert.setObject(2, gone.uuid());
      insert.executeUpdate();
    }
    var next = drills.start(tenant, "- two: {set: {n: 2}}");
    assertThat(drills.ended(tenant, next).state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(drills.get(tenant, gone).state()).isEqualTo(RunState.SUCCEEDED);
  }

  @Test
  void an_error_is_caught_with_its_details_and_the_flow_goes_on() {
    platform.fault("/pet", Fault.MISSING);
    var run =
        drills.start(
            tenant,
            """
            - attempt:
                try:
                  - getPet: {call: http, with: {method: get, endpoint: '%s'}}
                catch:
                  errors: {with: {type: https://serverlessworkflow.io/spec/1.0.0/errors/communication, status: 404}}
                  as: problem
                  do:
                    - note: {set: {seen: '${ $problem.status }', where: '${ $problem.instance }'}}
            """
                .formatted(platform.url("/pet")));
    var ended = drills.ended(tenant, run);
    assertThat(ended.state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(ended.output())
        .isEqualTo(Json.read("{\"seen\":404,\"where\":\"/do/0/attempt/try/0/getPet\"}"));
  }

  @Test
  void an_uncaught_error_fails_the_run_with_the_error_object() {
    var run =
        drills.start(
            tenant,
            "- stop: {raise: {error: {type: 'https://example.com/no', status: 418, title: Teapot}}}");
    var ended = drills.ended(tenant, run);
    assertThat(ended.state()).isEqualTo(RunState.FAILED);
    assertThat(ended.error())
        .isEqualTo(
            Json.read(
                "{\"type\":\"https://example.com/no\",\"status\":418,\"title\":\"Teapot\",\"instance\":\"/do/0/stop\"}"));
  }

  @Test
  void a_retry_asked_for_by_the_workflow_is_a_new_visit() {
    platform.fault("/flaky", Fault.MISSING, Fault.MISSING);
    var run =
        drills.start(
            tenant,
            """
            - attempt:
                try:
                  - ask: {call: http, with: {method: get, endpoint: '%s'}}
                catch:
                  errors: {with: {status: 404}}
                  retry: {delay: {milliseconds: 20}, backoff: {exponential: {}}, limit: {attempt: {count: 5}}}
            """
                .formatted(platform.url("/flaky")));
    var ended = drills.ended(tenant, run);
    assertThat(ended.state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(runs.steps(tenant, run, 100, -1, "").data().stream().map(Step::position).toList())
        .contains(
            "/do/0/attempt/try/0/ask", "/do/0/attempt/try/0/ask[1]", "/do/0/attempt/try/0/ask[2]");
  }

  @Test
  void a_long_wait_leaves_memory_and_comes_back() {
    var run =
        drills.start(tenant, "- nap: {wait: {milliseconds: 4000}}\n- after: {set: {woken: true}}");
    var waiting = drills.await(tenant, run, RunState.WAITING);
    assertThat(Objects.requireNonNull(waiting.waitingFor()).path("reason").asText())
        .isEqualTo("timer");
    var ended = drills.ended(tenant, run);
    assertThat(ended.output()).isEqualTo(Json.read("{\"woken\":true}"));
    assertThat(Duration.between(ended.createdAt(), ended.endedAt()))
        .isGreaterThanOrEqualTo(Duration.ofMillis(4000));
  }

  @Test
  void a_put_whose_answer_is_lost_is_sent_again_with_the_same_bytes() {
    platform.fault("/thing", Fault.ERROR_AFTER_EFFECT);
    var run =
        drills.start(
            tenant,
            "- put: {call: http, with: {method: put, endpoint: '%s', body: {a: 1}}}"
                .formatted(platform.url("/thing")));
    assertThat(drills.ended(tenant, run).state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(platform.journal().stream().map(LoopbackPlatform.Entry::body).distinct()).hasSize(1);
    var effect = effects.list(tenant, run, null, 10, null).data().getFirst();
    assertThat(effect.state()).isEqualTo(EffectState.LANDED);
    assertThat(effect.attempts()).isEqualTo(2);
  }

  @Test
  void a_post_whose_answer_is_lost_is_never_sent_again_and_needs_a_person() {
    platform.fault("/order", Fault.RESET_AFTER_EFFECT);
    var run =
        drills.start(
            tenant,
            "- post: {call: http, with: {method: post, endpoint: '%s', body: {a: 1}}}"
                .formatted(platform.url("/order")));
    drills.await(tenant, run, RunState.NEEDS_ATTENTION);
    var effect = effects.list(tenant, run, EffectState.UNKNOWN, 10, null).data().getFirst();
    runs.resolve(tenant, effect.id(), true, "order-1", Json.read("{\"id\":1}"));
    var ended = drills.ended(tenant, run);
    assertThat(ended.state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(ended.output()).isEqualTo(Json.read("{\"id\":1}"));
    assertThat(ended.attention()).isTrue();
    assertThat(platform.effects("/order")).isEqualTo(1);
  }

  @Test
  void a_rate_limit_is_waited_out_and_nothing_is_sent_before_its_reset() {
    platform.fault("/limited", Fault.RATE_LIMITED);
    var started = System.nanoTime();
    var run =
        drills.start(
            tenant,
            "- put: {call: http, with: {method: put, endpoint: '%s', body: {}}}"
                .formatted(platform.url("/limited")));
    assertThat(drills.ended(tenant, run).state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(Duration.ofNanos(System.nanoTime() - started))
        .isGreaterThanOrEqualTo(Duration.ofMillis(950));
    assertThat(platform.effects("/limited")).isEqualTo(1);
  }

  @Test
  void a_cancelled_run_ends_and_dispatches_nothing_more() {
    var run =
        drills.start(
            tenant,
            """
            - nap: {wait: {seconds: 600}}
            - post: {call: http, with: {method: post, endpoint: '%s', body: {}}}
            """
                .formatted(platform.url("/late")));
    drills.await(tenant, run, RunState.WAITING);
    assertThat(runs.cancel(tenant, run)).isEmpty();
    assertThat(drills.ended(tenant, run).state()).isEqualTo(RunState.CANCELLED);
    assertThat(platform.effects("/late")).isZero();
  }

  @Test
  void a_call_through_a_connection_without_an_agent_says_what_to_do() {
    var run =
        drills.start(tenant, "- post: {call: x.createPost, with: {connection: main, text: hi}}");
    var ended = drills.ended(tenant, run);
    assertThat(ended.state()).isEqualTo(RunState.FAILED);
    assertThat(Objects.requireNonNull(ended.error()).path("detail").asText())
        .contains("start the run with an agent");
  }

  @Test
  void what_landed_is_not_sent_again_by_a_retry_the_workflow_asks_for() {
    platform.fault("/second", Fault.MISSING);
    var run =
        drills.start(
            tenant,
            """
            - attempt:
                try:
                  - first: {call: http, with: {method: put, endpoint: '%s', body: {a: 1}}}
                  - second: {call: http, with: {method: get, endpoint: '%s'}}
                catch:
                  retry: {delay: {milliseconds: 20}, limit: {attempt: {count: 3}}}
            """
                .formatted(platform.url("/first"), platform.url("/second")));
    assertThat(drills.ended(tenant, run).state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(platform.effects("/first")).isEqualTo(1);
  }
}
