package io.ganglion.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.testing.Customer;
import io.ganglion.testing.LoopbackPlatform;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Troupe;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Money that acts cost: set aside before, counted after, never above a cap. */
@QuarkusTest
@Tag("it")
class SpendTest {
  @TestHTTPResource("/")
  String url = "";

  private final LoopbackPlatform platform;
  private Customer customer;
  private String agent = "";
  private String connection = "";

  SpendTest() throws IOException {
    platform = new LoopbackPlatform();
  }

  /** A model that costs 1 cent a call, and 20 for the 100 tokens that it writes. */
  @BeforeEach
  void signUp() {
    customer = Customer.newTenant(url.replaceAll("/$", ""));
    platform.answers(
        entry ->
            entry.path().endsWith("/models")
                ? "{\"object\":\"list\",\"data\":[]}"
                : "{\"id\":\"c\",\"model\":\"small\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"yes\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":100}}");
    var wanted = Json.object().put("name", "model").put("connector", "model");
    wanted.put("environment", "production").put("base_url", platform.url(""));
    wanted.putObject("credentials").put("api_key", "a-key-of-the-model");
    agent = new Troupe(customer).also(wanted).agent("asker");
    connection = customer.get("/connections").path("data").path(0).path("id").asText();
    var prices = Json.object().put("currency", "USD").put("output", 200_000);
    prices.putObject("calls").put("chat", 1);
    customer.put("/connections/" + connection + "/prices", prices);
  }

  @AfterEach
  void close() {
    platform.close();
  }

  private String ask(String name, int branches) {
    var tasks = new StringBuilder("  - all:\n      fork:\n        branches:\n");
    var call =
        "{call: model.chat, with: {connection: model, model: small, max_tokens: 100, messages: [{role: user, content: hi}]}}";
    for (int i = 0; i < branches; i++) {
      tasks.append("          - b%d: %s%n".formatted(i, call));
    }
    var document =
        "document: {dsl: '1.0.3', namespace: spend, name: %s, version: '1.0.0'}%ndo:%n%s"
            .formatted(name, tasks);
    var body = Json.object().put("agent", agent);
    body.put("workflow", customer.postYaml("/workflows", document).path("id").asText());
    return customer.post("/runs", body).path("id").asText();
  }

  private JsonNode await(String run, String state) {
    return Patience.await(run + " is " + state)
        .until(() -> customer.get("/runs/" + run), it -> it.path("state").asText().equals(state));
  }

  private void cap(String subject, String id, long amount) {
    ObjectNode cap = Json.object().put("currency", "USD").put("amount_minor", amount);
    customer.put("/spend/caps", subject.equals("tenant") ? cap : cap.put(subject, id));
  }

  private JsonNode sum(String subject) {
    for (var sum : customer.get("/spend").path("sums")) {
      boolean whole = sum.path("agent").isNull() && sum.path("connection").isNull();
      if (subject.equals("tenant") ? whole : !sum.path(subject).isNull()) {
        return sum;
      }
    }
    throw new AssertionError(subject);
  }

  private static long spent(JsonNode sum) {
    return sum.path("spent").path("amount_minor").asLong();
  }

  private long asked() {
    return platform.journal().stream().filter(it -> !it.path().endsWith("/models")).count();
  }

  @Test
  void what_acts_cost_is_summed_up_for_the_tenant_its_agents_and_its_connections() {
    await(ask("three", 3), "SUCCEEDED");
    for (var subject : new String[] {"tenant", "agent", "connection"}) {
      assertThat(spent(sum(subject))).as(subject).isEqualTo(3 * 21);
      assertThat(sum(subject).path("reserved").path("amount_minor").asLong()).isZero();
      assertThat(sum(subject).path("cap").isNull()).isTrue();
    }
  }

