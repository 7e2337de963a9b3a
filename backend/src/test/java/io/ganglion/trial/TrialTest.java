package io.ganglion.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.testing.Customer;
import io.ganglion.testing.Patience;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Trials from the request to the score; judged, as they are, by the platforms' journals. */
@QuarkusTest
@Tag("it")
class TrialTest {
  private static final Set<String> OVER = Set.of("judged", "failed");

  /** Posts, and should no answer come looks in the channel and posts again. */
  private static final String NAIVE =
      """
      document: {dsl: '1.0.3', namespace: mine, name: naive, version: '1.0.0'}
      do:
        - channels:
            call: slack.conversations
            with: {connection: slack}
            output: {as: '${ $input + {channel: (.conversations[] | select(.name == "launch") | .id)} }'}
        - post:
            call: slack.postMessage
            with: {connection: slack, channel: '${ .channel }', text: '${ .text }'}
            output: {as: '${ $input }'}
        - look:
            call: slack.history
            with: {connection: slack, channel: '${ .channel }'}
            output: {as: '${ $input + {there: ([.messages[] | select(.text == $input.text)] | length > 0)} }'}
        - sure:
            switch:
              - there: {when: .there, then: end}
        - again: {call: slack.postMessage, with: {connection: slack, channel: '${ .channel }', text: '${ .text }'}}
      """;

  @TestHTTPResource("/")
  String url = "";

  private Customer customer;

  @BeforeEach
  void signUp() {
    customer = Customer.newTenant(url.replaceAll("/$", ""));
  }

  private ObjectNode body(String scenario, int seed, int seeds) {
    return Json.object().put("scenario", scenario).put("seed", seed).put("seeds", seeds);
  }

  private List<JsonNode> started(ObjectNode body) {
    var trials = new ArrayList<JsonNode>();
    customer.post("/lab/trials", body).path("data").forEach(trials::add);
    return trials;
  }

