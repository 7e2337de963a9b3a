package io.ganglion.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import io.ganglion.testing.Customer;
import io.ganglion.testing.Patience;
import io.ganglion.testing.PatientPlatform;
import io.ganglion.testing.Troupe;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a run says of a branch that waits while another one works. */
@QuarkusTest
@Tag("it")
class RestingTest {
  @TestHTTPResource("/")
  String url = "";

  private final PatientPlatform busy;
  private Customer customer;
  private int versions;

  RestingTest() throws IOException {
    busy = new PatientPlatform();
  }

  @BeforeEach
  void signUp() {
    customer = Customer.newTenant(url.replaceAll("/$", ""));
  }

  @AfterEach
  void close() {
    busy.close();
  }

  /** A run whose first branch works until the platform answers, beside this one. */
  private String start(String branch, @Nullable String agent) {
    var document =
        """
        document: {dsl: '1.0.3', namespace: resting, name: both, version: '%d.0.0'}
        do:
          - both:
              fork:
                branches:
                  - works: {call: http, with: {method: get, endpoint: '%s'}}
                  - waits: %s
        """
            .formatted(++versions, busy.url(), branch);
    var body = Json.object().put("agent", agent);
    body.put("workflow", customer.postYaml("/workflows", document).path("id").asText());
    return customer.post("/runs", body).path("id").asText();
  }

  private JsonNode await(String run, Predicate<JsonNode> what) {
    return Patience.await(run).until(() -> customer.get("/runs/" + run), what);
  }

  private static Predicate<JsonNode> waitsFor(String reason) {
    return run ->
        run.path("state").asText().equals("RUNNING")
            && run.at("/waiting_for/reason").asText().equals(reason);
  }

  @Test
  void the_reason_is_shown_for_as_long_as_the_branch_waits() {
    var run = start("{call: ganglion.approval, with: {title: May I?}}", null);
    var waits = await(run, waitsFor("approval"));
    assertThat(waits.at("/waiting_for/detail").asText()).contains("May I?");
    var approval = customer.get("/approvals?run=" + run).at("/data/0/id").asText();
    customer.post("/approvals/" + approval + "/approve", Json.object());
    var works = await(run, it -> it.path("waiting_for").isNull());
    assertThat(works.path("state").asText()).isEqualTo("RUNNING");
    busy.answer();
    await(run, it -> it.path("state").asText().equals("SUCCEEDED"));
  }

  @Test
  void a_branch_that_waits_for_a_system_says_for_which_and_who_holds_it() {
    var agent = new Troupe(customer).with("x", "main").agent("poster");
    var slow = Json.object().put("platform", "x").put("kind", "slow").put("delay_ms", 9_000);
    customer.post("/lab/faults", slow.put("method", "POST").put("remaining", 1));
    var post = "{call: x.createPost, with: {connection: main, text: %s}}";
    var holder = start(post.formatted("first"), agent);
    Patience.await("sent").until(() -> !customer.get("/map").path("effects").isEmpty());
    var second = start(post.formatted("second"), agent);
    var waits = await(second, waitsFor("system"));
    assertThat(waits.at("/waiting_for/detail").asText()).contains(holder);
    busy.answer();
    var ended = await(second, it -> it.path("state").asText().equals("SUCCEEDED"));
    assertThat(ended.path("waiting_for").isNull()).isTrue();
    await(holder, it -> it.path("state").asText().equals("SUCCEEDED"));
  }

  @Test
  void once_all_branches_wait_the_run_does() {
    var run = start("{wait: PT8S}", null);
    await(run, waitsFor("timer"));
    busy.answer();
    var waits = await(run, it -> it.path("state").asText().equals("WAITING"));
    assertThat(waits.at("/waiting_for/reason").asText()).isEqualTo("timer");
    await(run, it -> it.path("state").asText().equals("SUCCEEDED"));
  }

  @Test
  void a_branch_goes_on_once_its_connection_is_resumed_while_another_works() {
    var agent = new Troupe(customer).with("x", "main").agent("poster");
    var connection = "/connections/" + customer.get("/connections").at("/data/0/id").asText();
    customer.post(connection + "/pause", Json.object());
    var run = start("{call: x.createPost, with: {connection: main, text: resumed}}", agent);
    await(run, waitsFor("paused"));
    customer.post(connection + "/resume", Json.object());
    landed(run);
  }

  @Test
  void a_branch_goes_on_once_its_agent_is_resumed_while_another_works() {
    var agent = new Troupe(customer).with("x", "main").agent("poster");
    var post = "{post: {call: x.createPost, with: {connection: main, text: resumed}}}";
    var run = start("{do: [{rest: {wait: PT4S}}, %s]}".formatted(post), agent);
    await(run, waitsFor("timer"));
    customer.post("/agents/" + agent + "/pause", Json.object());
    await(run, waitsFor("paused"));
    customer.post("/agents/" + agent + "/resume", Json.object());
    landed(run);
  }

  @Test
  void a_swarm_goes_on_once_its_connection_is_resumed_while_another_branch_works() {
    var agent = new Troupe(customer).with("model", "crowd").agent("swarming");
    var connection = "/connections/" + customer.get("/connections").at("/data/0/id").asText();
    customer.post(connection + "/pause", Json.object());
    var arguments = "{model: lab-small-1, messages: [{role: user, content: Yes?}]}";
    var run =
        start(
            """
            {call: ganglion.swarm, with: {connection: crowd, times: 12, concurrency: 4,
             arguments: %s, reducer: {type: merge, by: '[$index]'}}}"""
                .formatted(arguments)
                .replace("\n", ""),
            agent);
    await(run, waitsFor("paused"));
    customer.post(connection + "/resume", Json.object());
    landed(run, "model", 12);
  }

  private void landed(String run) {
    landed(run, "x", 1);
  }

  private void landed(String run, String connector, int count) {
    Patience.await(run)
        .until(
            () -> customer.get("/runs/" + run + "/effects").path("data"),
            effects ->
                effects
                        .valueStream()
                        .filter(one -> one.path("connector").asText().equals(connector))
                        .filter(one -> one.path("state").asText().equals("LANDED"))
                        .count()
                    == count);
    assertThat(customer.get("/runs/" + run).path("state").asText()).isEqualTo("RUNNING");
  }
}
