package io.ganglion.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import io.ganglion.kernel.Json;
import io.ganglion.testing.Customer;
import io.ganglion.testing.LoopbackPlatform;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Troupe;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs that write one agent's state at once. */
@QuarkusTest
@Tag("it")
class StateConflictTest {
  private static final Set<String> ENDED = Set.of("SUCCEEDED", "FAILED", "COMPENSATED");
  private static final AtomicInteger NUMBER = new AtomicInteger();

  @TestHTTPResource("/")
  String url = "";

  private Customer customer;
  private String agent = "";

  @BeforeEach
  void signUp() {
    customer = Customer.newTenant(url.replaceAll("/$", ""));
    agent = new Troupe(customer).agent("keeper");
  }

  private String workflow(String tasks) {
    var document =
        "document: {dsl: '1.0.3', namespace: state, name: w-%d, version: '1.0.0'}%ndo:%n%s"
            .formatted(NUMBER.incrementAndGet(), tasks);
    return customer.postYaml("/workflows", document).path("id").asText();
  }

  private String start(String workflow) {
    var body = Json.object().put("workflow", workflow).put("agent", agent);
    return customer.post("/runs", body).path("id").asText();
  }

  private JsonNode await(String run, Set<String> states) {
    return Patience.await(run + " in " + states)
        .pollInterval(Duration.ofMillis(30))
        .until(
            () -> customer.get("/runs/" + run), it -> states.contains(it.path("state").asText()));
  }

  private JsonNode ended(String tasks) {
    return await(start(workflow(tasks)), ENDED);
  }

  private List<JsonNode> fifty(String tasks) {
    var workflow = workflow(tasks);
    var runs = new ArrayList<String>();
    for (int i = 0; i < 50; i++) {
      runs.add(start(workflow));
    }
    return runs.stream().map(run -> await(run, ENDED)).toList();
  }

  private static boolean succeeded(JsonNode run) {
    return run.path("state").asText().equals("SUCCEEDED");
  }

  private JsonNode entry(String key) {
    return customer.get("/agents/" + agent + "/state/" + key);
  }

  private void put(String key, int value) {
    customer.put("/agents/" + agent + "/state/" + key, IntNode.valueOf(value));
  }

  /** Every success counts once, every other run says why it didn't. */
  private void exact(List<JsonNode> runs) {
    long done = runs.stream().filter(StateConflictTest::succeeded).count();
    assertThat(done).isPositive();
    assertThat(entry("count").path("value").asLong()).isEqualTo(done);
    assertThat(entry("count").path("version").asLong()).isEqualTo(done);
    assertThat(runs)
        .filteredOn(run -> !succeeded(run))
        .allSatisfy(
            run -> {
              assertThat(run.at("/error/title").asText()).isEqualTo("state_conflict");
              assertThat(run.at("/error/status").asInt()).isEqualTo(409);
              assertThat(run.at("/error/detail").asText()).contains("count");
            });
  }

  @Test
  void fifty_runs_that_count_at_once_lose_nothing_and_repeat_no_effect() throws IOException {
    try (var platform = new LoopbackPlatform()) {
      var runs =
          fifty(
              """
                - tell: {call: http, with: {method: post, endpoint: '%s', body: {a: 1}}}
                - count: {call: ganglion.state, with: {set: {count: '${ ($state.count // 0) + 1 }'}}}
              """
                  .formatted(platform.url("/told")));
      exact(runs);
      assertThat(platform.effects("/told")).isEqualTo(50);
    }
  }

  @Test
  void a_value_read_before_is_written_once_and_a_retry_reads_it_anew() {
    exact(
        fifty(
            """
              - again:
                  try:
                    - read: {call: ganglion.state, with: {get: count}}
                    - write: {call: ganglion.state, with: {set: {count: '${ (.value // 0) + 1 }'}}}
                  catch:
                    errors: {with: {title: state_conflict}}
                    retry: {delay: PT0.02S, jitter: {from: PT0S, to: PT0.1S}, limit: {attempt: {count: 20}}}
            """));
  }

