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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Models that choose what to do. The laboratory's models do to the letter what the goal tells them,
 * however foolish; the platforms' journals tell what came of it.
 */
@QuarkusTest
@Tag("it")
class ReasonTest {
  @Inject CrashPointTest.Trap trap;

  @TestHTTPResource("/")
  String url = "";

  private Customer customer;
  private Troupe troupe;

  @BeforeEach
  void signUp() {
    customer = Customer.newTenant(url.replaceAll("/$", ""));
    troupe = new Troupe(customer).with("model", "brain").with("x", "main").with("evm", "treasury");
  }

  private String start(String agent, String goal, String more) {
    var document =
        """
        document: {dsl: '1.0.3', namespace: reasons, name: drill-%s, version: '1.0.0'}
        do:
          - nap: {wait: PT1.2S}
          - think:
              call: ganglion.reason
              with: {connection: brain, model: lab-small-1, goal: '${ $workflow.input.goal }'%s}
        """
            .formatted(Integer.toHexString(more.hashCode()), more);
    var workflow = customer.postYaml("/workflows", document).path("id").asText();
    var body = Json.object().put("workflow", workflow).put("agent", agent);
    body.putObject("input").put("goal", goal);
    return customer.post("/runs", body).path("id").asText();
  }

  private JsonNode await(String run, String state) {
    return Patience.await(run + " is " + state)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> customer.get("/runs/" + run), it -> it.path("state").asText().equals(state));
  }

  private List<JsonNode> happened(String platform, String connection, String kind) {
    var path = "/lab/journal?platform=%s&account=%s";
    return customer.all(path.formatted(platform, troupe.account(connection))).stream()
        .filter(entry -> entry.path("kind").asText().equals(kind))
        .toList();
  }

  private List<String> posts() {
    return happened("x", "main", "post.created").stream()
        .map(entry -> entry.path("payload").path("text").asText())
        .toList();
  }

  /** What the model was told of its calls, in the last question it was asked. */
  private List<String> told(String run) {
    var last =
        customer.all("/runs/" + run + "/effects").stream()
            .filter(effect -> effect.path("action").asText().equals("chat"))
            .toList()
            .getLast();
    return last.path("arguments")
        .path("messages")
        .valueStream()
        .filter(message -> message.path("role").asText().equals("tool"))
        .map(message -> message.path("content").asText())
        .toList();
  }

  @Test
  void the_model_acts_until_it_has_an_answer_and_each_part_is_on_record() {
    var goal =
        """
        Tell the world.

        call main_createPost {"text": "hello"}

        call main_me
        call main_recentPosts {"limit": 5}

        answer done
        """;
    var price = ", price: {currency: USD, input_minor: 100000, output_minor: 100000}";
    var run = start(troupe.agent("thinker"), goal, price);
    var output = await(run, "SUCCEEDED").path("output");
    assertThat(output.path("answer").asText()).isEqualTo("done");
    assertThat(output.path("steps").asInt()).isEqualTo(3);
    assertThat(output.path("acts").path(0).path("function").asText()).isEqualTo("x.createPost");
    assertThat(output.path("acts").path(0).path("done").asBoolean()).isTrue();
    assertThat(output.path("acts")).hasSize(3);
    assertThat(output.path("cost").path("amount_minor").asLong()).isPositive();
    assertThat(posts()).containsExactly("hello");
    assertThat(customer.all("/runs/" + run + "/steps"))
        .extracting(step -> step.path("position").asText())
        .contains(
            "/do/1/think/think/tools",
            "/do/1/think/think/turn[0]/choose",
            "/do/1/think/think/turn[0]/act[0]",
            "/do/1/think/think/turn[1]/act[1]",
            "/do/1/think/think/turn[2]/choose");
  }

  @Test
  void a_model_of_anthropic_thinks_and_votes_as_any_other() {
    troupe.with("anthropic", "claude");
    var document =
        """
        document: {dsl: '1.0.3', namespace: reasons, name: claude, version: '1.0.0'}
        do:
          - think:
              call: ganglion.reason
              with: {connection: claude, model: claude-lab-1, goal: '${ $workflow.input.goal }'}
              export: {as: '{answer: .answer}'}
          - vote:
              call: ganglion.swarm
              with:
                connection: claude
                action: anthropic.chat
                times: 5
                arguments: {model: claude-lab-2, messages: [{role: user, content: 'Tea or coffee?'}]}
                reducer: {type: majority, by: .text}
              output: {as: '{answer: $context.answer, votes: .votes}'}
        """;
    var workflow = customer.postYaml("/workflows", document).path("id").asText();
    var body = Json.object().put("workflow", workflow).put("agent", troupe.agent("thinker"));
    body.putObject("input")
        .put("goal", "call main_createPost {\"text\": \"by claude\"}\n\nanswer done");
    var run = customer.post("/runs", body).path("id").asText();
    var output = await(run, "SUCCEEDED").path("output");
    assertThat(output.path("answer").asText()).isEqualTo("done");
    assertThat(output.path("votes").asInt()).isGreaterThanOrEqualTo(3);
    assertThat(posts()).containsExactly("by claude");
    assertThat(happened("anthropic", "claude", "message.created")).hasSizeGreaterThanOrEqualTo(5);
  }

  @Test
  void what_a_model_gets_wrong_is_told_to_it_and_nothing_else_happens() {
    var goal =
        """
        call rm_everything {}

        call main_createPost not even JSON

        call main_createPost {"text": 7}

        call main_createPost {"text": "hi", "connection": "treasury"}

        call main_createPost {"text": "a\\u0000b"}

        call main_createPost {"text": "hi", "n": 1e999999999}

        answer sorry
        """;
    var run = start(troupe.agent("thinker"), goal, "");
    var output = await(run, "SUCCEEDED").path("output");
    assertThat(output.path("acts")).allMatch(act -> !act.path("done").asBoolean());
    assertThat(posts()).isEmpty();
    var told = told(run);
    assertThat(told).hasSize(6).allMatch(text -> text.startsWith("{\"error\":"));
    assertThat(told.get(0)).contains("no such tool");
    assertThat(told.get(1)).contains("not a JSON object");
    assertThat(told.get(2)).contains("/text");
    assertThat(told.get(3)).contains("not the model's to choose");
  }

  @Test
  void nothing_the_model_writes_is_evaluated() {
    var goal =
        """
        call main_createPost {"text": "${ $workflow.input }"}

        answer ${ $secrets }
        """;
    var run = start(troupe.agent("thinker"), goal, "");
    assertThat(await(run, "SUCCEEDED").path("output").path("answer").asText())
        .isEqualTo("${ $secrets }");
    assertThat(posts()).containsExactly("${ $workflow.input }");
  }

  @Test
  void only_the_actions_that_were_named_are_offered() {
    var goal =
        """
        call treasury_balance {}

        answer well
        """;
    var run = start(troupe.agent("thinker"), goal, ", actions: ['x.*']");
    await(run, "SUCCEEDED");
    assertThat(told(run).getFirst()).contains("no such tool");
  }

  @Test
  void a_model_that_never_answers_is_stopped_by_its_steps() {
    var goal = "call main_me\n\n".repeat(5);
    var run = start(troupe.agent("thinker"), goal, ", budget: {steps: 3}");
    var error = await(run, "FAILED").path("error");
    assertThat(error.path("status").asInt()).isEqualTo(402);
    assertThat(error.path("detail").asText()).contains("no answer after 3 steps");
    assertThat(happened("model", "brain", "model.completed")).hasSize(3);
  }

  @Test
  void the_model_is_not_asked_when_its_answer_may_cost_more_than_is_left() {
    var budget =
        ", max_tokens: 1000, budget: {money: {amount_minor: 9, currency: USD}},"
            + " price: {currency: USD, input_minor: 0, output_minor: 10000}";
    var run = start(troupe.agent("thinker"), "answer 10 cents", budget);
    var error = await(run, "FAILED").path("error");
    assertThat(error.path("status").asInt()).isEqualTo(402);
    assertThat(error.path("detail").asText()).contains("budget.money");
    assertThat(happened("model", "brain", "model.completed")).isEmpty();
  }

  @Test
  void its_time_ends_it_with_an_error_of_type_timeout() {
    var fault = Json.object().put("platform", "model").put("kind", "slow").put("remaining", 1);
    customer.post("/lab/faults", fault.put("delay_ms", 4_000));
    var run = start(troupe.agent("thinker"), "answer late", ", budget: {time: PT1S}");
    assertThat(await(run, "FAILED").path("error").path("status").asInt()).isEqualTo(408);
  }

  @Test
  void an_act_that_can_t_be_undone_waits_for_an_approval_and_goes_on_from_there() {
    var goal =
        """
        call main_createPost {"text": "paying"}

        call treasury_sendTransaction {"to": "0x00000000000000000000000000000000000c0ffe", "value_wei": "5"}

        call treasury_sendTransaction {"to": "0x00000000000000000000000000000000000c0ffe", "value_wei": "6"}

        answer paid
        """;
    var run = start(troupe.agent("thinker", "approve"), goal, "");
    decide(run, 1, "approve");
    decide(run, 2, "reject");
    var output = await(run, "SUCCEEDED").path("output");
    assertThat(output.path("answer").asText()).isEqualTo("paid");
    assertThat(output.path("acts").path(1).path("done").asBoolean()).isTrue();
    assertThat(output.path("acts").path(2).path("done").asBoolean()).isFalse();
    assertThat(told(run).get(2)).contains("rejected by key_");
    assertThat(posts()).containsExactly("paying");
    assertThat(happened("evm", "treasury", "tx.mined")).hasSize(1);
    assertThat(happened("model", "brain", "model.completed")).hasSize(4); // none asked twice
  }

  private void decide(String run, int number, String verdict) {
    var list =
        Patience.await("approval " + number)
            .pollInterval(Duration.ofMillis(50))
            .until(() -> customer.all("/approvals?run=" + run), it -> it.size() == number);
    var newest = list.getFirst();
    assertThat(newest.path("position").asText()).startsWith("/do/1/think/think/turn[");
    var body = Json.object().put("comment", "looked at it");
    customer.post("/approvals/" + newest.path("id").asText() + "/" + verdict, body);
  }

  @Test
  void a_worker_that_dies_after_the_act_does_not_make_the_model_choose_again() {
    var goal =
        """
        call main_createPost {"text": "once"}

        answer done
        """;
    var fault = Json.object().put("platform", "x").put("kind", "slow").put("remaining", 1);
    customer.post("/lab/faults", fault.put("method", "POST").put("delay_ms", 2_000));
    var run = start(troupe.agent("thinker"), goal, "");
    Patience.await("the act is under way")
        .pollInterval(Duration.ofMillis(20))
        .until(() -> customer.all("/runs/" + run + "/effects").size() == 2);
    trap.arm(RunId.fromString(run), CrashPoints.Boundary.BEFORE_OUTCOME);
    await(run, "SUCCEEDED");
    assertThat(trap.died(RunId.fromString(run))).isTrue();
    assertThat(posts()).containsExactly("once");
    assertThat(happened("model", "brain", "model.completed")).hasSize(2);
  }

  @Test
  void what_it_did_is_taken_back_when_the_run_fails_later() {
    var document =
        """
        document: {dsl: '1.0.3', namespace: reasons, name: regret, version: '1.0.0'}
        do:
          - think:
              call: ganglion.reason
              with: {connection: brain, model: lab-small-1, goal: '${ $workflow.input.goal }', actions: [x.createPost]}
              metadata: {ganglion: {compensate: auto}}
          - nap: {wait: PT1.2S}
          - fail: {raise: {error: {type: 'https://example.org/errors/later', status: 500}}}
        """;
    var workflow = customer.postYaml("/workflows", document).path("id").asText();
    var body = Json.object().put("workflow", workflow).put("agent", troupe.agent("thinker"));
    body.putObject("input").put("goal", "call main_createPost {\"text\": \"oops\"}\n\nanswer done");
    var run = customer.post("/runs", body).path("id").asText();
    await(run, "COMPENSATED");
    assertThat(happened("x", "main", "post.deleted")).hasSize(1);
  }
}
