package io.ganglion.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.testing.Customer;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Stack;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * kill -9 of workers that read a trigger, and long pauses of them, two at a time, while an account
 * is mentioned on a platform with every fault a reader can meet. Judged by the platform's own
 * journal: each mention is one event on the bus, and started one run.
 */
@Tag("faults")
@ExtendWith(NoneLeft.class)
class TriggerFaultTest {
  /** So short that what a dead process had is soon another's. */
  private static final Map<String, String> SOON =
      Map.of(
          "GANGLION_TRIGGER_LEAST_INTERVAL", "100ms",
          "GANGLION_TRIGGER_LOOK", "50ms",
          "GANGLION_TRIGGER_LEASE", "3s",
          "GANGLION_TRIGGER_FIRST_WAIT", "100ms",
          "GANGLION_TRIGGER_LONGEST_WAIT", "1s");

  private static final String ON_MENTION =
      """
      document: {dsl: '1.0.3', namespace: faults, name: mentioned, version: '1.0.0'}
      schedule: {on: {one: {with: {type: com.x.mention}}}}
      do:
        - keep: {set: {id: '${ $workflow.input[0].id }'}}
      output: {as: '${ .id }'}
      """;

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void four_kills_lose_no_mention_and_tell_none_twice() throws Exception {
    run(4);
  }

  @Test
  @Tag("long")
  void sixty_kills_lose_no_mention_and_tell_none_twice() throws Exception {
    run(60);
  }

  private void run(int kills) throws Exception {
    var random = Seed.random("kill -9 of pollers × " + kills);
    int front = Stack.freePort();
    try (var api = BackendProcess.start("api,lab", front, front, SOON).ready()) {
      var customer = Customer.newTenant(api.url());
      var me = account(customer);
      var fan = account(customer);
      var connection = (ObjectNode) me.path("connection").deepCopy();
      customer.post("/connections", connection.put("name", "me"));
      customer.postYaml("/workflows", ON_MENTION);
      var trigger =
          customer.post(
              "/triggers",
              Json.object()
                  .put("name", "mentions")
                  .put("connection", "me")
                  .put("poll", "mentions")
                  .put("interval", "PT0.1S"));
      int[] ports = {Stack.freePort(), Stack.freePort()};
      var workers = new BackendProcess[2];
      for (int i = 0; i < 2; i++) {
        workers[i] = BackendProcess.start("worker", ports[i], front, SOON).ready();
      }
      Patience.await("the first poll")
          .until(() -> customer.get(at(trigger)).path("last_poll_at").isTextual());
      var handle = "@" + username(api, me);
      faults(customer, random);
      var over = new AtomicBoolean();
      var crowd = Thread.ofVirtual().start(() -> mention(api, fan, handle, over));
      for (int k = 0; k < kills; k++) {
        Thread.sleep(random.nextLong(20, 900)); // when it strikes is the point of the test
        int victim = random.nextInt(2);
        if (random.nextInt(4) == 0) { // its lease ends while it sleeps
          workers[victim].pause();
          Thread.sleep(4_000);
          workers[victim].resume();
        } else {
          workers[victim].kill();
          workers[victim] = BackendProcess.start("worker", ports[victim], front, SOON).ready();
        }
      }
      over.set(true);
      crowd.join();
      try {
        judge(customer, me.path("account").asText());
      } finally {
        workers[0].close();
        workers[1].close();
      }
    }
  }

  private static String at(JsonNode trigger) {
    return "/triggers/" + trigger.path("id").asText();
  }

  private static JsonNode account(Customer customer) {
    return customer.post("/lab/accounts", Json.object().put("platform", "x"));
  }

  private static void faults(Customer customer, SplittableRandom random) {
    for (var kind : List.of("reset_after", "status_500_before", "truncate_after", "rate_limit")) {
      customer.post(
          "/lab/faults", fault(random, kind, "GET").put("probability", 0.05).put("delay_ms", 300));
    }
    customer.post(
        "/lab/faults",
        fault(random, "search_lag", "POST").put("probability", 0.3).put("delay_ms", 1_500));
  }

  private static ObjectNode fault(SplittableRandom random, String kind, String method) {
    return Json.object()
        .put("platform", "x")
        .put("kind", kind)
        .put("method", method)
        .put("seed", random.nextInt(1_000_000));
  }

  private String username(BackendProcess api, JsonNode account) throws Exception {
    return Json.read(call(api, account, "GET", "/lab/x/2/users/me", "").body())
        .at("/data/username")
        .asText();
  }

  private void mention(BackendProcess api, JsonNode fan, String handle, AtomicBoolean over) {
    try {
      for (int i = 0; !over.get(); i++) {
        var text = Json.object().put("text", "%s hello %d".formatted(handle, i));
        call(api, fan, "POST", "/lab/x/2/tweets", Json.write(text));
        Thread.sleep(150);
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> call(
      BackendProcess api, JsonNode account, String method, String path, String body)
      throws Exception {
    var token = account.at("/connection/credentials/access_token").asText();
    var request =
        HttpRequest.newBuilder(URI.create(api.url() + path))
            .timeout(Duration.ofSeconds(20))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static void judge(Customer customer, String account) {
    var mentions =
        customer.all("/lab/journal?kind=post.mentioned&account=" + account).stream()
            .map(entry -> entry.path("reference").asText())
            .sorted()
            .toList();
    assertThat(mentions).isNotEmpty();
    Patience.await("all of " + mentions.size())
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> told(customer).size() >= mentions.size());
    assertThat(told(customer)).isEqualTo(mentions);
    Patience.await("their runs")
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> ended(customer).size() >= mentions.size());
    var started =
        ended(customer).stream()
            .map(run -> customer.get("/runs/" + run.path("id").asText()).path("output").asText())
            .sorted()
            .toList();
    assertThat(started).isEqualTo(mentions);
    System.out.printf("triggers: %d mentions, each told once%n", mentions.size());
  }

  private static List<JsonNode> ended(Customer customer) {
    return customer.all("/runs?state=SUCCEEDED");
  }

  private static List<String> told(Customer customer) {
    return customer.all("/events?type=com.x.mention").stream()
        .map(entry -> entry.at("/event/id").asText())
        .sorted()
        .toList();
  }
}