  private JsonNode over(JsonNode trial) {
    return Patience.await(trial.path("scenario").asText() + " is judged")
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> customer.get("/lab/trials/" + trial.path("id").asText()),
            now -> OVER.contains(now.path("state").asText()));
  }

  private JsonNode ended(JsonNode contest) {
    return Patience.await("the contest has ended")
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> customer.get("/lab/contests/" + contest.path("id").asText()),
            now -> now.path("state").asText().equals("ended"));
  }

  private static double score(JsonNode trial) {
    assertThat(trial.path("state").asText()).as("%s", trial).isEqualTo("judged");
    return trial.path("score").asDouble();
  }

  @Test
  void one_post_is_worth_its_depth_and_leaves_nothing_behind() {
    var trial = over(started(body("one-post", 1, 1)).getFirst());
    assertThat(score(trial)).as("%s", trial).isEqualTo(1.0);
    assertThat(trial.at("/result/journal/x post.created").asInt()).isEqualTo(1);
    var run = trial.path("run").asText();
    var receipt = customer.get("/runs/" + run + "/receipt");
    assertThat(receipt.path("coherent").asBoolean()).isTrue();
    assertThat(receipt.at("/charge/billable_depth_ms").asLong()).isZero();
    assertThat(customer.all("/connections")).isEmpty();
    assertThat(customer.all("/agents")).isEmpty();
    assertThat(customer.all("/lab/accounts")).isEmpty();
    assertThat(customer.get("/lab/faults").path("data")).isEmpty();
  }

  @Test
  void every_scenario_is_solved_by_its_reference_and_twice_to_the_same_digit() {
    var first = new TreeMap<String, List<JsonNode>>();
    var again = new TreeMap<String, List<JsonNode>>();
    for (var scenario : customer.get("/lab/scenarios").path("data")) {
      var name = scenario.path("name").asText();
      first.put(name, started(body(name, 1, 2)));
      again.put(name, started(body(name, 1, 2)));
    }
    for (var name : first.keySet()) {
      double best = 0;
      for (int i = 0; i < 2; i++) {
        var one = over(first.get(name).get(i));
        var other = over(java.util.Objects.requireNonNull(again.get(name)).get(i));
        System.out.printf("%-16s seed %d: %s%n", name, i + 1, one.path("score"));
        assertThat(score(other)).as("%s%n%s", one, other).isEqualTo(score(one));
        assertThat(other.at("/result/facts")).isEqualTo(one.at("/result/facts"));
        assertThat(other.at("/result/journal")).isEqualTo(one.at("/result/journal"));
        best = Math.max(best, score(one));
      }
      assertThat(best).as(name).isPositive();
    }
  }

  @Test
  void who_posts_again_because_the_search_lags_is_measured_worse_and_stopped_by_a_gate() {
    customer.postYaml("/workflows", NAIVE);
    var gate = body("slow-search", 1, 3).put("candidate", "mine/naive");
    var ended = ended(customer.post("/lab/gate", gate));
    assertThat(ended.path("passed").asBoolean()).as("%s", ended).isFalse();
    assertThat(ended.at("/standings/0/name").asText()).isEqualTo("baseline");
    assertThat(ended.at("/standings/0/mean").asDouble()).isEqualTo(1.0);
    assertThat(ended.at("/standings/1/mean").asDouble()).isZero();
    var trials = customer.all("/lab/trials?contest=" + ended.path("id").asText());
    assertThat(trials).hasSize(6);
    assertThat(trials)
        .filteredOn(trial -> trial.path("entrant").asText().equals("candidate"))
        .allSatisfy(trial -> assertThat(trial.at("/result/facts/duplicates").asInt()).isEqualTo(1));
    var same = body("slow-search", 1, 2).put("candidate", "laboratory/slow-search");
    assertThat(ended(customer.post("/lab/gate", same)).path("passed").asBoolean()).isTrue();
  }

  @Test
  void a_workflow_s_own_names_stand_for_parts_of_the_world() {
    var text =
        """
        document: {dsl: '1.0.3', namespace: mine, name: real, version: '1.0.0'}
        do: [{post: {call: x.createPost, with: {connection: main, text: '${ .text }'}}}]
        """;
    customer.postYaml("/workflows", text);
    var refused = body("one-post", 1, 1).put("workflow", "mine/real");
    assertThatThrownBy(() -> customer.post("/lab/trials", refused))
        .hasMessageContaining("real_connection")
        .hasMessageContaining("main");
    refused.putObject("connections").put("main", "x");
    assertThat(score(over(started(refused).getFirst()))).isEqualTo(1.0);
  }

  @Test
  void what_an_expression_names_is_of_the_world_too_and_nothing_leads_outside() {
    var account = customer.post("/lab/accounts", Json.object().put("platform", "x"));
    var real = (ObjectNode) account.path("connection").deepCopy();
    customer.post("/connections", real.put("name", "main"));
    int n = 0;
    for (var task :
        List.of(
            "{call: x.createPost, with: {connection: '${ \"main\" }', text: hi}}",
            "{call: http, with: {method: get, endpoint: 'http://127.0.0.1:1/'}}",
            "{emit: {event: {with: {source: 'https://a.example', type: go}}}}")) {
      var name = "outside-" + n++;
      customer.postYaml(
          "/workflows",
          """
          document: {dsl: '1.0.3', namespace: mine, name: %s, version: '1.0.0'}
          do: [{a: %s}]
          """
              .formatted(name, task));
      var trial = over(started(body("one-post", 1, 1).put("workflow", "mine/" + name)).getFirst());
      assertThat(score(trial)).as("%s", trial).isZero();
      assertThat(trial.at("/result/runs/0/state").asText()).isEqualTo("FAILED");
      var error = customer.get("/runs/" + trial.path("run").asText()).path("error");
      assertThat(error.path("type").asText()).as("%s", error).endsWith("authorization");
    }
    assertThat(customer.all("/lab/journal?account=" + account.path("account").asText())).isEmpty();
  }

  @Test
  void an_agent_outside_earns_by_its_session() {
    var trial = started(body("one-post", 4, 1).put("external", true)).getFirst();
    var open =
        Patience.await("its world is open")
            .until(
                () -> customer.get("/lab/trials/" + trial.path("id").asText()),
                now -> now.path("state").asText().equals("running"));
    var agent = open.path("agent").asText();
    var session =
        customer
            .post("/runs", Json.object().put("session", true).put("agent", agent))
            .path("id")
            .asText();
    var step = Json.object().put("connection", "x").put("action", "x.createPost");
    step.set("input", Json.object().put("text", "something else"));
    customer.put("/runs/" + session + "/steps/post", step);
    customer.post("/runs/" + session + "/complete", Json.object());
    var judged = over(open);
    assertThat(score(judged)).as("the text is another").isZero();
    assertThat(judged.at("/result/facts/coherent").asBoolean()).isTrue();
    assertThat(judged.at("/result/facts/losses").asInt()).isEqualTo(1);
    assertThat(score(over(told("one-post", 4)))).as("the text that was asked for").isEqualTo(1.0);
    var idle = started(body("one-post", 4, 1).put("external", true)).getFirst();
    customer.post("/lab/trials/" + idle.path("id").asText() + "/finish", Json.object());
    assertThat(over(idle).at("/result/facts/coherent").asBoolean()).isFalse();
  }

  /** An agent outside that does what the trial says. */
  private JsonNode told(String scenario, int seed) {
    var trial = started(body(scenario, seed, 1).put("external", true)).getFirst();
    var open =
        Patience.await("its world is open")
            .until(
                () -> customer.get("/lab/trials/" + trial.path("id").asText()),
                now -> now.path("state").asText().equals("running"));
    var body = Json.object().put("session", true).put("agent", open.path("agent").asText());
    var session = customer.post("/runs", body).path("id").asText();
    var step = Json.object().put("connection", "x").put("action", "x.createPost");
    step.set("input", Json.object().put("text", open.at("/input/text").asText()));
    customer.put("/runs/" + session + "/steps/post?wait=30s", step);
    customer.post("/runs/" + session + "/complete", Json.object());
    return open;
  }

  @Test
  void an_evolution_finds_the_swarm_that_pays_and_keeps_it_when_asked() {
    var trial = started(body("weak-quorum", 1, 1)).getFirst(); // stores the reference
    var evolution = body("weak-quorum", 1, 8).put("workflow", "laboratory/weak-quorum");
    var ended = ended(customer.post("/lab/evolutions", evolution));
    assertThat(ended.path("entrants")).hasSize(4);
    assertThat(ended.at("/standings/0/mean").asDouble())
        .isGreaterThan(ended.at("/standings/3/mean").asDouble());
    var winner = ended.path("winner").asText();
    assertThat(winner).isNotEmpty();
    var keep = Json.object().put("version", "9.0.0");
    var path = "/lab/contests/" + ended.path("id").asText() + "/keep";
    if (winner.equals("as it is")) {
      assertThatThrownBy(() -> customer.post(path, keep)).hasMessageContaining("no_winner");
    } else {
      var kept = customer.post(path, keep);
      assertThat(kept.path("name").asText()).isEqualTo("weak-quorum");
      assertThat(kept.path("version").asText()).isEqualTo("9.0.0");
    }
    over(trial);
    var board = customer.get("/lab/scenarios/weak-quorum/leaderboard").path("data");
    assertThat(board.size()).isGreaterThanOrEqualTo(4);
    assertThat(board.get(0).path("mean").asDouble())
        .isGreaterThanOrEqualTo(board.get(1).path("mean").asDouble());
  }

  @Test
  void a_tournament_ranks_workflows_on_the_same_seeds() {
    customer.postYaml("/workflows", NAIVE);
    var body = body("slow-search", 5, 2);
    body.putArray("workflows").add("").add("mine/naive");
    var ended = ended(customer.post("/lab/tournaments", body));
    assertThat(ended.path("winner").asText()).isEqualTo("reference");
    assertThat(ended.at("/standings/0/judged").asInt()).isEqualTo(2);
    assertThat(ended.at("/standings/0/low").asDouble()).isEqualTo(1.0);
  }

  @Test
  void what_is_out_of_bounds_is_refused_with_a_pointer() {
    var bad =
        List.of(
            body("nowhere", 1, 1),
            body("one-post", -1, 1),
            body("one-post", 1, 0),
            body("one-post", 1, 1_001),
            body("one-post", 1, 1).put("workflow", "no/where"),
            body("one-post", 1, 1).put("workflow", "../../etc").put("external", true),
            body("one-post", 1, 1).put("agent", "agt_01h2xcejqtf2nbrexx3vqjhp41"),
            Json.object().put("seed", 1));
    for (var body : bad) {
      assertThatThrownBy(() -> customer.post("/lab/trials", body))
          .as("%s", body)
          .hasMessageMatching("(?s).*: (400|404) .*");
    }
    var names = body("one-post", 1, 1);
    names.putObject("connections").put("UPPER CASE", "x");
    assertThatThrownBy(() -> customer.post("/lab/trials", names)).hasMessageContaining("400");
    var part = body("one-post", 1, 1);
    part.putObject("connections").put("main", "binance");
    assertThatThrownBy(() -> customer.post("/lab/trials", part)).hasMessageContaining("400");
    var margin = body("one-post", 1, 2).put("candidate", "a/b").put("margin", -1);
    assertThatThrownBy(() -> customer.post("/lab/gate", margin)).hasMessageContaining("/margin");
    var knobless = body("one-post", 1, 2).put("workflow", "laboratory/one-post");
    over(started(body("one-post", 1, 1)).getFirst());
    assertThatThrownBy(() -> customer.post("/lab/evolutions", knobless))
        .hasMessageContaining("no_knobs");
    assertThat(customer.all("/lab/trials")).hasSize(1);
  }
}
