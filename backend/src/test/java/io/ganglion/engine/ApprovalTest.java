package io.ganglion.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.effect.CrashPoints;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.RunId;
import io.ganglion.testing.Customer;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Troupe;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs that wait for people; the platforms' journals tell what was done. */
@QuarkusTest
@Tag("it")
class ApprovalTest {
  private static final String PAY =
      """
        - pay: {call: evm.sendTransaction, with: {connection: evm, to: '0x00000000000000000000000000000000000c0ffe', value_wei: '${ .wei }'}}
      """;
  private static final String LAUNCH =
      """
        - launch:
            fork:
              branches:
                - post: {call: x.createPost, with: {connection: main, text: 'launched'}}
                - pay: {call: evm.sendTransaction, with: {connection: evm, to: '0x00000000000000000000000000000000000c0ffe', value_wei: '5'}}
            metadata: {ganglion: {group: atomic}}
      """;

  @Inject CrashPointTest.Trap trap;

  @TestHTTPResource("/")
  String url = "";

  private Customer customer;
  private Troupe troupe;

  @BeforeEach
  void signUp() {
    customer = Customer.newTenant(url.replaceAll("/$", ""));
    troupe = new Troupe(customer).with("evm", "evm").with("x", "main");
  }

  private String start(String agent, String tasks, ObjectNode input) {
    var document =
        "document: {dsl: '1.0.3', namespace: approvals, name: drill-%s, version: '1.0.0'}%ndo:%n%s"
            .formatted(Integer.toHexString(tasks.hashCode()), tasks);
    var workflow = customer.postYaml("/workflows", document).path("id").asText();
    return run(agent, workflow, input);
  }

  private String run(String agent, String workflow, ObjectNode input) {
    var body = Json.object().put("workflow", workflow).put("agent", agent);
    body.set("input", input);
    return customer.post("/runs", body).path("id").asText();
  }

