package io.ganglion.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.agent.AgentSettings;
import io.ganglion.agent.Agents;
import io.ganglion.agent.Policy;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import io.ganglion.run.Run;
import io.ganglion.run.RunFilter;
import io.ganglion.run.RunState;
import io.ganglion.run.Runs;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Stack;
import io.ganglion.workflow.Workflows;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code run: workflow}. */
@QuarkusTest
@Tag("it")
class SubRunTest {
  @Inject Drills drills;
  @Inject Workflows workflows;
  @Inject Agents agents;
  @Inject Runs runs;

  private TenantId tenant;

  @BeforeEach
  void open() {
    tenant = drills.tenant();
  }

  private void store(String name, String tasks) {
    workflows.create(
        tenant,
        "document: {dsl: '1.0.3', namespace: sub, name: %s, version: '1.0.0'}%ndo:%n%s"
            .formatted(name, tasks));
  }

  private List<Run> children(RunId parent) {
    return runs.list(tenant, RunFilter.ALL, 100, Optional.empty()).data().stream()
        .filter(run -> parent.equals(run.parent()))
        .toList();
  }

  private static String call(String name, String more) {
    return "- sub: {run: {workflow: {namespace: sub, name: %s, version: latest%s}}}"
        .formatted(name, more);
  }

  @Test
  void the_childs_output_is_the_tasks_output_and_it_is_started_once() {
    store("twice", "- one: {set: {n: '${ .n * 2 }'}}");
    var run =
        drills.start(tenant, call("twice", ", input: {n: '${ .n + 1 }'}"), Json.read("{\"n\":2}"));
    var ended = drills.ended(tenant, run);
    assertThat(ended.output()).isEqualTo(Json.read("{\"n\":6}"));
    assertThat(children(run)).hasSize(1);
    assertThat(rootOf(children(run).getFirst().id())).isEqualTo(run);
  }

  private RunId rootOf(RunId run) {
    try (var connection = Stack.asTenant("ganglion_app", tenant);
        var select = connection.prepareStatement("SELECT root_id FROM run WHERE id = ?")) {
      select.setObject(1, run.uuid());
      try (var row = select.executeQuery()) {
        row.next();
        return new RunId(row.getObject(1, UUID.class));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void the_childs_error_is_raised_in_the_parent_and_can_be_caught_there() {
    store(
        "bad",
        "- stop: {raise: {error: {type: 'https://example.com/no', status: 418, title: Teapot}}}");
    var run =
        drills.start(
            tenant,
            """
            - attempt:
                try:
                  - sub: {run: {workflow: {namespace: sub, name: bad, version: '1.0.0'}}}
                catch:
                  errors: {with: {status: 418}}
                  do:
                    - note: {set: {seen: '${ $error.title }', where: '${ $error.instance }'}}
            """);
    assertThat(drills.ended(tenant, run).output())
        .isEqualTo(Json.read("{\"seen\":\"Teapot\",\"where\":\"/do/0/attempt/try/0/sub\"}"));
  }

  @Test
  void a_child_that_is_not_awaited_lets_the_parent_go_on_with_its_input() {
    store("slow", "- rest: {wait: {milliseconds: 1500}}");
    var run =
        drills.start(
            tenant,
            "- sub: {run: {workflow: {namespace: sub, name: slow, version: latest}, await: false}}",
            Json.read("{\"a\":1}"));
    var ended = drills.ended(tenant, run);
    assertThat(ended.output()).isEqualTo(Json.read("{\"a\":1}"));
    var child = children(run).getFirst();
    assertThat(drills.ended(tenant, child.id()).state()).isEqualTo(RunState.SUCCEEDED);
  }

  @Test
  void a_cancelled_parent_takes_the_runs_it_waits_for_along() {
    store("nap", "- rest: {wait: {hours: 1}}");
    store("between", call("nap", ""));
    var run = drills.start(tenant, call("between", ""));
    var middle = Patience.await().until(() -> children(run), found -> found.size() == 1).getFirst();
    var low =
        Patience.await().until(() -> children(middle.id()), found -> found.size() == 1).getFirst();
    drills.await(tenant, low.id(), RunState.WAITING);
    runs.cancel(tenant, run);
    assertThat(drills.ended(tenant, low.id()).state()).isEqualTo(RunState.CANCELLED);
    assertThat(drills.ended(tenant, middle.id()).state()).isEqualTo(RunState.CANCELLED);
    assertThat(drills.ended(tenant, run).state()).isEqualTo(RunState.CANCELLED);
  }

  @Test
  void a_timeout_around_the_task_stops_the_child() {
    store("nap", "- rest: {wait: {hours: 1}}");
    var run =
        drills.start(
            tenant,
            "- sub: {run: {workflow: {namespace: sub, name: nap, version: latest}}, timeout: {after: {milliseconds: 500}}}");
    var ended = drills.ended(tenant, run);
    assertThat(Objects.requireNonNull(ended.error()).path("status").asInt()).isEqualTo(408);
    assertThat(drills.ended(tenant, children(run).getFirst().id()).state())
        .isEqualTo(RunState.CANCELLED);
  }

  @Test
  void a_workflow_that_runs_itself_stops_at_the_limit() {
    store("self", call("self", ""));
    var run = drills.start(tenant, call("self", ""));
    var ended = drills.ended(tenant, run);
    assertThat(ended.state()).isEqualTo(RunState.FAILED);
    assertThat(Objects.requireNonNull(ended.error()).path("detail").asText())
        .contains("20 runs deep");
    assertThat(runs.list(tenant, RunFilter.ALL, 100, Optional.empty()).data())
        .hasSize(SubRun.MAX_LEVEL + 1);
  }

  @Test
  void a_workflow_or_an_agent_that_is_not_there_is_a_configuration_error() {
    var run = drills.start(tenant, call("nowhere", ""));
    assertThat(Objects.requireNonNull(drills.ended(tenant, run).error()).path("detail").asText())
        .contains("there is no workflow sub/nowhere");
  }

  @Test
  void a_run_task_delegates_to_the_agent_it_names() {
    store("one", "- one: {set: {n: 1}}");
    var agent =
        agents.create(
            tenant, AgentId.next(), new AgentSettings("helper", List.of(), Policy.DEFAULT));
    var run =
        drills.start(
            tenant,
            """
            - sub:
                run: {workflow: {namespace: sub, name: one, version: latest}}
                metadata: {ganglion: {agent: helper}}
            """);
    assertThat(drills.ended(tenant, run).state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(children(run).getFirst().agent()).isEqualTo(agent.id());
  }
}
