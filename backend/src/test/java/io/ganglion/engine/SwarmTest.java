package io.ganglion.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.effect.CrashPoints;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.RunId;
import io.ganglion.testing.Customer;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Troupe;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Swarms of the laboratory's models; its journal tells who was asked. */
@QuarkusTest
@Tag("it")
class SwarmTest {
  /** The laboratory's models choose among what a prompt lists. */
  private static final String ARGUMENTS =
      "{model: '${ \"lab-small-\\(($index % 1000) + 1)\" }', seed: '${ $index }',"
          + " messages: [{role: user, content: \"Which?\\n- left\\n- right\"}]}";

  @Inject CrashPointTest.Trap trap;

  @TestHTTPResource("/")
  String url = "";

  private Customer customer;
  private Troupe troupe;

  @BeforeEach
  void signUp() {
    customer = Customer.newTenant(url.replaceAll("/$", ""));
    troupe = new Troupe(customer).with("model", "one").with("model", "two");
  }

  private String start(String with) {
    return start(ARGUMENTS, with);
  }

  private String start(String arguments, String with) {
    var document =
        """
        document: {dsl: '1.0.3', namespace: swarms, name: drill-%s, version: '1.0.0'}
        do:
          - swarm: {call: ganglion.swarm, with: {arguments: %s, %s}}
        """
            .formatted(Integer.toHexString((arguments + with).hashCode()), arguments, with);
    var workflow = customer.postYaml("/workflows", document).path("id").asText();
    var body = Json.object().put("workflow", workflow).put("agent", troupe.agent("swarming"));
    return customer.post("/runs", body).path("id").asText();
  }