  private JsonNode await(String run, String state) {
    return Patience.await(run + " is " + state)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> customer.get("/runs/" + run), it -> it.path("state").asText().equals(state));
  }

  private JsonNode pending(String run) {
    await(run, "WAITING");
    var list = customer.all("/approvals?state=PENDING&run=" + run);
    assertThat(list).hasSize(1);
    return list.getFirst();
  }

  private JsonNode decide(JsonNode approval, String verdict) {
    return customer.post(
        "/approvals/" + approval.path("id").asText() + "/" + verdict,
        Json.object().put("comment", "because"));
  }

  private List<JsonNode> happened(String platform, String connection, String kind) {
    var path = "/lab/journal?platform=%s&account=%s";
    return customer.all(path.formatted(platform, troupe.account(connection))).stream()
        .filter(entry -> entry.path("kind").asText().equals(kind))
        .toList();
  }

  private long paid() {
    return happened("evm", "evm", "tx.mined").size();
  }

  private String task(String more) {
    return "  - ask: {call: ganglion.approval, with: {title: 'Go on?', detail: '${ . }'%s}}%n"
        .formatted(more);
  }

  @Test
  void the_workflow_sees_who_decided_and_why() {
    var run = start(troupe.agent("asking"), task(""), Json.object().put("n", 1));
    var approval = pending(run);
    var waiting = customer.get("/runs/" + run).path("waiting_for");
    assertThat(waiting.path("reason").asText()).isEqualTo("approval");
    assertThat(waiting.path("detail").asText()).contains(approval.path("id").asText(), "Go on?");
    assertThat(approval.path("detail").path("n").asInt()).isEqualTo(1);
    assertThat(approval.path("effect").isNull()).isTrue();
    decide(approval, "reject");
    var output = await(run, "SUCCEEDED").path("output");
    assertThat(output.path("approved").asBoolean()).isFalse();
    assertThat(output.path("decision").asText()).isEqualTo("rejected");
    assertThat(output.path("by").asText()).startsWith("key_");
    assertThat(output.path("comment").asText()).isEqualTo("because");
  }

  @Test
  void nobody_decides_and_the_workflow_says_what_that_means() {
    var agent = troupe.agent("impatient");
    var approves = start(agent, task(", timeout: PT1.2S, onTimeout: approve"), Json.object());
    var rejects = start(agent, task(", timeout: PT1.2S, onTimeout: reject"), Json.object());
    assertThat(await(approves, "SUCCEEDED").path("output").path("approved").asBoolean()).isTrue();
    var output = await(rejects, "SUCCEEDED").path("output");
    assertThat(output.path("approved").asBoolean()).isFalse();
    assertThat(output.path("decision").asText()).isEqualTo("expired");
    assertThat(output.path("by").isNull()).isTrue();
  }

  @Test
  void by_default_an_approval_that_nobody_gives_is_an_error_of_type_timeout() {
    var run = start(troupe.agent("impatient"), task(", timeout: PT1.2S"), Json.object());
    var error = await(run, "FAILED").path("error");
    assertThat(error.path("type").asText()).endsWith("/timeout");
    assertThat(error.path("status").asInt()).isEqualTo(408);
    assertThat(customer.all("/approvals?run=" + run).getFirst().path("state").asText())
        .isEqualTo("EXPIRED");
  }

  @Test
  void an_act_that_can_t_be_undone_is_shown_and_sent_exactly_so() {
    var run = start(troupe.agent("careful", "approve"), PAY, Json.object().put("wei", "7"));
    var approval = pending(run);
    assertThat(paid()).isZero();
    var effect = customer.get("/effects/" + approval.path("effect").asText());
    assertThat(effect.path("state").asText()).isEqualTo("INTENDED");
    assertThat(approval.path("detail").path("arguments")).isEqualTo(effect.path("arguments"));
    decide(approval, "approve");
    await(run, "SUCCEEDED");
    var landed = customer.get("/effects/" + approval.path("effect").asText());
    assertThat(landed.path("state").asText()).isEqualTo("LANDED");
    assertThat(landed.path("arguments_hash"))
        .isEqualTo(approval.path("detail").path("arguments_hash"));
    assertThat(paid()).isEqualTo(1);
  }

  @Test
  void a_rejected_act_is_abandoned_and_the_workflow_may_catch_it() {
    var run = start(troupe.agent("careful", "approve"), PAY, Json.object().put("wei", "7"));
    var approval = pending(run);
    decide(approval, "reject");
    var error = await(run, "FAILED").path("error");
    assertThat(error.path("type").asText()).endsWith("/authorization");
    assertThat(error.path("detail").asText()).contains("rejected by key_", "because");
    assertThat(customer.get("/effects/" + approval.path("effect").asText()).path("state").asText())
        .isEqualTo("ABANDONED");
    assertThat(paid()).isZero();
  }

  @Test
  void a_policy_may_deny_what_can_t_be_undone() {
    var run = start(troupe.agent("strict", "deny"), PAY, Json.object().put("wei", "7"));
    assertThat(await(run, "FAILED").path("error").path("type").asText()).endsWith("/authorization");
    assertThat(customer.all("/approvals")).isEmpty();
  }

  @Test
  void a_run_that_is_cancelled_asks_no_more() {
    var run = start(troupe.agent("careful", "approve"), PAY, Json.object().put("wei", "7"));
    var approval = pending(run);
    customer.post("/runs/" + run + "/cancel", Json.object());
    await(run, "CANCELLED");
    assertThat(customer.all("/approvals?run=" + run).getFirst().path("state").asText())
        .isEqualTo("WITHDRAWN");
    assertThat(customer.get("/effects/" + approval.path("effect").asText()).path("state").asText())
        .isEqualTo("ABANDONED");
    assertThat(paid()).isZero();
  }

  @Test
  void a_timeout_around_the_question_takes_it_back() {
    var tasks =
        """
          - patience:
              try:
                - ask: {call: ganglion.approval, with: {title: 'In time?'}, timeout: {after: PT1.2S}}
              catch: {as: late, do: [{note: {set: {late: '${ $late.status }'}}}]}
        """;
    var run = start(troupe.agent("impatient"), tasks, Json.object());
    assertThat(await(run, "SUCCEEDED").path("output").path("late").asInt()).isEqualTo(408);
    assertThat(customer.all("/approvals?run=" + run).getFirst().path("state").asText())
        .isEqualTo("WITHDRAWN");
  }

  @Test
  void a_branch_that_is_beaten_asks_no_more() {
    var tasks =
        """
          - race:
              fork:
                compete: true
                branches:
                  - ask: {call: ganglion.approval, with: {title: 'Wait for me?'}}
                  - fast: {wait: PT1.5S}
          - rest: {listen: {to: {one: {with: {type: rested}}}}}
        """;
    var run = start(troupe.agent("racing"), tasks, Json.object());
    Patience.await("withdrawn before the run has ended")
        .pollInterval(Duration.ofMillis(50))
        .until(() -> !customer.all("/approvals?state=WITHDRAWN&run=" + run).isEmpty());
    assertThat(customer.get("/runs/" + run).path("ended_at").isNull()).isTrue();
    customer.tell("rested");
    await(run, "SUCCEEDED");
  }

  @Test
  void a_worker_that_dies_after_the_approval_sends_what_was_approved_once() {
    var run = start(troupe.agent("careful", "approve"), PAY, Json.object().put("wei", "7"));
    var approval = pending(run);
    trap.arm(RunId.fromString(run), CrashPoints.Boundary.BEFORE_INTENT);
    decide(approval, "approve");
    await(run, "SUCCEEDED");
    assertThat(trap.died(RunId.fromString(run))).isTrue();
    assertThat(customer.all("/runs/" + run + "/effects"))
        .extracting(effect -> effect.path("id").asText())
        .containsExactly(approval.path("effect").asText());
    assertThat(paid()).isEqualTo(1);
  }

  @Test
  void a_group_asks_at_its_barrier_and_commits_when_all_is_approved() {
    var run = start(troupe.agent("careful", "approve"), LAUNCH, Json.object());
    var approval = pending(run);
    assertThat(happened("x", "main", "post.created")).isEmpty();
    decide(approval, "approve");
    await(run, "SUCCEEDED");
    assertThat(happened("x", "main", "post.created")).hasSize(1);
    assertThat(paid()).isEqualTo(1);
  }

  @Test
  void a_group_that_is_rejected_leaves_nothing_public() {
    var run = start(troupe.agent("careful", "approve"), LAUNCH, Json.object());
    decide(pending(run), "reject");
    var error = await(run, "FAILED").path("error");
    assertThat(error.path("type").asText()).endsWith("/authorization");
    assertThat(happened("x", "main", "post.created")).isEmpty();
    assertThat(paid()).isZero();
    assertThat(customer.all("/runs/" + run + "/effects"))
        .allMatch(effect -> effect.path("state").asText().equals("ABANDONED"));
  }

  @Test
  void a_swarm_can_t_ask_for_each_of_its_members() {
    var tasks =
        """
          - swarm:
              call: ganglion.swarm
              with:
                connection: evm
                action: evm.sendTransaction
                n: 3
                arguments: {to: '0x00000000000000000000000000000000000c0ffe', value_wei: '1'}
                reducer: {type: quorum, quorum: 3}
        """;
    var run = start(troupe.agent("careful", "approve"), tasks, Json.object());
    assertThat(await(run, "FAILED").path("error").path("type").asText()).endsWith("/authorization");
    assertThat(paid()).isZero();
  }

  @Test
  void the_example_asks_twice_and_pays_once() throws IOException {
    var yaml = Files.readString(Path.of("..", "examples", "approval.yaml"));
    var workflow = customer.postYaml("/workflows", yaml).path("id").asText();
    var me = customer.all("/api-keys").getFirst().path("id").asText();
    var input = Json.object();
    input.putArray("approvers").add(me);
    var run = run(troupe.agent("careful", "approve"), workflow, input);
    var first = pending(run);
    assertThat(first.path("approvers").get(0).asText()).isEqualTo(me);
    decide(first, "approve");
    Patience.await().until(() -> customer.all("/approvals?run=" + run).size() == 2);
    decide(pending(run), "approve");
    await(run, "SUCCEEDED");
    assertThat(paid()).isEqualTo(1);
  }
}
