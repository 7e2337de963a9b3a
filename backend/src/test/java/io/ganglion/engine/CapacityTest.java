package io.ganglion.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.db.Lease;
import io.ganglion.kernel.Json;
import io.ganglion.testing.Customer;
import io.ganglion.testing.LoopbackPlatform;
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
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How much a tenant holds at one instant, and who waits; what was held is read from the holds. */
@QuarkusTest
@Tag("it")
class CapacityTest {
  @TestHTTPResource("/")
  String url = "";

  private final PatientPlatform busy;
  private final LoopbackPlatform platform;
  private Customer customer;

  CapacityTest() throws IOException {
    busy = new PatientPlatform();
    platform = new LoopbackPlatform();
  }

  @BeforeEach
  void signUp() {
    customer = Customer.newTenant(url.replaceAll("/$", ""));
  }

  @AfterEach
  void close() {
    busy.close();
    platform.close();
  }

  private TenantRows rows() {
    return TenantRows.of(customer);
  }

  private String workflow(String name, String tasks) {
    var document =
        "document: {dsl: '1.0.3', namespace: capacity, name: %s, version: '1.0.0'}%ndo:%n%s"
            .formatted(name, tasks);
    return customer.postYaml("/workflows", document).path("id").asText();
  }

  private String start(String workflow, int priority) {
    var body = Json.object().put("workflow", workflow).put("priority", priority);
    return customer.post("/runs", body).path("id").asText();
  }