  private JsonNode await(String run, String state, Duration longest) {
    return Patience.await(run + " is " + state)
        .atMost(longest)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> customer.get("/runs/" + run), it -> it.path("state").asText().equals(state));
  }

  private JsonNode output(String with) {
    return await(start(with), "SUCCEEDED", Duration.ofSeconds(30)).path("output");
  }

  private Map<String, Long> states(String run) {
    return customer.all("/runs/" + run + "/effects").stream()
        .collect(
            Collectors.groupingBy(
                effect -> effect.path("state").asText(), TreeMap::new, Collectors.counting()));
  }

  private List<JsonNode> completed(String connection) {
    var path = "/lab/journal?platform=model&account=" + troupe.account(connection);
    return customer.all(path).stream()
        .filter(entry -> entry.path("kind").asText().equals("model.completed"))
        .toList();
  }

  private void fault(String connection, String kind, int remaining, long delayMs) {
    var fault = Json.object().put("platform", "model").put("account", troupe.account(connection));
    fault.put("kind", kind).put("remaining", remaining).put("delay_ms", delayMs);
    customer.post("/lab/faults", fault);
  }

  @Test
  void members_take_the_connections_in_turn_and_their_votes_weigh_as_told() {
    var output =
        output(
            "connections: [one, two], times: 20, concurrency: 4,"
                + " reducer: {type: weighted, weights: {one: 3, two: 0.5}, by: .text, needed: 15}");
    assertThat(output.path("needed").asInt()).isEqualTo(15);
    assertThat(output.path("votes").doubleValue()).isBetween(15.0, 18.0);
    assertThat(completed("one")).hasSizeBetween(3, 10);
    assertThat(completed("two")).hasSizeBetween(3, 10);
  }

  @Test
  void lists_are_merged_in_the_members_order() {
    var output =
        output(
            "connection: one, times: 12, concurrency: 12, reducer: {type: merge, by: '[$index]'}");
    assertThat(output.path("value")).isEqualTo(Json.read("[0,1,2,3,4,5,6,7,8,9,10,11]"));
  }

  @Test
  void the_best_is_what_the_judge_likes_most() {
    var output =
        output(
            "connection: one, over: [c, a, b], reducer: {type: best, by: $item, judge: {connection:"
                + " two, arguments: {model: lab-small-1, messages: [{role: user, content: '${"
                + " $answer.text }'}]}}, score: '{a: 1, b: 3, c: 2}[$item]'}");
    assertThat(output.path("value").asText()).isEqualTo("b");
    assertThat(output.path("score").asInt()).isEqualTo(3);
    assertThat(output.path("member").asInt()).isEqualTo(2);
    assertThat(completed("one")).hasSize(3);
    assertThat(completed("two")).hasSize(3);
  }

  @Test
  void nobody_waits_for_members_whose_answer_is_not_needed_and_the_ledger_is_settled() {
    fault("two", "slow", 5, 8_000);
    var run =
        start(
            "connections: [one, two], times: 10, concurrency: 10, reducer: {type: first, count:"
                + " 5}");
    var ended = await(run, "SUCCEEDED", Duration.ofSeconds(5));
    assertThat(ended.path("output").path("value")).hasSize(5);
    assertThat(states(run)).containsOnlyKeys("LANDED", "NOT_LANDED").containsEntry("LANDED", 5L);
  }

  @Test
  void more_failures_than_are_tolerated_fail_the_swarm() {
    fault("one", "unauthorized", 3, 0);
    var run =
        start(
            "connection: one, times: 10, concurrency: 1, tolerate: 0.2, reducer: {type: merge, by:"
                + " '[1]'}");
    var error = await(run, "FAILED", Duration.ofSeconds(25)).path("error");
    assertThat(error.path("detail").asText()).contains("3 of 10 members failed, 2 are tolerated");
    assertThat(completed("one")).isEmpty();
  }

  @Test
  void tolerated_failures_are_counted() {
    fault("one", "unauthorized", 2, 0);
    var output =
        output(
            "connection: one, times: 6, concurrency: 1, tolerate: 2, reducer: {type: merge, by:"
                + " '[$index]'}");
    assertThat(output.path("failed").asInt()).isEqualTo(2);
    assertThat(output.path("value")).isEqualTo(Json.read("[2,3,4,5]"));
  }

  @Test
  void members_that_answered_before_a_crash_are_not_asked_again() {
    var document =
        """
        document: {dsl: '1.0.3', namespace: swarms, name: crash, version: '1.0.0'}
        do:
          - first: {wait: PT1.5S}
          - swarm:
              call: ganglion.swarm
              with: {arguments: %s, connection: one, times: 40, concurrency: 4, reducer: {type: merge, by: '[$index]'}}
        """
            .formatted(ARGUMENTS);
    var workflow = customer.postYaml("/workflows", document).path("id").asText();
    var body = Json.object().put("workflow", workflow).put("agent", troupe.agent("swarming"));
    var run = customer.post("/runs", body).path("id").asText();
    trap.arm(RunId.fromString(run), CrashPoints.Boundary.BEFORE_OUTCOME); // in time: it waits first
    var ended = await(run, "SUCCEEDED", Duration.ofSeconds(30));
    assertThat(trap.died(RunId.fromString(run))).isTrue();
    assertThat(ended.path("output").path("value")).hasSize(40);
    assertThat(states(run)).isEqualTo(Map.of("LANDED", 40L));
    assertThat(completed("one")).hasSize(41); // the one whose answer was lost is asked once more
  }

  @Test
  void a_thousand_members_answer_and_weigh_ten() {
    var run =
        start(
            "connection: one, times: 1000, concurrency: 1000, reducer: {type: merge, by:"
                + " '[$index]'}");
    var ended = await(run, "SUCCEEDED", Duration.ofSeconds(60));
    assertThat(ended.path("output").path("value")).hasSize(1000);
    assertThat(ended.path("depth_peak").asInt()).isEqualTo(10);
    assertThat(states(run)).isEqualTo(Map.of("LANDED", 1000L));
    assertThat(completed("one")).hasSize(1000);
  }

  @Test
  void a_quorum_of_a_thousand_ends_early_as_the_platform_itself_saw() {
    var run =
        start(
            "connection: one, times: 1000, concurrency: 50,"
                + " reducer: {type: quorum, quorum: 100, by: '\"same\"'}");
    var output = await(run, "SUCCEEDED", Duration.ofSeconds(60)).path("output");
    assertThat(output.path("value").asText()).isEqualTo("same");
    assertThat(output.path("votes").asInt()).isGreaterThanOrEqualTo(100);
    var asked = completed("one");
    assertThat(asked).as("those in flight at the quorum may answer too").hasSizeBetween(100, 150);
    assertThat(states(run).values().stream().mapToLong(Long::longValue).sum())
        .as("nobody else was even intended")
        .isLessThanOrEqualTo(150);
  }

  @Test
  @Tag("long")
  void ten_thousand_members_answer() {
    var run =
        start(
            "connection: one, times: 10000, concurrency: 1000, reducer: {type: majority, by:"
                + " .text}, tolerate: 0");
    var output = await(run, "SUCCEEDED", Duration.ofMinutes(5)).path("output");
    assertThat(output.path("votes").asInt()).isEqualTo(5001);
  }

  @Test
  void members_that_ask_for_the_time_together_are_told_the_same() {
    var arguments =
        "{model: lab-small-1, messages: [{role: user, content: '${"
            + " \"Which?\\n- left\\n- at \\(now)\" }'}]}";
    var run =
        start(
            arguments,
            "connection: one, times: 200, concurrency: 100, reducer: {type: merge, by:"
                + " '[$index]'}");
    var ended = await(run, "SUCCEEDED", Duration.ofSeconds(60));
    assertThat(ended.path("output").path("value")).hasSize(200);
  }
}
