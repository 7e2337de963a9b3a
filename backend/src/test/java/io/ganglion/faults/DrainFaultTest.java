package io.ganglion.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.kernel.Json;
import io.ganglion.testing.Customer;
import io.ganglion.testing.LoopbackPlatform;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Stack;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Workers are replaced in good order (SIGTERM), as in an upgrade, while blind acts are under way.
 */
@Tag("faults")
@ExtendWith(NoneLeft.class)
class DrainFaultTest {
  private static final int UPGRADES = 3;
  private static final int RUNS_AN_UPGRADE = 30;
  private static final int POSTS = 4;

  /** How long the platform takes to answer: what a worker that stops has to wait for. */
  private static final Duration ANSWER = Duration.ofMillis(400);

  private static final String WORKFLOW =
      """
      document: {dsl: '1.0.3', namespace: faults, name: posts, version: '1.0.0'}
      do:
        - four:
            for: {each: n, in: '${ [range(4)] }'}
            do:
              - post: {call: http, with: {method: post, endpoint: '${ $workflow.input.url + "/" + ($n | tostring) }', body: {}}}
      """;

  @Test
  void an_upgrade_leaves_no_blind_act_in_doubt() throws Exception {
    var random = Seed.random("SIGTERM × " + UPGRADES);
    int front = Stack.freePort();
    try (var platform = new LoopbackPlatform();
        var api = BackendProcess.start("api", front, front).ready()) {
      platform.answers(
          entry -> {
            LockSupport.parkNanos(ANSWER.toNanos());
            return "{}";
          });
      var customer = Customer.newTenant(api.url());
      var workflow = customer.postYaml("/workflows", WORKFLOW).path("id").asText();
      var runs = new LinkedHashMap<String, String>();
      var old = BackendProcess.start("worker", Stack.freePort(), front).ready();
      for (int u = 0; u < UPGRADES; u++) {
        for (int i = 0; i < RUNS_AN_UPGRADE; i++) {
          var path = "/%d-%d".formatted(u, i);
          runs.put(path, start(customer, workflow, platform.url(path)));
        }
        var next = BackendProcess.start("worker", Stack.freePort(), front).ready();
        Thread.sleep(random.nextLong(0, 500)); // when in the runs' course it strikes is the point
        old.terminate();
        old = next;
      }
      try (var last = old) {
        judge(customer, runs, platform);
      }
    }
  }

  private static String start(Customer customer, String workflow, String url) {
    var body = Json.object().put("workflow", workflow);
    body.set("input", Json.object().put("url", url));
    return customer.post("/runs", body).path("id").asText();
  }

  private static void judge(
      Customer customer, Map<String, String> runs, LoopbackPlatform platform) {
    runs.forEach(
        (path, run) -> {
          Patience.await("run " + run)
              .atMost(Duration.ofMinutes(1))
              .until(() -> customer.get("/runs/" + run).path("state").asText().equals("SUCCEEDED"));
          for (int n = 0; n < POSTS; n++) {
            assertThat(platform.effects(path + "/" + n)).as("%s/%d", path, n).isEqualTo(1);
          }
        });
  }
}
