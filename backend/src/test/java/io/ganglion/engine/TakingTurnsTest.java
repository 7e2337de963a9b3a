package io.ganglion.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.coordination.Waiters;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.RunId;
import io.ganglion.testing.Customer;
import io.ganglion.testing.Patience;
import io.ganglion.testing.PatientPlatform;
import io.ganglion.testing.Stack;
import io.ganglion.testing.TenantRows;
import io.ganglion.testing.Troupe;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs that want one exclusive system; the laboratory's journal tells who had it when. */
@QuarkusTest
@Tag("it")
class TakingTurnsTest {
  @TestHTTPResource("/")
  String url = "";

  private final PatientPlatform platform;
  private Customer customer;
  private Troupe troupe;

  TakingTurnsTest() throws IOException {
    platform = new PatientPlatform();
  }

  @AfterEach
  void close() {
    platform.close();
  }

  @BeforeEach
  void signUp() {
    customer = Customer.newTenant(url.replaceAll("/$", ""));
    troupe = new Troupe(customer).with("x", "main").with("x", "other");
  }

  private String workflow(String name, String tasks) {
    var document =
        "document: {dsl: '1.0.3', namespace: turns, name: %s, version: '1.0.0'}%ndo:%n%s"
            .formatted(name, tasks);
    return customer.postYaml("/workflows", document).path("id").asText();
  }

  private String start(String workflow, String agent, String text) {
    var body = Json.object().put("workflow", workflow).put("agent", agent);
    body.set("input", Json.object().put("text", text).put("busy", platform.url()));
    return customer.post("/runs", body).path("id").asText();
  }

