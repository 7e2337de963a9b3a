package io.ganglion.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.effect.CrashPoints.Boundary;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import io.ganglion.run.Runs;
import io.ganglion.testing.Customer;
import io.ganglion.testing.LoopbackPlatform;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Stack;
import io.ganglion.testing.TenantRows;
import io.ganglion.testing.Troupe;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Session runs, as agents use them; the laboratory's journal judges. */
@QuarkusTest
@Tag("it")
class SessionTest {
  private static final Set<String> ENDED =
      Set.of("SUCCEEDED", "COMPENSATED", "FAILED", "CANCELLED", "NEEDS_ATTENTION");

  @TestHTTPResource("/")
  String url = "";

  @Inject Runs runs;
  @Inject CrashPointTest.Trap trap;

  private Customer customer;
  private Troupe troupe;
  private int agents;

  @BeforeEach
  void signUp() {
    customer = Customer.newTenant(url.replaceAll("/$", ""));
    troupe = new Troupe(customer).with("x", "x").with("binance", "binance").with("evm", "evm");
  }

  private String start(String irreversible) {
    var body = Json.object().put("session", true);
    body.put("agent", troupe.agent("hand-" + ++agents, irreversible));
    return customer.post("/runs", body).path("id").asText();
  }

  private String start() {
    return start("allow");
  }

  private static ObjectNode act(String connection, String action, String input) {
    var body = Json.object().put("connection", connection).put("action", action);
    body.set("input", Json.read(input));
    return body;
  }

  private static ObjectNode post(String text) {
    return act("x", "x.createPost", "{\"text\":\"%s\"}".formatted(text));
  }

  private static ObjectNode order() {
    return act(
        "binance",
        "binance.createOrder",
        "{\"symbol\":\"BTCUSDT\",\"side\":\"BUY\",\"type\":\"MARKET\",\"quoteOrderQty\":\"25\"}");
  }

  private static ObjectNode transfer() {
    return act(
        "evm",
        "evm.sendTransaction",
        "{\"to\":\"0x00000000000000000000000000000000000c0ffe\",\"value_wei\":\"1000\"}");
  }

  private JsonNode put(String run, String key, JsonNode body) {
    return customer.put("/runs/%s/steps/%s?wait=20s".formatted(run, key), body);
  }

