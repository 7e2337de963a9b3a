package io.ganglion.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import io.ganglion.testing.Customer;
import io.ganglion.testing.LimitedPlatform;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * One 429, answered to one of three workers: none of them sends anything on that key before its
 * reset, whichever tenant asks; then one act tries, and meets another 429; after that one they come
 * one by one, and more as they are answered. Judged by the platform's journal.
 *
 * <p>What was committed as dispatched before the answer was, is sent all the same, within {@link
 * #IN_FLIGHT} of its commit: its bytes may be on the way already. It is counted here, and is at
 * most what each run had under way and began until the pause was committed.
 */
@Tag("faults")
@ExtendWith(NoneLeft.class)
class RateLimitFaultTest {
  private static final int WORKERS = 3;
  private static final int TENANTS = 3;
  private static final int RUNS_A_TENANT = 4;
  private static final int ROUNDS = 50;
  private static final int REFUSED = 150;

  /** The engine sends within this of a dispatch's commit, or commits it anew. */
  private static final Duration IN_FLIGHT = Duration.ofSeconds(2);

  private final List<BackendProcess> processes = new ArrayList<>();
  private String front = "";

  @BeforeEach
  void start() throws Exception {
    int port = Stack.freePort();
    processes.add(BackendProcess.start("api", port, port));
    for (int w = 0; w < WORKERS; w++) {
      processes.add(BackendProcess.start("worker", Stack.freePort(), port));
    }
    for (var process : processes) {
      process.ready();
    }
    front = processes.getFirst().url();
  }

  @AfterEach
  void stop() throws InterruptedException {
    for (var process : processes) {
      process.close();
    }
  }

  @Test
  void an_account_of_x_that_tenants_share_rests_for_all_of_them() throws Exception {
    var answers =
        Map.of(
            "/2/users/me", "{\"data\":{\"id\":\"7\",\"username\":\"seven\"}}",
            "/2/users/7/tweets", "{\"meta\":{\"result_count\":0}}");
    try (var platform = new LimitedPlatform(answers, "/2/users/7/tweets", REFUSED)) {
      judge(platform, "x", Json.object(), "recentPosts");
    }
  }

  @Test
  void binance_which_counts_by_address_rests_for_every_account() throws Exception {
    var answers =
        Map.of(
            "/api/v3/account", "{\"uid\":42,\"balances\":[]}",
            "/api/v3/ticker/price", "{\"symbol\":\"BTCUSDT\",\"price\":\"1\"}");
    try (var platform = new LimitedPlatform(answers, "/api/v3/ticker/price", REFUSED)) {
      judge(platform, "binance", Json.object().put("symbol", "BTCUSDT"), "ticker");
    }
  }

  private void judge(
      LimitedPlatform platform, String connector, JsonNode arguments, String action) {
    var open = new ArrayList<Runnable>();
    for (int t = 0; t < TENANTS; t++) {
      var customer = Customer.newTenant(front);
      connect(customer, connector, platform.url(), t);
      var agent = Json.object().put("name", "reader");
      agent.putArray("connections").add("main");
      var id = customer.post("/agents", agent).path("id").asText();
      var workflow = customer.postYaml("/workflows", document(connector + "." + action, arguments));
      for (int r = 0; r < RUNS_A_TENANT; r++) {
        var start = Json.object().put("agent", id);
        start.put("workflow", workflow.path("id").asText());
        var run = customer.post("/runs", start).path("id").asText();
        open.add(
            () ->
                assertThat(customer.get("/runs/" + run).path("state").asText())
                    .isEqualTo("SUCCEEDED"));
      }
    }
    Patience.await("every run has succeeded")
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(300))
        .untilAsserted(() -> open.forEach(Runnable::run));
    var journal = platform.journal();
    var refused = journal.stream().filter(entry -> entry.status() == 429).toList();
    var limited = refused.getFirst().at();
    var reset = limited.plus(LimitedPlatform.WAIT);
    var inFlight = refused.stream().filter(e -> e.at().isBefore(reset)).count() - 1;
    System.out.printf(
        "%s: %d requests before the 429, %d in flight at it, %d refused in all%n",
        connector,
        journal.stream().filter(e -> e.at().isBefore(limited)).count(),
        inFlight,
        refused.size());
    assertThat(journal)
        .as("sent between what was in flight and the reset")
        .noneMatch(e -> !e.at().isBefore(limited.plus(IN_FLIGHT)) && e.at().isBefore(reset));
    assertThat(inFlight).isLessThan(2L * TENANTS * RUNS_A_TENANT);
    assertThat(refused)
        .as("one act found out that the platform wants another pause")
        .hasSize((int) inFlight + 2);
    var again = refused.getLast().at();
    assertThat(again).isAfterOrEqualTo(reset);
    var after = journal.stream().filter(e -> e.at().isAfter(again)).toList();
    assertThat(after.getFirst().at()).isAfterOrEqualTo(again.plus(LimitedPlatform.WAIT));
    assertGrowing(
        after.stream().filter(e -> e.at().isBefore(after.getFirst().at().plusSeconds(5))).toList());
    assertThat(journal).hasSize(TENANTS * RUNS_A_TENANT * ROUNDS + refused.size());
    assertThat(journal.stream().map(LimitedPlatform.Entry::credential).distinct().count())
        .as("callers")
        .isGreaterThanOrEqualTo(connector.equals("x") ? TENANTS : 1);
  }

  /** After a pause no more are under way at once than were answered, and one. */
  private static void assertGrowing(List<LimitedPlatform.Entry> entries) {
    for (int i = 0; i < entries.size(); i++) {
      var at = entries.get(i).at();
      long answered = entries.stream().filter(e -> e.answered().isBefore(at)).count();
      assertThat(i - answered).as("under way when number %d came", i).isLessThanOrEqualTo(answered);
    }
  }

  private static void connect(Customer customer, String connector, String url, int tenant) {
    var body = Json.object().put("name", "main").put("connector", connector);
    body.put("environment", "production").put("base_url", url);
    var credentials = body.putObject("credentials");
    if (connector.equals("x")) {
      credentials.put("access_token", "token-of-tenant-" + tenant);
    } else {
      credentials.put("api_key", "key-of-tenant-" + tenant).put("secret_key", "secret-" + tenant);
    }
    customer.post("/connections", body);
  }

  private static String document(String function, JsonNode arguments) {
    var with = Json.object().put("connection", "main");
    arguments.properties().forEach(member -> with.set(member.getKey(), member.getValue()));
    return """
    document: {dsl: '1.0.3', namespace: faults, name: limited, version: '1.0.0'}
    do:
      - often:
          for: {each: n, in: '${ [range(%d)] }'}
          do:
            - read: {call: %s, with: %s}
    """
        .formatted(ROUNDS, function, Json.write(with));
  }
}
