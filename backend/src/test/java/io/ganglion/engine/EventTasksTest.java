package io.ganglion.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.bus.Bus;
import io.ganglion.bus.CloudEvent;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import io.ganglion.run.RunState;
import io.ganglion.run.Runs;
import io.ganglion.testing.Patience;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code emit} and {@code listen}. */
@QuarkusTest
@Tag("it")
class EventTasksTest {
  @Inject Drills drills;
  @Inject Bus bus;
  @Inject Runs runs;

  private TenantId tenant;

  @BeforeEach
  void open() {
    tenant = drills.tenant();
  }

  private static CloudEvent event(String type, String data) {
    var event =
        Json.object()
            .put("specversion", "1.0")
            .put("source", "https://shop.example/a")
            .put("type", type);
    event.put("id", UUID.randomUUID().toString()).set("data", Json.read(data));
    return CloudEvent.of(event, "");
  }

  private void send(String type, String data) {
    bus.publish(tenant, List.of(event(type, data)));
  }

  private RunId waiting(String tasks) {
    var run = drills.start(tenant, tasks);
    var found = drills.await(tenant, run, RunState.WAITING);
    assertThat(Objects.requireNonNull(found.waitingFor()).path("reason").asText())
        .isEqualTo("event");
    return run;
  }

  private JsonNode output(RunId run) {
    var ended = drills.ended(tenant, run);
    assertThat(ended.state()).as("%s", ended.error()).isEqualTo(RunState.SUCCEEDED);
    return Objects.requireNonNull(ended.output());
  }

  @Test
  void an_emitted_event_is_the_tasks_output_and_is_stored_once() {
    var run =
        drills.start(
            tenant,
            """
            - tell:
                emit:
                  event:
                    with:
                      source: https://example.com/shop
                      type: order.placed
                      data: {total: '${ .total }'}
            """,
            Json.read("{\"total\":3}"));
    var emitted = output(run);
    assertThat(emitted.path("specversion").asText()).isEqualTo("1.0");
    assertThat(emitted.path("data")).isEqualTo(Json.read("{\"total\":3}"));
    assertThat(emitted.hasNonNull("id") && emitted.hasNonNull("time")).isTrue();
    var stored = bus.list(tenant, Optional.of("order.placed"), 10, Optional.empty()).data();
    assertThat(stored).hasSize(1);
    assertThat(stored.getFirst().event().envelope()).isEqualTo(emitted);
  }

  @Test
  void an_event_without_a_source_comes_from_its_run() {
    var run =
        drills.start(
            tenant,
            "- tell: {emit: {event: {with: {type: greeted}, note: for people}}}",
            Json.read("{\"n\":1}"));
    assertThat(output(run).path("source").asText()).isEqualTo("/api/v1/runs/" + run);
  }

  @Test
  void an_event_that_breaks_the_format_is_a_validation_error() {
    var run =
        drills.start(
            tenant,
            "- tell: {emit: {event: {with: {source: https://shop.example/a, type: t, time: '${ .when }'}}}}",
            Json.read("{\"when\":\"soon\"}"));
    var ended = drills.ended(tenant, run);
    assertThat(Objects.requireNonNull(ended.error()).path("type").asText()).endsWith("validation");
  }

  @Test
  void a_waiting_run_is_woken_by_the_event_it_listens_for_and_by_no_other() {
    var run =
        waiting("- hear: {listen: {to: {one: {with: {type: paid, data: '${ .total > 5 }'}}}}}");
    send("placed", "{\"total\":9}");
    send("paid", "{\"total\":1}");
    send("paid", "{\"total\":7}");
    assertThat(output(run)).isEqualTo(Json.read("[{\"total\":7}]"));
  }

  @Test
  void an_attribute_may_be_matched_as_a_whole_by_a_pattern() {
    var run =
        waiting(
            """
            - hear:
                listen:
                  to:
                    any: [{with: {type: 'order\\.(paid|sent)', source: 'https://shop\\.example/[a-c]'}}]
                    until: (. | length) >= 2
            """);
    send("order.paid.twice", "0");
    send("orderXpaid", "1");
    send("order.paid", "2");
    send("order.sent", "3");
    assertThat(output(run)).isEqualTo(Json.read("[2,3]"));
  }

  @Test
  void a_dot_and_what_data_make_are_no_pattern_and_a_text_equals_itself() {
    var run =
        drills.start(
            tenant,
            """
            - hear:
                listen:
                  to:
                    any:
                      - with: {type: order.paid}
                      - with: {type: '${ .type }'}
                      - with: {type: 'a(b*'}
                    until: (. | length) >= 3
            """,
            Json.read("{\"type\":\"any.*\"}"));
    drills.await(tenant, run, RunState.WAITING);
    send("orderXpaid", "0");
    send("anything", "1");
    send("any.*", "2");
    send("order.paid", "3");
    send("a(b*", "4");
    assertThat(output(run)).isEqualTo(Json.read("[2,3,4]"));
  }

  @Test
  void an_event_that_came_before_the_run_listened_counts_and_one_from_before_the_run_does_not() {
    send("paid", "{\"n\":0}");
    var run =
        drills.start(
            tenant,
            """
            - rest: {wait: {milliseconds: 1500}}
            - hear: {listen: {to: {one: {with: {type: paid}}}}}
            """);
    drills.await(tenant, run, RunState.WAITING);
    send("paid", "{\"n\":1}");
    assertThat(output(run)).isEqualTo(Json.read("[{\"n\":1}]"));
  }