  private JsonNode await(String run, String state) {
    return Patience.await(run + " is " + state)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> customer.get("/runs/" + run), it -> it.path("state").asText().equals(state));
  }

  private List<String> posts(String connection) {
    return customer.all("/lab/journal?platform=x&account=" + troupe.account(connection)).stream()
        .filter(entry -> entry.path("kind").asText().equals("post.created"))
        .sorted(Comparator.comparingLong(entry -> entry.path("seq").asLong()))
        .map(entry -> entry.path("payload").path("text").asText())
        .toList();
  }

  private static final String HOLD_THEN_POST =
      """
        - post: {call: x.createPost, with: {connection: main, text: '${ .text }'}, output: {as: '${ $workflow.input }'}}
        - work: {wait: PT0.15S}
      """;

  private static final String HOLD_WHILE_BUSY =
      """
        - both:
            fork:
              branches:
                - post: {call: x.createPost, with: {connection: main, text: '${ .text }'}}
                - busy: {call: http, with: {method: get, endpoint: '${ .busy }'}}
      """;

  @Test
  void those_who_wait_are_served_in_the_order_they_came_and_nobody_polls() {
    var agent = troupe.agent("turns");
    var workflow = workflow("queue", HOLD_THEN_POST);
    var runs = new ArrayList<String>();
    for (int i = 0; i < 20; i++) {
      var run = start(workflow, agent, "turn " + i);
      runs.add(run);
      Patience.await("it has its place in the queue")
          .pollInterval(Duration.ofMillis(10))
          .until(
              () ->
                  !customer.get("/runs/" + run).path("state").asText().equals("QUEUED")
                      && (posts("main").contains("turn " + runs.indexOf(run))
                          || customer
                              .get("/runs/" + run)
                              .path("waiting_for")
                              .path("reason")
                              .asText()
                              .equals("system")));
    }
    runs.forEach(run -> await(run, "SUCCEEDED")); // one poll of a waiter alone takes 30 s
    var expected = new ArrayList<String>();
    for (int i = 0; i < runs.size(); i++) {
      expected.add("turn " + i);
    }
    assertThat(posts("main")).isEqualTo(expected);
  }

  @Test
  void who_waits_says_for_whom_and_who_is_cancelled_leaves_the_queue() {
    var agent = troupe.agent("turns");
    var holder = workflow("holder", HOLD_WHILE_BUSY);
    var first = start(holder, agent, "holds");
    Patience.await().until(() -> !posts("main").isEmpty());
    var post = workflow("post", HOLD_THEN_POST);
    var second = start(post, agent, "gives up");
    var waiting = await(second, "WAITING").path("waiting_for");
    assertThat(waiting.path("detail").asText()).contains("held by run " + first);
    var third = start(post, agent, "is next");
    await(third, "WAITING");
    customer.post("/runs/" + second + "/cancel", Json.object());
    await(second, "CANCELLED");
    platform.answer();
    await(third, "SUCCEEDED");
    assertThat(posts("main")).containsExactly("holds", "is next");
  }

  @Test
  void a_group_takes_all_its_systems_at_once_or_none() {
    var agent = troupe.agent("turns");
    var holder = workflow("holder", HOLD_WHILE_BUSY);
    var both =
        workflow(
            "both",
            """
              - pair:
                  metadata: {ganglion: {group: atomic}}
                  fork:
                    branches:
                      - here: {call: x.createPost, with: {connection: main, text: '${ .text }'}}
                      - there: {call: x.createPost, with: {connection: other, text: '${ .text }'}}
            """);
    start(holder, agent, "holds main");
    Patience.await().until(() -> !posts("main").isEmpty());
    var group = start(both, agent, "a pair");
    await(group, "WAITING");
    assertThat(posts("other")).isEmpty();
    platform.answer();
    await(group, "SUCCEEDED");
    assertThat(posts("main")).containsExactly("holds main", "a pair");
    assertThat(posts("other")).containsExactly("a pair");
  }

  private static final String PAIR =
      """
        - pair:
            metadata: {ganglion: {group: atomic}}
            fork:
              branches:
                - here: {call: x.createPost, with: {connection: main, text: '${ .text }'}}
                - there: {call: x.createPost, with: {connection: other, text: '${ .text }'}}
      """;

  @Test
  void groups_that_lack_one_of_their_systems_sleep_until_it_is_there() throws SQLException {
    var agent = troupe.agent("turns");
    start(workflow("holder", HOLD_WHILE_BUSY), agent, "holds main");
    Patience.await().until(() -> !posts("main").isEmpty());
    var pair = workflow("pair", PAIR);
    var groups = List.of(start(pair, agent, "one"), start(pair, agent, "two"));
    groups.forEach(group -> await(group, "WAITING"));
    long walks = walks();
    await(start(workflow("else", "  - rest: {wait: PT2S}\n"), agent, ""), "SUCCEEDED");
    assertThat(walks() - walks).as("walks beside the two of who rested").isLessThan(6);
    platform.answer();
    groups.forEach(group -> await(group, "SUCCEEDED"));
    assertThat(posts("other")).containsExactlyInAnyOrder("one", "two");
  }

  @Test
  void systems_gather_for_a_group_that_waited_long_and_not_for_ever() throws Exception {
    try (var second = new PatientPlatform()) {
      var agent = troupe.agent("turns");
      start(workflow("holder", HOLD_WHILE_BUSY), agent, "holds main");
      var body = Json.object().put("agent", agent);
      var there = HOLD_WHILE_BUSY.replace("connection: main", "connection: other");
      body.put("workflow", workflow("there", there));
      body.set("input", Json.object().put("text", "holds other").put("busy", second.url()));
      customer.post("/runs", body);
      Patience.await().until(() -> !posts("main").isEmpty() && !posts("other").isEmpty());
      var group = start(workflow("pair", PAIR), agent, "a pair");
      await(group, "WAITING");
      waited(31);
      var alone = start(workflow("alone", HOLD_THEN_POST.replace("main", "other")), agent, "alone");
      await(alone, "WAITING");
      second.answer();
      Patience.await("it is kept for the group").until(() -> reserved(group) == 1);
      assertThat(customer.get("/runs/" + alone).path("state").asText()).isEqualTo("WAITING");
      waited(60);
      try (var connection = Stack.asSuperuser()) {
        Waiters.wake(connection, List.of(rows().tenant()));
      }
      await(alone, "SUCCEEDED");
      assertThat(posts("other")).containsExactly("holds other", "alone");
      platform.answer();
      await(group, "SUCCEEDED");
    }
  }

  /** As though those who wait had begun so much earlier. */
  private void waited(int seconds) throws SQLException {
    rows()
        .execute(
            "UPDATE system_waiter SET since = since - interval '%d seconds' WHERE tenant_id = ?"
                .formatted(seconds));
  }

  private TenantRows rows() {
    return TenantRows.of(customer);
  }

  private long reserved(String run) throws SQLException {
    return rows()
        .number(
            "SELECT count(*) FROM reservation WHERE tenant_id = ? AND run_id = '%s'"
                .formatted(RunId.fromString(run).uuid()));
  }

  /** How often its runs were taken up. */
  private long walks() throws SQLException {
    return rows()
        .number(
            "SELECT count(*) FROM outbox WHERE tenant_id = ? AND type = 'run.state' AND data ->> 'state' = 'RUNNING'");
  }

  /** A branch beside it is busy, so that the run stays in memory. */
  private static String busyBeside(String branch) {
    return """
      - both:
          fork:
            branches:
              - busy: {call: http, with: {method: get, endpoint: '${ .busy }'}}
              - waits:
                  try:
    %s
                  catch:
                    as: late
                    do:
                      - note: {call: ganglion.record, with: {value: {status: '${ $late.status }'}}}
    """
        .formatted(branch.indent(16).stripTrailing());
  }

  @Test
  void a_timeout_ends_the_wait_for_a_system_beside_a_busy_branch() {
    var agent = troupe.agent("turns");
    start(workflow("holder", HOLD_WHILE_BUSY), agent, "holds");
    Patience.await().until(() -> !posts("main").isEmpty());
    var post =
        "- post: {timeout: {after: PT2S}, call: x.createPost, with: {connection: main, text: late}}";
    var run = start(workflow("late", busyBeside(post)), agent, "late");
    Patience.await("its time is over while the other branch is still busy")
        .pollInterval(Duration.ofMillis(50))
        .until(
            () ->
                customer.all("/runs/" + run + "/steps").stream()
                    .anyMatch(step -> step.path("name").asText().equals("note")));
    assertThat(customer.get("/runs/" + run).path("ended_at").isNull()).isTrue();
    platform.answer();
    var output = await(run, "SUCCEEDED").path("output");
    assertThat(output.at("/1/status").asInt()).isEqualTo(408);
    assertThat(posts("main")).containsExactly("holds");
  }

  @Test
  void a_group_that_needs_an_approval_commits_beside_a_busy_branch() {
    var agent = new Troupe(customer).with("evm", "evm").with("x", "mine").agent("asks", "approve");
    var group =
        """
        - launch:
            fork:
              branches:
                - post: {call: x.createPost, with: {connection: mine, text: 'launched'}}
                - pay: {call: evm.sendTransaction, with: {connection: evm, to: '0x00000000000000000000000000000000000c0ffe', value_wei: '5'}}
            metadata: {ganglion: {group: atomic}}
        """;
    var run = start(workflow("asks", busyBeside(group)), agent, "asks");
    var approval =
        Patience.await("it asks")
            .until(() -> customer.all("/approvals?run=" + run), it -> !it.isEmpty())
            .getFirst();
    customer.post("/approvals/" + approval.path("id").asText() + "/approve", Json.object());
    Patience.await("both landed while the other branch is still busy")
        .pollInterval(Duration.ofMillis(100))
        .untilAsserted(
            () ->
                assertThat(customer.all("/runs/" + run + "/effects"))
                    .filteredOn(effect -> !effect.path("connector").asText().equals("http"))
                    .extracting(effect -> effect.path("state").asText())
                    .containsExactly("LANDED", "LANDED"));
    assertThat(customer.get("/runs/" + run).path("ended_at").isNull()).isTrue();
    platform.answer();
    await(run, "SUCCEEDED");
  }

  @Test
  void nothing_is_sent_through_a_paused_connection_and_it_goes_on_after_the_pause() {
    var agent = troupe.agent("turns");
    var connection =
        customer.all("/connections").stream()
            .filter(it -> it.path("name").asText().equals("main"))
            .findFirst()
            .orElseThrow()
            .path("id")
            .asText();
    var post = workflow("post", HOLD_THEN_POST);
    await(start(post, agent, "before"), "SUCCEEDED"); // the worker has it open now
    customer.post("/connections/" + connection + "/pause", Json.object());
    var run = start(post, agent, "after");
    var waiting = await(run, "WAITING").path("waiting_for");
    assertThat(waiting.path("reason").asText()).isEqualTo("paused");
    assertThat(posts("main")).containsExactly("before");
    customer.post("/connections/" + connection + "/resume", Json.object());
    await(run, "SUCCEEDED");
    assertThat(posts("main")).containsExactly("before", "after");
  }
}
