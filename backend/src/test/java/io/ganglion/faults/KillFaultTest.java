package io.ganglion.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import io.ganglion.testing.Customer;
import io.ganglion.testing.LoopbackPlatform;
import io.ganglion.testing.Stack;
import io.ganglion.testing.Troupe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * kill -9 of a worker with runs in flight, over connectors of every retry class. The seed is
 * printed; set {@code -Dganglion.seed} to have the same kills again.
 */
@Tag("faults")
class KillFaultTest {
  private static final Set<String> SETTLED =
      Set.of("SUCCEEDED", "FAILED", "CANCELLED", "COMPENSATED", "NEEDS_ATTENTION");
  private static final int RUNS_A_KILL = 50;
  private static final int ACCOUNTS = 25;

  private static final String WORKFLOW =
      """
      document: {dsl: '1.0.3', namespace: faults, name: every-class, version: '1.0.0'}
      do:
        - read: {call: http, with: {method: get, endpoint: '${ .platform + "/get/" + .id }'}, output: {as: '${ $workflow.input }'}}
        - put: {call: http, with: {method: put, endpoint: '${ .platform + "/put/" + .id }', body: {id: '${ .id }'}}, output: {as: '${ $workflow.input }'}}
        - tweet: {call: x.createPost, with: {connection: '${ .account }', text: '${ "run " + .id }'}, output: {as: '${ $workflow.input }'}}
        - post: {call: http, with: {method: post, endpoint: '${ .platform + "/post/" + .id }', body: {id: '${ .id }'}}, output: {as: '${ $workflow.input }'}}
        - done: {set: {id: '${ .id }'}}
      """;

  @Test
  void twenty_kills_lose_and_duplicate_nothing() throws Exception {
    kill(20);
  }

  @Test
  @Tag("long")
  void two_hundred_kills_lose_and_duplicate_nothing() throws Exception {
    kill(200);
  }

  private static void kill(int kills) throws Exception {
    long seed = Long.getLong("ganglion.seed", System.nanoTime());
    System.out.printf("kill -9 × %d, seed %d%n", kills, seed);
    var random = new SplittableRandom(seed);
    int front = Stack.freePort();
    int back = Stack.freePort();
    try (var platform = new LoopbackPlatform();
        var api = BackendProcess.start("api,lab", front, front).ready()) {
      var customer = Customer.newTenant(api.url());
      var agent = agent(customer);
      var workflow = customer.postYaml("/workflows", WORKFLOW).path("id").asText();
      var runs = new LinkedHashMap<String, String>();
      var worker = BackendProcess.start("worker", back, front).ready();
      for (int k = 0; k < kills; k++) {
        for (int i = 0; i < RUNS_A_KILL; i++) {
          var id = "%d-%d".formatted(k, i);
          runs.put(
              id, start(customer, workflow, agent, id, "x" + random.nextInt(ACCOUNTS), platform));
        }
        Thread.sleep(
            random.nextLong(
                20, 900)); // when in the runs' course it strikes is the point of the test
        worker.kill();
        worker = BackendProcess.start("worker", back, front).ready();
      }
      try (var last = worker) {
        var states = settled(customer, runs);
        judge(customer, platform, states);
        resolveAll(customer, platform);
        assertThat(settledWithoutAttention(customer, runs)).containsOnly("SUCCEEDED");
      }
    }
  }

  private static String agent(Customer customer) {
    var troupe = new Troupe(customer);
    for (int i = 0; i < ACCOUNTS; i++) {
      troupe.with("x", "x" + i);
    }
    return troupe.agent("faulty");
  }

  private static String start(
      Customer customer,
      String workflow,
      String agent,
      String id,
      String account,
      LoopbackPlatform platform) {
    var body = Json.object().put("workflow", workflow).put("agent", agent);
    body.set(
        "input",
        Json.object().put("id", id).put("account", account).put("platform", platform.url("")));
    return customer.post("/runs", body).path("id").asText();
  }

  private static Map<String, String> settled(Customer customer, Map<String, String> runs) {
    var states = new LinkedHashMap<String, String>();
    Awaitility.await("every run has ended or needs a person")
        .atMost(Duration.ofMinutes(4).plusSeconds(runs.size() / 10))
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              runs.forEach(
                  (id, run) -> {
                    if (!states.containsKey(id)) {
                      var state = customer.get("/runs/" + run).path("state").asText();
                      if (SETTLED.contains(state)) {
                        states.put(id, state);
                      }
                    }
                  });
              return states.size() == runs.size();
            });
    System.out.println("runs: " + tally(states));
    return states;
  }

  private static Map<String, Long> tally(Map<String, String> states) {
    return states.values().stream()
        .collect(Collectors.groupingBy(state -> state, Collectors.counting()));
  }

  /** From the platforms' journals alone. */
  private static void judge(
      Customer customer, LoopbackPlatform platform, Map<String, String> states) {
    var posts = new ArrayList<String>();
    for (JsonNode entry : customer.all("/lab/journal?platform=x")) {
      if (entry.path("kind").asText().equals("post.created")) {
        posts.add(entry.path("payload").path("text").asText());
      }
    }
    assertThat(posts).as("reconcilable: exactly once").doesNotHaveDuplicates();
    states.forEach(
        (id, state) -> {
          assertThat(posts).as("reconcilable: nothing lost").contains("run " + id);
          assertThat(platform.effects("/put/" + id))
              .as("idempotent, run " + id)
              .isGreaterThanOrEqualTo(1);
          long blind = platform.effects("/post/" + id);
          assertThat(blind).as("blind: at most once, run " + id).isLessThanOrEqualTo(1);
          if (state.equals("SUCCEEDED")) {
            assertThat(blind).as("blind: confirmed is there, run " + id).isEqualTo(1);
          } else {
            assertThat(state).as("run " + id).isEqualTo("NEEDS_ATTENTION");
          }
        });
  }

  private static void resolveAll(Customer customer, LoopbackPlatform platform) {
    List<JsonNode> unknown = customer.all("/effects?state=UNKNOWN");
    for (var effect : unknown) {
      assertThat(effect.path("retry_class").asText())
          .as("only a blind effect may be in doubt")
          .isEqualTo("blind");
      var path =
          effect.path("arguments").path("endpoint").asText().substring(platform.url("").length());
      boolean landed = platform.effects(path) == 1;
      var verdict = Json.object().put("outcome", landed ? "landed" : "not_landed");
      if (landed) {
        verdict.put("reference", path);
      }
      customer.post("/effects/" + effect.path("id").asText() + "/resolve", verdict);
    }
    System.out.printf("in doubt and resolved by hand: %d%n", unknown.size());
  }

  /**
   * A run whose blind effect did not land fails with its error: that is an end too, but not of
   * these.
   */
  private static Set<String> settledWithoutAttention(Customer customer, Map<String, String> runs) {
    var ends = new java.util.HashSet<String>();
    Awaitility.await("every run has ended")
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              ends.clear();
              runs.values()
                  .forEach(run -> ends.add(customer.get("/runs/" + run).path("state").asText()));
              return !ends.contains("NEEDS_ATTENTION")
                  && !ends.contains("RUNNING")
                  && !ends.contains("QUEUED");
            });
    ends.remove("FAILED");
    return ends;
  }
}