  @Test
  void what_somebody_else_wrote_meanwhile_is_not_overwritten() {
    var run =
        start(
            workflow(
                """
                  - read: {call: ganglion.state, with: {get: plan}}
                  - rest: {listen: {to: {one: {with: {type: rested}}}}}
                  - write: {call: ganglion.state, with: {set: {plan: 2}}}
                """));
    await(run, Set.of("WAITING"));
    put("plan", 7);
    customer.tell("rested");
    assertThat(await(run, ENDED).at("/error/title").asText()).isEqualTo("state_conflict");
    assertThat(entry("plan").path("value").asInt()).isEqualTo(7);
  }

  @Test
  void a_run_goes_on_from_its_own_writes_after_a_replay_too() {
    put("plan", 1);
    var run =
        ended(
            """
              - read: {call: ganglion.state, with: {get: plan}}
              - one: {call: ganglion.state, with: {set: {plan: 2}}}
              - two: {call: ganglion.state, with: {set: {plan: '${ $state.plan + 1 }'}}}
              - rest: {wait: PT1.5S}
              - three: {call: ganglion.state, with: {set: {plan: 4}}}
            """);
    assertThat(run.path("state").asText()).isEqualTo("SUCCEEDED");
    assertThat(entry("plan").path("version").asInt()).isEqualTo(4);
  }

  @Test
  void two_branches_of_one_run_are_as_strangers() {
    var branch =
        """
                    - %s:
                        do:
                          - read: {call: ganglion.state, with: {get: plan}}
                          - rest: {wait: PT0.3S}
                          - write: {call: ganglion.state, with: {set: {plan: '${ (.value // 0) + 1 }'}}}
        """;
    var run =
        ended(
            "  - both:\n      fork:\n        branches:\n"
                + branch.formatted("a")
                + branch.formatted("b"));
    assertThat(run.at("/error/title").asText()).isEqualTo("state_conflict");
    assertThat(entry("plan").path("value").asInt()).isEqualTo(1);
  }

  @Test
  void compensation_puts_back_what_the_run_wrote_unless_somebody_wrote_it_since() {
    put("mine", 1);
    put("theirs", 1);
    var run =
        start(
            workflow(
                """
                  - write:
                      call: ganglion.state
                      with: {set: {mine: 2, theirs: 2, fresh: 2}}
                      metadata: {ganglion: {compensate: auto}}
                  - more: {call: ganglion.state, with: {set: {mine: 3}}}
                  - rest: {listen: {to: {one: {with: {type: rested}}}}}
                  - fail: {raise: {error: {type: 'https://example.org/no', status: 500}}}
                """));
    await(run, Set.of("WAITING"));
    put("theirs", 9);
    customer.tell("rested");
    assertThat(await(run, ENDED).path("state").asText()).isEqualTo("COMPENSATED");
    assertThat(entry("mine").path("value").asInt()).isEqualTo(1);
    assertThat(entry("theirs").path("value").asInt()).isEqualTo(9);
    assertThat(customer.all("/agents/" + agent + "/state"))
        .extracting(entry -> entry.path("key").asText())
        .containsExactly("mine", "theirs");
    var receipt = customer.get("/runs/" + run + "/receipt");
    assertThat(receipt.path("state_restored"))
        .extracting(one -> one.path("key").asText())
        .containsExactly("fresh", "mine");
    assertThat(Json.write(receipt.path("state_kept")))
        .isEqualTo("[{\"key\":\"theirs\",\"version\":3}]");
  }

  @Test
  void state_is_seen_only_where_it_is_written_and_holds_no_nul() {
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> workflow("  - no: {set: {a: '${ $state.a }'}}"))
        .hasMessageContaining("$state can be used only in 'set' of a call of ganglion.state");
    var run = ended("  - nul: {call: ganglion.state, with: {set: {a: '${ [0] | implode }'}}}");
    assertThat(run.at("/error/detail").asText()).contains("NUL");
  }
}