  @Test
  void what_acts_cost_is_told_by_hour_agent_workflow_and_system() {
    await(ask("three", 3), "SUCCEEDED");
    await(ask("two", 2), "SUCCEEDED");
    var whole = customer.get("/usage/money").path("data");
    assertThat(whole).hasSize(1);
    assertThat(whole.path(0).path("spent_minor").asText()).isEqualTo("105.000000");
    assertThat(whole.path(0).path("reserved_minor").asText()).isEqualTo("0.000000");
    assertThat(whole.path(0).path("acts").asInt()).isEqualTo(5);
    assertThat(whole.path(0).path("workflow").isNull()).isTrue();
    var by = "/usage/money?by=hour,agent,workflow,system,connector&limit=1";
    var first = customer.get(by);
    var second = customer.get(by + "&cursor=" + first.path("next_cursor").asText());
    var apart = List.of(first.path("data").path(0), second.path("data").path(0));
    assertThat(second.path("next_cursor").isNull()).isTrue();
    assertThat(apart).extracting(it -> it.path("acts").asInt()).containsExactlyInAnyOrder(3, 2);
    assertThat(apart).extracting(it -> it.path("workflow").asText()).doesNotHaveDuplicates();
    assertThat(apart).allMatch(it -> it.path("agent").asText().equals(agent));
    assertThat(apart).allMatch(it -> it.path("system").asText().startsWith("sys_"));
    assertThat(apart).allMatch(it -> it.path("connector").asText().equals("model"));
    assertThat(
            customer
                .get("/usage/money?from=2020-01-01T00:00:00Z&to=2020-02-01T00:00:00Z")
                .path("data"))
        .isEmpty();
  }

  @Test
  void a_hundred_agents_at_once_never_pass_a_cap_and_who_waits_goes_on_when_it_is_raised() {
    cap("agent", agent, 100);
    var runs = new ArrayList<String>();
    for (int i = 0; i < 20; i++) {
      runs.add(ask("crowd-" + i, 5));
    }
    runs.forEach(
        run ->
            Patience.await(run + " waits or has ended")
                .until(
                    () -> customer.get("/runs/" + run).path("state").asText(),
                    state -> !state.equals("QUEUED") && !state.equals("RUNNING")));
    long calls = asked();
    assertThat(calls).isPositive();
    assertThat(spent(sum("agent"))).isEqualTo(21 * calls).isLessThanOrEqualTo(100);
    assertThat(sum("agent").path("reserved").path("amount_minor").asLong()).isZero();
    var waiting =
        runs.stream()
            .map(run -> customer.get("/runs/" + run).path("waiting_for"))
            .filter(it -> it.path("reason").asText().equals("spend"))
            .findFirst()
            .orElseThrow();
    assertThat(waiting.path("detail").asText())
        .startsWith("spend cap of the agent:")
        .contains("USD");
    cap("agent", agent, 10_000);
    runs.forEach(run -> await(run, "SUCCEEDED"));
    assertThat(asked()).isEqualTo(100);
    assertThat(spent(sum("tenant"))).isEqualTo(2_100);
  }

  @Test
  void who_waits_goes_on_once_money_that_was_set_aside_comes_back() {
    var answered = new CountDownLatch(1);
    platform.answers(
        entry -> {
          if (entry.path().endsWith("/models")) {
            return "{\"object\":\"list\",\"data\":[]}";
          }
          Patience.await("it may be answered").until(() -> answered.getCount() == 0);
          return "{\"id\":\"c\",\"model\":\"small\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"yes\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":5}}";
        });
    cap("tenant", "", 30); // one may cost 21, and costs 2
    var first = ask("first", 1);
    Patience.await("it is under way").until(() -> asked() == 1);
    var second = ask("second", 1);
    assertThat(await(second, "WAITING").at("/waiting_for/reason").asText()).isEqualTo("spend");
    answered.countDown();
    await(first, "SUCCEEDED");
    await(second, "SUCCEEDED");
    assertThat(spent(sum("tenant"))).isEqualTo(4);
  }

  @Test
  void what_did_not_land_costs_nothing() {
    platform.fault("/v1/chat/completions", LoopbackPlatform.Fault.MISSING);
    await(ask("missing", 1), "FAILED");
    assertThat(spent(sum("tenant"))).isZero();
    assertThat(sum("tenant").path("reserved").path("amount_minor").asLong()).isZero();
  }

  @Test
  void a_cap_of_the_tenant_or_of_a_connection_stops_too() {
    cap("tenant", "", 0);
    assertThat(await(ask("none", 1), "WAITING").path("waiting_for").path("detail").asText())
        .startsWith("spend cap of the tenant");
    cap("tenant", "", 1_000);
    cap("connection", connection, 0);
    assertThat(await(ask("none-too", 1), "WAITING").path("waiting_for").path("detail").asText())
        .startsWith("spend cap of the connection");
    assertThat(asked()).isLessThanOrEqualTo(1);
  }
}