  @Test
  void an_event_is_consumed_once_by_a_run() {
    var run =
        waiting(
            """
            - first: {listen: {to: {one: {with: {type: paid}}}}, export: {as: .}}
            - second: {listen: {to: {one: {with: {type: paid}}}}, output: {as: '$context + .'}}
            """);
    send("paid", "1");
    send("paid", "2");
    assertThat(output(run)).isEqualTo(Json.read("[1,2]"));
  }

  @Test
  void all_takes_one_event_for_each_filter_in_the_order_they_come() {
    var run =
        waiting(
            "- hear: {listen: {to: {all: [{with: {type: a}}, {with: {type: b}}]}, read: envelope}, output: {as: 'map(.type)'}}");
    send("b", "1");
    send("b", "2");
    send("a", "3");
    assertThat(output(run)).isEqualTo(Json.read("[\"b\",\"a\"]"));
  }

  @Test
  void events_are_correlated_by_the_first_one_where_nothing_is_expected() {
    var run =
        waiting(
            """
            - hear:
                listen:
                  to:
                    all:
                      - {with: {type: placed}, correlate: {order: {from: .data.order}}}
                      - {with: {type: paid}, correlate: {order: {from: .data.order}}}
            """);
    send("placed", "{\"order\":1}");
    send("paid", "{\"order\":2}");
    send("paid", "{\"order\":1}");
    assertThat(output(run)).isEqualTo(Json.read("[{\"order\":1},{\"order\":1}]"));
  }

  @Test
  void any_until_a_condition_gathers_what_came() {
    var run = waiting("- hear: {listen: {to: {any: [], until: '(. | length) == 3'}}}");
    send("a", "1");
    send("b", "2");
    send("c", "3");
    assertThat(output(run)).isEqualTo(Json.read("[1,2,3]"));
  }

  @Test
  void the_event_that_ends_the_listening_is_no_part_of_the_output() {
    var run =
        waiting(
            "- hear: {listen: {to: {any: [{with: {source: https://shop.example/a}}], until: {one: {with: {type: closed}}}}}}");
    send("a", "1");
    send("closed", "2");
    assertThat(output(run)).isEqualTo(Json.read("[1]"));
  }

  @Test
  void each_event_goes_through_the_tasks_of_foreach_and_is_replayed_in_order() {
    var run =
        waiting(
            """
            - hear:
                listen: {to: {any: [{with: {type: n}}], until: '(. | length) == 3'}}
                foreach:
                  item: number
                  at: i
                  do:
                    - rest: {wait: {milliseconds: 1100}}
                    - twice: {set: {n: '${ $number * 2 }', i: '${ $i }'}}
                  output: {as: '[.i, .n]'}
                  export: {as: '{sum: (($context.sum // 0) + .[1])}'}
            - show: {set: {sum: '${ $context.sum }', all: '${ . }'}}
            """);
    send("n", "1");
    send("n", "2");
    send("n", "3");
    assertThat(output(run)).isEqualTo(Json.read("{\"sum\":12,\"all\":[[0,2],[1,4],[2,6]]}"));
  }

  @Test
  void a_timeout_ends_the_listening_for_good() {
    var run =
        drills.start(
            tenant,
            """
            - attempt:
                try:
                  - hear: {listen: {to: {one: {with: {type: late}}}}, timeout: {after: {milliseconds: 300}}}
                catch:
                  errors: {with: {type: https://serverlessworkflow.io/spec/1.0.0/errors/timeout}}
                  do:
                    - rest: {wait: {milliseconds: 4000}}
                    - gone: {set: {late: true}}
            """);
    Patience.await()
        .until(
            () -> Optional.ofNullable(drills.get(tenant, run).waitingFor()),
            found -> found.isPresent() && found.get().path("reason").asText().equals("timer"));
    send("late", "1"); // the replay after the rest sees it, and must not take it
    assertThat(output(run)).isEqualTo(Json.read("{\"late\":true}"));
  }

  @Test
  void one_run_emits_what_another_listens_for() {
    var run = waiting("- hear: {listen: {to: {one: {with: {type: done}}}}}");
    drills.start(
        tenant,
        "- tell: {emit: {event: {with: {source: https://shop.example/a, type: done, data: {ok: true}}}}}");
    assertThat(output(run)).isEqualTo(Json.read("[{\"ok\":true}]"));
  }

  @Test
  void a_signal_reaches_its_run_alone() {
    var task = "- hear: {listen: {to: {one: {with: {type: go}}}}}";
    var mine = waiting(task);
    var other = waiting(task);
    runs.signal(tenant, mine, event("go", "1"));
    assertThat(output(mine)).isEqualTo(Json.read("[1]"));
    assertThat(drills.get(tenant, other).state()).isEqualTo(RunState.WAITING);
    runs.cancel(tenant, other);
    assertThat(drills.ended(tenant, other).state()).isEqualTo(RunState.CANCELLED);
  }

  @Test
  void another_tenants_event_wakes_nobody() {
    var run = waiting("- hear: {listen: {to: {one: {with: {type: paid}}}}}");
    bus.publish(drills.tenant(), List.of(event("paid", "1")));
    send("paid", "2");
    assertThat(output(run)).isEqualTo(Json.read("[2]"));
  }

  @Test
  void the_first_branch_to_hear_wins_and_the_other_listens_no_more() {
    var run =
        waiting(
            """
            - race:
                fork:
                  compete: true
                  branches:
                    - left: {listen: {to: {one: {with: {type: l}}}}}
                    - right: {listen: {to: {one: {with: {type: r}}}}}
            """);
    send("r", "2");
    assertThat(output(run)).isEqualTo(Json.read("[2]"));
  }
}
