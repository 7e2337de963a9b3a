package io.ganglion.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import io.ganglion.testing.Customer;
import io.ganglion.testing.LoopbackPlatform;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Stack;
import io.ganglion.testing.Troupe;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Upstream budgets, judged by what the platform was sent. X lets an account post 100 in 15 min. */
@QuarkusTest
@Tag("it")
class BudgetTest {
  @TestHTTPResource("/")
  String url = "";

  private final LoopbackPlatform platform;
  private Customer customer;

  BudgetTest() throws IOException {
    platform = new LoopbackPlatform();
  }

  @BeforeEach
  void signUp() {
    customer = Customer.newTenant(url.replaceAll("/$", ""));
    platform.answers(
        entry ->
            switch (entry.method() + " " + entry.path()) {
              case "GET /2/users/me" -> "{\"data\":{\"id\":\"7\",\"username\":\"seven\"}}";
              case "POST /2/tweets" -> "{\"data\":{\"id\":\"1\",\"text\":\"hello\"}}";
              default -> "{}";
            });
  }

  @AfterEach
  void close() {
    platform.close();
  }

  private String connect(String name) {
    var connection = Json.object().put("name", name).put("connector", "x");
    connection.put("environment", "production").put("base_url", platform.url(""));
    connection.putObject("credentials").put("access_token", "a-token-of-" + name);
    return customer.post("/connections", connection).path("id").asText();
  }

  private String posts(String name, String connection, String agent, int times) {
    var document =
        """
        document: {dsl: '1.0.3', namespace: budget, name: %s, version: '1.0.0'}
        do:
          - often:
              for: {each: n, in: '${ [range(%d)] }'}
              do:
                - post: {call: x.createPost, with: {connection: %s, text: '${ "post \\($n)" }'}}
        """
            .formatted(name, times, connection);
    var body = Json.object().put("agent", agent);
    body.put("workflow", customer.postYaml("/workflows", document).path("id").asText());
    return customer.post("/runs", body).path("id").asText();
  }

  private JsonNode await(String run, String state) {
    return Patience.await(run + " is " + state)
        .until(() -> customer.get("/runs/" + run), it -> it.path("state").asText().equals(state));
  }

  private JsonNode budget(String connection, String title) {
    for (var window : customer.get("/connections/" + connection + "/budgets").path("windows")) {
      if (window.path("title").asText().startsWith(title)) {
        return window;
      }
    }
    throw new AssertionError(title);
  }

  /** As if so many slots of a window had gone by. */
  private static void pass(int slots) throws SQLException {
    try (var connection = Stack.asSuperuser();
        var statement = connection.createStatement()) {
      statement.execute("UPDATE budget_use SET slot = slot - " + slots);
    }
  }

  @Test
  void never_more_is_sent_than_the_platform_takes_and_who_waits_says_so() throws SQLException {
    var first = connect("first");
    var second = connect("second"); // another connection, the same account
    var agent =
        customer
            .post(
                "/agents",
                Json.object()
                    .put("name", "poster")
                    .set("connections", Json.mapper().createArrayNode().add("first").add("second")))
            .path("id")
            .asText();
    var one = posts("one", "first", agent, 60);
    await(one, "SUCCEEDED");
    var other = posts("other", "second", agent, 60);
    var waiting = await(other, "WAITING").path("waiting_for");
    assertThat(waiting.path("reason").asText()).isEqualTo("upstream");
    assertThat(waiting.path("detail").asText()).contains("all 100 in PT15M are used up");
    assertThat(platform.effects("/2/tweets")).isEqualTo(100);
    for (var connection : new String[] {first, second}) {
      var budget = budget(connection, "posts of x");
      assertThat(budget.path("used").asInt()).isEqualTo(100);
      assertThat(budget.path("waiting").asInt()).isEqualTo(1);
      assertThat(budget.path("limit").asInt()).isEqualTo(100);
      assertThat(budget.path("clear_at").asText()).isNotEmpty();
    }
    pass(55); // of 61 that have to go by; some do while this runs
    again(other);
    await(other, "WAITING");
    assertThat(platform.effects("/2/tweets"))
        .as("what may lie in the window counts")
        .isEqualTo(100);
    pass(6);
    again(other);
    await(other, "SUCCEEDED");
    assertThat(platform.effects("/2/tweets")).isEqualTo(120);
    assertThat(budget(first, "posts of x").path("used").asInt()).isEqualTo(20);
  }

  /** Makes a run due that waits. */
  private void again(String run) {
    var effect = customer.get("/runs/" + run + "/effects").path("data").path(0).path("id").asText();
    customer.post("/effects/" + effect + "/look-up", Json.object());
  }

  /** Telegram lets a bot write into a chat once a second. */
  @Test
  void a_budget_that_an_argument_tells_apart_is_kept_for_each_of_its_values() {
    var times = new ConcurrentLinkedQueue<Instant>();
    platform.answers(
        entry -> {
          if (entry.path().endsWith("/getMe")) {
            return "{\"ok\":true,\"result\":{\"id\":123456,\"is_bot\":true,\"username\":\"a_bot\"}}";
          }
          if (Json.read(entry.body()).path("chat_id").asInt() == 5) {
            times.add(Instant.now());
          }
          return "{\"ok\":true,\"result\":{\"message_id\":1,\"date\":1,\"chat\":{\"id\":5},\"text\":\"hi\"}}";
        });
    var connection = Json.object().put("name", "bot").put("connector", "telegram");
    connection.put("environment", "production").put("base_url", platform.url(""));
    connection.putObject("credentials").put("bot_token", "123456:" + "a".repeat(30));
    customer.post("/connections", connection);
    var agent = Json.object().put("name", "writer");
    agent.putArray("connections").add("bot");
    var document =
        """
        document: {dsl: '1.0.3', namespace: budget, name: chats, version: '1.0.0'}
        do:
          - often:
              for: {each: chat, in: '${ [5, 6, 5, 7, 5] }'}
              do:
                - send: {call: telegram.sendMessage, with: {connection: bot, chat_id: '${ $chat }', text: hi}}
        """;
    var start = Json.object().put("agent", customer.post("/agents", agent).path("id").asText());
    start.put("workflow", customer.postYaml("/workflows", document).path("id").asText());
    await(customer.post("/runs", start).path("id").asText(), "SUCCEEDED");
    var sent = List.copyOf(times);
    assertThat(sent).hasSize(3);
    for (int i = 1; i < sent.size(); i++) {
      assertThat(Duration.between(sent.get(i - 1), sent.get(i)))
          .isGreaterThanOrEqualTo(Duration.ofMillis(950)); // the window begins with the commit
    }
  }

  @Test
  void another_account_has_its_own_and_the_laboratory_counts_for_itself() {
    connect("first");
    var agent = new Troupe(customer).with("x", "lab").agent("both");
    var run = posts("lab", "lab", agent, 3);
    await(run, "SUCCEEDED");
    var lab = customer.get("/connections").path("data").path(0).path("id").asText();
    assertThat(customer.get("/connections/" + lab + "/budgets").path("windows")).isEmpty();
  }
}