  private JsonNode ended(String run) {
    return Patience.await(run)
        .atMost(Duration.ofSeconds(120))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> customer.get("/runs/" + run), it -> ENDED.contains(it.path("state").asText()));
  }

  private JsonNode end(String run, String how) {
    customer.post("/runs/%s/%s".formatted(run, how), Json.object());
    return ended(run);
  }

  private long happened(String platform, String kind) {
    return happened(platform, platform, kind);
  }

  private long happened(String platform, String connection, String kind) {
    var journal =
        "/lab/journal?platform=%s&account=%s".formatted(platform, troupe.account(connection));
    return customer.all(journal).stream()
        .filter(entry -> entry.path("kind").asText().equals(kind))
        .count();
  }

  @Test
  void a_step_is_done_once_however_often_it_is_put_and_the_run_follows_no_workflow() {
    var run = start();
    var first = put(run, "post", post("hello"));
    assertThat(first.path("state").asText()).as(Json.write(first)).isEqualTo("completed");
    assertThat(put(run, "post", post("hello"))).isEqualTo(first);
    assertThat(customer.get("/runs/%s/steps/post".formatted(run))).isEqualTo(first);
    var end = end(run, "complete");
    assertThat(end.path("state").asText()).isEqualTo("SUCCEEDED");
    assertThat(end.path("coherent").asBoolean()).isTrue();
    assertThat(end.path("workflow").isNull()).isTrue();
    assertThat(end.path("version").isNull()).isTrue();
    assertThat(customer.all("/runs/%s/steps".formatted(run)).getFirst().path("position").asText())
        .isEqualTo("/steps/post");
    assertThat(customer.all("/runs/%s/effects".formatted(run))).hasSize(1);
    assertThat(customer.get("/runs/%s/receipt".formatted(run)).path("depth_peak").asInt())
        .isEqualTo(1);
    assertThat(customer.all("/runs/%s/events".formatted(run))).isNotEmpty();
    assertThat(happened("x", "post.created")).isEqualTo(1);
  }

  @Test
  void an_error_is_on_record_and_the_session_goes_on() {
    var run = start();
    var wrong = put(run, "wrong", act("x", "x.createPost", "{\"txt\":\"oops\"}"));
    assertThat(wrong.path("state").asText()).isEqualTo("faulted");
    assertThat(wrong.path("error").path("instance").asText()).isEqualTo("/steps/wrong");
    var foreign = put(run, "foreign", act("nobody", "x.createPost", "{\"text\":\"a\"}"));
    assertThat(foreign.path("error").path("status").asInt()).isEqualTo(403);
    assertThat(put(run, "right", post("${ 1 + 1 }")).path("state").asText()).isEqualTo("completed");
    assertThat(end(run, "complete").path("state").asText()).isEqualTo("SUCCEEDED");
    assertThat(happened("x", "post.created")).isEqualTo(1);
  }

  @Test
  void several_steps_are_under_way_at_once() throws IOException {
    try (var loopback = new LoopbackPlatform()) {
      var run = start();
      for (var key : List.of("a", "b", "c")) {
        var body = Json.object().put("action", "http.request");
        body.putObject("input").put("method", "get").put("endpoint", loopback.url("/" + key));
        customer.put("/runs/%s/steps/%s".formatted(run, key), body);
      }
      assertThat(end(run, "complete").path("state").asText()).isEqualTo("SUCCEEDED");
      assertThat(customer.all("/runs/%s/steps".formatted(run)))
          .hasSize(3)
          .allSatisfy(step -> assertThat(step.path("state").asText()).isEqualTo("completed"));
    }
  }

  @Test
  void a_group_commits_together_or_not_at_all() {
    var run = start();
    var body = Json.object();
    body.putArray("participants").add(post("both").put("key", "p")).add(order().put("key", "o"));
    var done = customer.put("/runs/%s/groups/both?wait=20s".formatted(run), body);
    assertThat(done.path("state").asText()).as(Json.write(done)).isEqualTo("completed");
    assertThat(done.path("output")).hasSize(2);
    var bad = Json.object();
    bad.putArray("participants")
        .add(post("never").put("key", "p"))
        .add(act("x", "x.createPost", "{}").put("key", "o"));
    var refused = customer.put("/runs/%s/groups/bad?wait=20s".formatted(run), bad);
    assertThat(refused.path("state").asText()).isEqualTo("faulted");
    assertThat(end(run, "complete").path("state").asText()).isEqualTo("SUCCEEDED");
    assertThat(happened("x", "post.created")).isEqualTo(1);
  }

  @Test
  void compensation_takes_back_what_landed() {
    var run = start();
    put(run, "post", post("soon gone"));
    put(run, "again", post("gone too"));
    var end = end(run, "compensate");
    assertThat(end.path("state").asText()).as(Json.write(end)).isEqualTo("COMPENSATED");
    assertThat(happened("x", "post.created")).isEqualTo(2);
    assertThat(happened("x", "post.deleted")).isEqualTo(2);
  }

  @Test
  void compensation_names_what_can_t_be_taken_back() {
    var run = start();
    put(run, "post", post("soon gone too"));
    var transfer = put(run, "transfer", transfer());
    assertThat(transfer.path("state").asText()).as(Json.write(transfer)).isEqualTo("completed");
    var end = end(run, "compensate");
    assertThat(end.path("state").asText()).isEqualTo("FAILED");
    assertThat(end.path("error").path("detail").asText()).contains("evm.sendTransaction");
    assertThat(happened("x", "post.deleted")).isEqualTo(1);
  }

  @Test
  void compensation_with_nothing_landed_is_a_cancel() {
    assertThat(end(start(), "compensate").path("state").asText()).isEqualTo("CANCELLED");
  }

  @Test
  void a_step_that_waits_for_an_approval_holds_up_no_other() {
    var run = start("approve");
    var asked = customer.put("/runs/%s/steps/transfer?wait=1s".formatted(run), transfer());
    assertThat(asked.path("state").asText()).isEqualTo("pending");
    assertThat(put(run, "post", post("meanwhile")).path("state").asText()).isEqualTo("completed");
    var approvals =
        Patience.await()
            .until(() -> customer.all("/approvals?state=PENDING"), found -> !found.isEmpty());
    customer.post(
        "/approvals/%s/approve".formatted(approvals.getFirst().path("id").asText()), Json.object());
    assertThat(put(run, "transfer", transfer()).path("state").asText()).isEqualTo("completed");
    assertThat(end(run, "complete").path("state").asText()).isEqualTo("SUCCEEDED");
  }

  @Test
  void numbers_are_sent_as_they_were_asked_for_and_approved() throws IOException {
    try (var platform = new LoopbackPlatform()) {
      var exact =
          "{\"amount\":9007199254740993,\"price\":0.10000000000000000001,\"huge\":123456789012345678901234567890}";
      platform.fault("/put", LoopbackPlatform.Fault.RATE_LIMITED);
      var run = start("approve");
      var input = "{\"method\":\"put\",\"endpoint\":\"%s\",\"body\":%s}";
      var body = Json.object().put("action", "http.request");
      body.set("input", Json.read(input.formatted(platform.url("/put"), exact)));
      assertThat(put(run, "pay", body).path("state").asText()).isEqualTo("completed");
      assertThat(platform.journal().getLast().body()).isEqualTo(exact);
      var other = body.deepCopy();
      other.withObject("/input/body").put("amount", 9_007_199_254_740_992L);
      assertThatThrownBy(() -> put(run, "pay", other)).hasMessageContaining("422");
      end(run, "complete");
    }
  }

  @Test
  void a_group_that_needs_more_than_its_tenant_may_hold_fails_at_once_and_says_so()
      throws SQLException, IOException {
    TenantRows.of(customer).capacity(1);
    try (var one = new LoopbackPlatform();
        var other = new LoopbackPlatform()) {
      var run = start();
      var body = Json.object();
      var participants = body.putArray("participants");
      for (var platform : List.of(one, other)) {
        var input = "{\"method\":\"put\",\"endpoint\":\"%s\"}".formatted(platform.url("/a"));
        participants
            .addObject()
            .put("key", "p" + participants.size())
            .put("action", "http.request")
            .set("input", Json.read(input));
      }
      var group = customer.put("/runs/%s/groups/both?wait=20s".formatted(run), body);
      assertThat(group.path("state").asText()).as("%s", group).isEqualTo("faulted");
      assertThat(group.at("/error/type").asText()).endsWith("/runtime");
      assertThat(one.journal()).isEmpty();
      assertThat(end(run, "complete").path("state").asText()).isEqualTo("SUCCEEDED");
    }
  }

  @Test
  void cancelling_ends_it_and_what_waits_is_cancelled() {
    var run = start("approve");
    customer.put("/runs/%s/steps/transfer?wait=1s".formatted(run), transfer());
    customer.post("/runs/%s/cancel".formatted(run), Json.object());
    assertThat(ended(run).path("state").asText()).isEqualTo("CANCELLED");
    assertThat(customer.get("/runs/%s/steps/transfer".formatted(run)).path("state").asText())
        .isEqualTo("cancelled");
  }

  @Test
  void a_worker_that_dies_around_the_send_leaves_one_effect() {
    var accounts = new ArrayList<String>(); // one each, so that they don't wait in line
    for (var boundary : Boundary.values()) {
      accounts.add("x-" + boundary.ordinal());
      troupe.with("x", accounts.getLast());
    }
    var sessions = new ArrayList<String>();
    for (var boundary : Boundary.values()) {
      var run = start();
      trap.arm(RunId.fromString(run), boundary);
      var body = act(accounts.get(boundary.ordinal()), "x.createPost", "{\"text\":\"crash\"}");
      customer.put("/runs/%s/steps/post".formatted(run), body);
      sessions.add(run);
    }
    for (var boundary : Boundary.values()) {
      var run = sessions.get(boundary.ordinal());
      var end = end(run, "complete");
      assertThat(trap.died(RunId.fromString(run))).as("%s", boundary).isTrue();
      assertThat(end.path("state").asText()).as("%s", boundary).isEqualTo("SUCCEEDED");
      var step = customer.get("/runs/%s/steps/post".formatted(run));
      assertThat(step.path("state").asText()).as(Json.write(step)).isEqualTo("completed");
      assertThat(happened("x", accounts.get(boundary.ordinal()), "post.created")).isEqualTo(1);
    }
  }

  @Test
  void a_session_nobody_asks_anything_of_fails() throws SQLException {
    var run = RunId.fromString(start());
    Patience.await()
        .until(
            () -> customer.get("/runs/" + run).path("waiting_for").path("reason").asText(),
            reason -> reason.equals("session"));
    var tenant = TenantId.fromString(customer.get("/tenant").path("id").asText());
    try (var connection = Stack.asTenant("ganglion_app", tenant);
        var update =
            connection.prepareStatement(
                "UPDATE session SET touched_at = now() - interval '25 hours' WHERE run_id = ?")) {
      update.setObject(1, run.uuid());
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
    runs.wake(tenant, run);
    var end = ended(run.toString());
    assertThat(end.path("state").asText()).isEqualTo("FAILED");
    assertThat(end.path("error").path("type").asText()).endsWith("timeout");
  }
}
