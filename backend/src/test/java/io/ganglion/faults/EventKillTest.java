package io.ganglion.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import io.ganglion.testing.Customer;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * kill -9 of a worker while runs emit, listen, start runs, and a schedule starts some: each of it
 * happens once.
 */
@Tag("faults")
@ExtendWith(NoneLeft.class)
@Tag("long")
class EventKillTest {
  private static final int KILLS = 10;
  private static final int RUNS_A_KILL = 20;

  private static final String CHILD =
      """
      document: {dsl: '1.0.3', namespace: faults, name: child, version: '1.0.0'}
      do:
        - rest: {wait: {milliseconds: 1100}}
        - keep: {set: {id: '${ $workflow.input.id }'}}
      """;
  private static final String PARENT =
      """
      document: {dsl: '1.0.3', namespace: faults, name: parent, version: '1.0.0'}
      do:
        - tell: {emit: {event: {with: {source: 'https://faults.example/a', type: told, data: {id: '${ .id }'}}}}}
        - hear:
            listen:
              to: {one: {with: {type: told}, correlate: {id: {from: .data.id, expect: '${ $workflow.input.id }'}}}}
        - sub: {run: {workflow: {namespace: faults, name: child, version: latest, input: {id: '${ .[0].id }'}}}}
      """;
  private static final String TICK =
      """
      document: {dsl: '1.0.3', namespace: faults, name: tick, version: '1.0.0'}
      schedule: {every: PT1S}
      do:
        - keep: {set: {ticked: true}}
      """;

  @Test
  void ten_kills_lose_and_duplicate_no_event_no_child_and_no_scheduled_run() throws Exception {
    var random = Seed.random("kill -9 × " + KILLS);
    int front = Stack.freePort();
    int back = Stack.freePort();
    try (var api = BackendProcess.start("api", front, front).ready()) {
      var customer = Customer.newTenant(api.url());
      customer.postYaml("/workflows", CHILD);
      var parent = customer.postYaml("/workflows", PARENT).path("id").asText();
      var tick = customer.postYaml("/workflows", TICK).path("id").asText();
      var runs = new ArrayList<String>();
      var worker = BackendProcess.start("worker", back, front).ready();
      for (int k = 0; k < KILLS; k++) {
        for (int i = 0; i < RUNS_A_KILL; i++) {
          runs.add(start(customer, parent, k + "-" + i));
        }
        Thread.sleep(random.nextLong(50, 2500)); // when it strikes is the point of the test
        worker.kill();
        worker = BackendProcess.start("worker", back, front).ready();
      }
      try (var last = worker) {
        settle(customer, runs);
        judge(customer, runs, tick);
      }
    }
  }

  private static String start(Customer customer, String workflow, String id) {
    var body = Json.object().put("workflow", workflow);
    body.set("input", Json.object().put("id", id));
    return customer.post("/runs", body).path("id").asText();
  }

  private static void settle(Customer customer, List<String> runs) {
    Patience.await("every run has ended")
        .atMost(Duration.ofMinutes(4))
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () ->
                runs.stream()
                    .allMatch(
                        run ->
                            customer
                                .get("/runs/" + run)
                                .path("state")
                                .asText()
                                .equals("SUCCEEDED")));
  }

  private static void judge(Customer customer, List<String> runs, String tick) {
    assertThat(customer.all("/events?type=told")).hasSize(runs.size());
    customer.post("/workflows/" + tick + "/schedule/pause", Json.object());
    var all = customer.all("/runs");
    for (var run : runs) {
      assertThat(all.stream().filter(one -> one.path("parent").asText().equals(run))).hasSize(1);
      var told = customer.get("/runs/" + run);
      assertThat(told.at("/output/id")).isEqualTo(told.at("/input/id"));
    }
    var schedule = customer.get("/workflows/" + tick + "/schedule");
    assertThat(ofWorkflow(all, tick)).isEqualTo(schedule.path("started").asLong());
  }

  private static long ofWorkflow(List<JsonNode> runs, String workflow) {
    return runs.stream().filter(run -> run.path("workflow").asText().equals(workflow)).count();
  }
}
