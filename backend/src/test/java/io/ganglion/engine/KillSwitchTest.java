package io.ganglion.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import io.ganglion.testing.Customer;
import io.ganglion.testing.LoopbackPlatform;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Troupe;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pauses under load, judged by what the platform gets after the answer. */
@QuarkusTest
@Tag("it")
class KillSwitchTest {
  private static final int RUNS = 20;

  /** Posts over and over, an effect of its own each time, as fast as it goes. */
  private static final String POSTS =
      """
      - often:
          for: {each: n, in: '${ [range(40)] }'}
          do:
            - post: {call: http, with: {method: post, endpoint: '${ .platform }', body: {n: '${ $n }'}}, output: {as: '${ $workflow.input }'}}
      """;

  /** Acts, and takes it back once it is told to. */
  private static final String TAKES_BACK =
      """
      - post: {call: x.createPost, with: {connection: main, text: hello}, metadata: {ganglion: {compensate: auto}}}
      - go: {listen: {to: {one: {with: {type: fail}}}}}
      - fail: {raise: {error: {type: 'https://example.com/errors/wanted', status: 500, title: wanted}}}
      """;

  @TestHTTPResource("/")
  String url = "";

  private final LoopbackPlatform platform;
  private Customer customer;
  private Troupe troupe;

  KillSwitchTest() throws IOException {
    platform = new LoopbackPlatform();
  }

  @AfterEach
  void close() {
    platform.close();
  }

  @BeforeEach
  void signUp() {
    customer = Customer.newTenant(url.replaceAll("/$", ""));
    troupe = new Troupe(customer).with("x", "main");
  }

  private String workflow(String name, String tasks) {
    var document =
        "document: {dsl: '1.0.3', namespace: switch, name: %s, version: '1.0.0'}%ndo:%n%s"
            .formatted(name, tasks);
    return customer.postYaml("/workflows", document).path("id").asText();
  }

  private String start(String workflow, String agent, String path) {
    var body = Json.object().put("workflow", workflow).put("agent", agent);
    body.set("input", Json.object().put("platform", platform.url("/post/" + path)));
    return customer.post("/runs", body).path("id").asText();
  }

  private List<String> storm(String workflow, String agent, String path) {
    return IntStream.range(0, RUNS).mapToObj(n -> start(workflow, agent, path)).toList();
  }

  private JsonNode await(String run, String state) {
    return Patience.await(run + " is " + state)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> customer.get("/runs/" + run), it -> it.path("state").asText().equals(state));
  }

  private void allWait(List<String> runs, String detail) {
    for (var run : runs) {
      var reason = await(run, "WAITING").path("waiting_for");
      assertThat(reason.path("reason").asText()).isEqualTo("paused");
      assertThat(reason.path("detail").asText()).contains(detail);
    }
  }

  private void underWay(String path) {
    Patience.await("posts come in").until(() -> platform.effects("/post/" + path) > RUNS);
  }

  /** Whatever is dispatched later was committed later, by the database's clock. */
  private void nothingDispatchedAfter(Instant answered) {
    assertThat(customer.all("/effects"))
        .allSatisfy(
            effect ->
                assertThat(Instant.parse(effect.path("dispatched_at").asText()))
                    .isBeforeOrEqualTo(answered));
  }

  @Test
  void a_paused_tenant_dispatches_nothing_new_and_names_what_is_under_way() {
    var agent = troupe.agent("busy");
    var runs = storm(workflow("busy", POSTS), agent, "tenant");
    underWay("tenant");
    var paused = customer.post("/tenant/pause", Json.object());
    long seen = platform.effects("/post/tenant");
    var answered = Instant.now();
    assertThat(paused.at("/tenant/paused_at").asText()).isNotEmpty();
    var inFlight = paused.path("in_flight");
    assertThat(inFlight.size()).isLessThanOrEqualTo(RUNS);
    allWait(runs, "the tenant is paused");
    assertThat(platform.effects("/post/tenant")).isBetween(seen, seen + inFlight.size());
    nothingDispatchedAfter(answered);
    var late = start(workflow("late", POSTS), agent, "late");
    allWait(List.of(late), "the tenant is paused");
    assertThat(platform.effects("/post/late")).isZero();
    assertThat(customer.get("/tenant").path("paused_at").asText())
        .isEqualTo(paused.at("/tenant/paused_at").asText());
    var again = customer.post("/tenant/pause", Json.object());
    assertThat(again.at("/tenant/paused_at")).isEqualTo(paused.at("/tenant/paused_at"));
    assertThat(customer.post("/tenant/resume", Json.object()).path("paused_at").isNull()).isTrue();
    runs.forEach(run -> await(run, "SUCCEEDED"));
    assertThat(platform.effects("/post/tenant")).isEqualTo(RUNS * 40);
    await(late, "SUCCEEDED");
  }

  @Test
  void a_paused_agent_waits_while_others_go_on() {
    var busy = troupe.agent("busy");
    var other = troupe.agent("other");
    var workflow = workflow("busy", POSTS);
    var runs = storm(workflow, busy, "agent");
    underWay("agent");
    var paused = customer.post("/agents/" + busy + "/pause", Json.object());
    long seen = platform.effects("/post/agent");
    assertThat(paused.at("/agent/paused_at").asText()).isNotEmpty();
    await(start(workflow, other, "other"), "SUCCEEDED");
    allWait(runs, "the agent is paused");
    assertThat(platform.effects("/post/agent"))
        .isBetween(seen, seen + paused.path("in_flight").size());
    customer.post("/agents/" + busy + "/resume", Json.object());
    runs.forEach(run -> await(run, "SUCCEEDED"));
    assertThat(platform.effects("/post/agent")).isEqualTo(RUNS * 40);
  }

  @Test
  void undoing_waits_too() {
    var run = start(workflow("back", TAKES_BACK), troupe.agent("undoes"), "none");
    Patience.await("it has posted").until(() -> posts("post.created") == 1);
    await(run, "WAITING");
    customer.post("/tenant/pause", Json.object());
    customer.tell("fail");
    Patience.await("it waits in its compensation")
        .until(
            () -> customer.get("/runs/" + run).at("/waiting_for/reason").asText().equals("paused"));
    assertThat(posts("post.deleted")).isZero();
    customer.post("/tenant/resume", Json.object());
    await(run, "COMPENSATED");
    assertThat(posts("post.deleted")).isEqualTo(1);
  }

  private int posts(String kind) {
    return customer.all("/lab/journal?platform=x&kind=" + kind).size();
  }
}
