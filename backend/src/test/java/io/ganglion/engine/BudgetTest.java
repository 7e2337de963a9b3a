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
    pass(60);
    again(other);
    await(other, "WAITING");
    assertThat(platform.effects("/2/tweets"))
        .as("what may lie in the window counts")
        .isEqualTo(100);
    pass(1);
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