  private JsonNode await(String run, String state) {
    return Patience.await(run + " is " + state)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> customer.get("/runs/" + run), it -> it.path("state").asText().equals(state));
  }

  private String get(String where) {
    return "  - get: {call: http, with: {method: get, endpoint: '%s'}}\n".formatted(where);
  }

  /** The most weight that was billable at one instant, by the holds. */
  private long peak() throws SQLException {
    return rows()
        .number(
            """
        SELECT coalesce(max((SELECT sum(h.weight) FROM hold h WHERE h.tenant_id = o.tenant_id AND h.zero_rate IS NULL
          AND h.opened_at <= o.opened_at AND (h.closed_at IS NULL OR h.closed_at > o.opened_at))), 0)
        FROM hold o WHERE o.tenant_id = ? AND o.zero_rate IS NULL
        """);
  }

  private long used() throws SQLException {
    return rows().number("SELECT coalesce(max(used), 0) FROM capacity WHERE tenant_id = ?");
  }

  @Test
  void never_more_is_held_than_the_capacity_and_who_waits_says_so() throws Exception {
    rows().capacity(3);
    var workflow = workflow("busy", get(busy.url()));
    var runs = new ArrayList<String>();
    for (int i = 0; i < 12; i++) {
      runs.add(start(workflow, 0));
    }
    Patience.await("nine wait")
        .until(
            () ->
                runs.stream()
                    .map(run -> customer.get("/runs/" + run).path("waiting_for"))
                    .filter(waiting -> waiting.path("reason").asText().equals("capacity"))
                    .filter(waiting -> waiting.path("detail").asText().equals("capacity 3/3"))
                    .count(),
            waiting -> waiting == 9);
    assertThat(used()).isEqualTo(3);
    busy.answer();
    runs.forEach(run -> await(run, "SUCCEEDED")); // a poll of a waiter alone takes 30 s
    assertThat(peak()).isEqualTo(3);
    assertThat(used()).isZero();
    assertThat(rows().number("SELECT count(*) FROM capacity_waiter WHERE tenant_id = ?")).isZero();
  }

  @Test
  void the_highest_priority_goes_first_and_then_the_oldest() throws Exception {
    rows().capacity(1);
    var holder = start(workflow("holder", get(busy.url())), 0);
    Patience.await("it holds").until(() -> used() == 1);
    var waiting = new ArrayList<String>();
    for (var name : List.of("first/0", "second/0", "urgent/9", "soon/5")) {
      int priority = Integer.parseInt(name.substring(name.indexOf('/') + 1));
      var run = start(workflow(name.replace("/", "-"), get(platform.url("/" + name))), priority);
      await(run, "WAITING");
      waiting.add(run);
    }
    busy.answer();
    await(holder, "SUCCEEDED");
    waiting.forEach(run -> await(run, "SUCCEEDED"));
    assertThat(platform.journal())
        .extracting(LoopbackPlatform.Entry::path)
        .containsExactly("/urgent/9", "/soon/5", "/first/0", "/second/0");
  }

  @Test
  void a_group_that_needs_more_than_there_is_is_refused_at_once() throws Exception {
    rows().capacity(1);
    rows().execute("UPDATE capacity SET used = 0 WHERE tenant_id = ?");
    var run =
        start(
            workflow(
                "group",
                """
                  - group:
                      metadata: {ganglion: {group: atomic}}
                      fork:
                        branches:
                          - one: {call: http, with: {method: put, endpoint: '%s', body: {}}}
                          - two: {call: http, with: {method: put, endpoint: '%s', body: {}}}
                """
                    .formatted(platform.url("/one"), busy.url())),
            0);
    var error = await(run, "FAILED").path("error");
    assertThat(error.path("detail").asText())
        .contains("needs 2 systems at once, and the tenant's capacity is 1");
    assertThat(platform.journal()).isEmpty();
  }

  @Test
  void the_laboratory_counts_against_nothing() throws Exception {
    rows().capacity(0);
    var agent = new Troupe(customer).with("x", "x").agent("free");
    var post = "  - post: {call: x.createPost, with: {connection: x, text: free}}\n";
    var body = Json.object().put("workflow", workflow("free", post)).put("agent", agent);
    await(customer.post("/runs", body).path("id").asText(), "SUCCEEDED");
    assertThat(
            rows()
                .number(
                    "SELECT count(*) FROM hold WHERE tenant_id = ? AND zero_rate = 'laboratory'"))
        .isEqualTo(1);
  }

  @Test
  void taking_back_needs_no_capacity_and_is_not_billed() throws Exception {
    rows().capacity(1);
    var tasks =
        """
          - act:
              call: http
              with: {method: post, endpoint: '%s', body: {}}
              metadata: {ganglion: {compensate: {call: http, with: {method: put, endpoint: '%s', body: {}}}}}
          - fail: {raise: {error: {type: 'https://example.com/no', status: 500}}}
        """
            .formatted(platform.url("/act"), busy.url());
    var run = start(workflow("undo", tasks), 0);
    Patience.await("it takes back")
        .until(
            () ->
                rows()
                        .number(
                            "SELECT count(*) FROM hold WHERE tenant_id = ? AND zero_rate = 'compensation'")
                    == 1);
    assertThat(used()).as("what it takes back with counts nothing").isZero();
    busy.answer();
    await(run, "COMPENSATED");
  }

  @Test
  void time_in_which_only_the_platform_failed_is_not_billed() throws Exception {
    platform.fault(
        "/down",
        LoopbackPlatform.Fault.UNAVAILABLE,
        LoopbackPlatform.Fault.UNAVAILABLE,
        LoopbackPlatform.Fault.UNAVAILABLE);
    var tasks =
        """
          - patience:
              try:
                - get: {call: http, with: {method: get, endpoint: '%s'}}
              catch: {retry: {delay: PT0.2S, limit: {attempt: {count: 5}}}}
        """
            .formatted(platform.url("/down"));
    await(start(workflow("down", tasks), 0), "SUCCEEDED");
    assertThat(rows().number("SELECT count(*) FROM hold_zero WHERE tenant_id = ?")).isPositive();
    assertThat(
            rows()
                .number(
                    """
                SELECT count(*) FROM hold_zero z JOIN hold h ON h.tenant_id = z.tenant_id AND h.id = z.hold_id
                WHERE z.tenant_id = ? AND (z.from_at < h.opened_at OR z.to_at > h.closed_at)
                """))
        .isZero();
  }

  @Test
  void a_receipt_charges_what_is_billed() throws Exception {
    platform.fault("/down", LoopbackPlatform.Fault.UNAVAILABLE);
    var tasks =
        """
          - act:
              call: http
              with: {method: post, endpoint: '%1$s', body: {}}
              metadata: {ganglion: {compensate: {call: http, with: {method: put, endpoint: '%1$s', body: {}}}}}
          - patience:
              try:
                - get: {call: http, with: {method: get, endpoint: '%2$s'}}
              catch: {retry: {delay: PT0.3S, limit: {attempt: {count: 5}}}}
          - fail: {raise: {error: {type: 'https://example.com/no', status: 500}}}
        """
            .formatted(platform.url("/act"), platform.url("/down"));
    var run = start(workflow("charged", tasks), 0);
    await(run, "COMPENSATED");
    var charge = customer.get("/runs/" + run + "/receipt").path("charge");
    long billed =
        rows()
            .number(
                """
            SELECT round(sum(extract(epoch FROM date_trunc('milliseconds', h.closed_at) - date_trunc('milliseconds', h.opened_at)
              - coalesce((SELECT sum(date_trunc('milliseconds', z.to_at) - date_trunc('milliseconds', z.from_at))
                          FROM hold_zero z WHERE z.tenant_id = h.tenant_id AND z.hold_id = h.id), '0')) * 1000))
            FROM hold h WHERE h.tenant_id = ? AND h.zero_rate IS NULL
            """);
    assertThat(billed).isPositive();
    assertThat(charge.path("billable_depth_ms").asLong()).isEqualTo(billed);
    assertThat(charge.path("depth_ms").asLong()).isGreaterThan(billed + 300);
  }

  @Test
  void what_a_dead_worker_held_is_given_back_and_who_waits_goes_on() throws Exception {
    rows().capacity(1);
    var dead = Lease.register(Stack.as("ganglion_engine"), "dead");
    rows()
        .execute(
            """
        WITH system AS (INSERT INTO system (tenant_id, id, connector, environment, principal, label, hold_mode)
          VALUES (?, uuidv7(), 'http', 'public', 'a', 'a', 'shared') RETURNING tenant_id, id),
        held AS (INSERT INTO hold (tenant_id, id, run_id, system_id, connector, weight, opened_at, fence)
          SELECT tenant_id, uuidv7(), uuidv7(), id, 'http', 1, now(), %1$d FROM system RETURNING tenant_id),
        known AS (INSERT INTO worker_tenant (worker_id, tenant_id) SELECT %1$d, tenant_id FROM held)
        UPDATE capacity SET used = 1 FROM held WHERE capacity.tenant_id = held.tenant_id
        """
                .formatted(dead.worker()));
    var run = start(workflow("waits", get(platform.url("/after"))), 0);
    await(run, "WAITING");
    await(run, "SUCCEEDED"); // a lease is 6 s, and a poll of a waiter alone takes 30 s
    assertThat(used()).isZero();
  }

  @Test
  void a_swarm_runs_narrower_where_there_is_not_enough_for_all_of_it() throws Exception {
    rows().capacity(2);
    var agent = models(new CountDownLatch(0));
    var body = Json.object().put("workflow", workflow("swarm", swarm(600))).put("agent", agent);
    var run = customer.post("/runs", body).path("id").asText();
    await(run, "SUCCEEDED");
    assertThat(peak()).isEqualTo(2);
  }

  @Test
  void branches_that_meet_on_one_system_wait_together_where_there_is_no_room() throws Exception {
    rows().capacity(1);
    var holder = start(workflow("holds", get(busy.url())), 0);
    Patience.await("it holds").until(() -> used() == 1);
    var branches = new StringBuilder("  - all:\n      fork:\n        branches:\n");
    for (int i = 0; i < 20; i++) {
      branches.append(
          "          - b%d: {call: http, with: {method: get, endpoint: '%s'}}%n"
              .formatted(i, platform.url("/" + i)));
    }
    var run = start(workflow("meet", branches.toString()), 0);
    assertThat(await(run, "WAITING").path("waiting_for").path("reason").asText())
        .isEqualTo("capacity");
    assertThat(platform.journal()).as("nothing is sent without a hold").isEmpty();
    busy.answer();
    await(holder, "SUCCEEDED");
    await(run, "SUCCEEDED");
    assertThat(platform.journal()).hasSize(20);
    assertThat(peak()).isEqualTo(1);
    assertThat(used()).isZero();
  }

  @Test
  void branches_that_call_models_weigh_as_a_swarm_does() throws Exception {
    rows().capacity(5);
    var told = new CountDownLatch(1);
    var agent = models(told);
    var branches = new StringBuilder("  - all:\n      fork:\n        branches:\n");
    var call =
        "{call: model.chat, with: {connection: model, model: small, messages: [{role: user, content: hi}]}}";
    for (int i = 0; i < 250; i++) {
      branches.append("          - b%d: %s%n".formatted(i, call));
    }
    var body =
        Json.object().put("workflow", workflow("crowd", branches.toString())).put("agent", agent);
    var run = customer.post("/runs", body).path("id").asText();
    Patience.await("all are asked").until(() -> asked() == 250);
    assertThat(used()).isEqualTo(3);
    told.countDown();
    await(run, "SUCCEEDED");
    assertThat(peak()).isEqualTo(3);
    assertThat(used()).isZero();
  }

  @Test
  void a_swarm_goes_wider_when_there_is_room_again() throws Exception {
    rows().capacity(1);
    var told = new CountDownLatch(1);
    var agent = models(told);
    var body = Json.object().put("workflow", workflow("swarm", swarm(300))).put("agent", agent);
    var run = customer.post("/runs", body).path("id").asText();
    Patience.await("as many as fit").until(() -> asked() == 100);
    rows().execute("UPDATE capacity SET k = 3, ceiling = 3 WHERE tenant_id = ?");
    Patience.await("all of them").until(() -> asked() == 300);
    assertThat(used()).isEqualTo(3);
    told.countDown();
    await(run, "SUCCEEDED");
    assertThat(used()).isZero();
  }

  @Test
  void what_a_family_holds_of_one_system_counts_once() throws Exception {
    rows().capacity(1);
    workflow("member", get(busy.url()));
    var run =
        start(
            workflow(
                "root",
                """
                  - both:
                      fork:
                        branches:
                          - own: {call: http, with: {method: get, endpoint: '%s'}}
                          - other: {run: {workflow: {namespace: capacity, name: member, version: '1.0.0'}}}
                """
                    .formatted(busy.url())),
            0);
    Patience.await("both are held")
        .until(
            () ->
                rows().number("SELECT count(*) FROM hold WHERE tenant_id = ? AND closed_at IS NULL")
                    == 2);
    assertThat(used()).isEqualTo(1);
    busy.answer();
    await(run, "SUCCEEDED");
    Patience.await("all is given back").until(() -> used() == 0);
  }

  private static String swarm(int members) {
    return """
      - vote:
          call: ganglion.swarm
          with:
            connection: model
            times: %1$d
            concurrency: %1$d
            arguments: {model: small, messages: [{role: user, content: 'yes?'}]}
            reducer: {type: first, count: %1$d}
    """
        .formatted(members);
  }

  /** How many calls of models there were. */
  private long asked() {
    return platform.journal().stream().filter(it -> !it.path().endsWith("/models")).count();
  }

  /**
   * An agent with a model that is billed: the platform answers as one.
   *
   * @param told when it answers
   */
  private String models(CountDownLatch told) {
    platform.answers(
        entry ->
            entry.path().endsWith("/models") ? "{\"object\":\"list\",\"data\":[]}" : yes(told));
    var connection = Json.object().put("name", "model").put("connector", "model");
    connection.put("environment", "production").put("base_url", platform.url(""));
    connection.putObject("credentials").put("api_key", "a-key-of-the-model");
    return new Troupe(customer).also(connection).agent("voter");
  }

  private static String yes(CountDownLatch told) {
    try {
      told.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return "{\"id\":\"c\",\"model\":\"small\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"yes\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":1}}";
  }
}
