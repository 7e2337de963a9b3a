package io.ganglion.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import io.ganglion.testing.Consenting;
import io.ganglion.testing.Customer;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Stack;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Several processes need one token that has ended; the platform's journal says who asked. */
@Tag("faults")
@ExtendWith(NoneLeft.class)
class RefreshFaultTest {
  private static final int RUNS = 50;
  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final String ASKS =
      """
      document: {dsl: '1.0.3', namespace: oauth, name: asks, version: '1.0.0'}
      do:
      - wait: {listen: {to: {one: {with: {type: go}}}}}
      - me: {call: x.me, with: {connection: main}}
      """;

  @Test
  void fifty_uses_by_three_processes_make_one_refresh() throws Exception {
    int front = Stack.freePort();
    try (var lab = BackendProcess.start("api,lab", front, front).ready();
        var one = BackendProcess.start("api,worker", Stack.freePort(), front).ready();
        var two = BackendProcess.start("api,worker", Stack.freePort(), front).ready();
        var three = BackendProcess.start("api,worker", Stack.freePort(), front).ready()) {
      var scene = new Scene(lab.url());
      var runs = scene.waiting();
      scene.tokenEnds();
      scene.customer.tell("go");
      scene.succeed(runs);

      assertThat(scene.person.journal())
          .containsExactly("oauth.consented", "oauth.granted", "oauth.refreshed");
      assertThat(List.of(one, two, three)).hasSize(3);
    }
  }

  @Test
  void a_refresher_that_is_killed_costs_the_consent_where_refresh_tokens_have_one_use()
      throws Exception {
    int front = Stack.freePort();
    try (var lab = BackendProcess.start("api,lab", front, front).ready()) {
      var scene = killedRefresher(lab, front);
      try (var next = BackendProcess.start("api,worker", Stack.freePort(), front).ready()) {
        Patience.await("the person is to be asked")
            .atMost(LONGEST)
            .until(() -> scene.connection().path("status").asText(), "reauthorize"::equals);
        assertThat(scene.person.journal())
            .containsExactly(
                "oauth.consented", "oauth.granted", "oauth.refreshed", "oauth.refused");
        for (var run : scene.runs) {
          assertThat(scene.state(run)).isNotIn("FAILED", "SUCCEEDED");
        }
        scene.person.comeBack(
            scene.person.allow(scene.person.askedAgain(scene.connection().path("id").asText())));
        scene.succeed(scene.runs);
        assertThat(next.url()).isNotEmpty();
      }
      assertThat(scene.person.journal())
          .containsExactly(
              "oauth.consented",
              "oauth.granted",
              "oauth.refreshed",
              "oauth.refused",
              "oauth.consented",
              "oauth.granted");
    }
  }

  @Test
  void a_refresher_that_is_killed_costs_nothing_where_the_platform_is_patient() throws Exception {
    int front = Stack.freePort();
    try (var lab = BackendProcess.start("api,lab", front, front).ready()) {
      var scene = killedRefresher(lab, front, "grace=600");
      try (var next = BackendProcess.start("api,worker", Stack.freePort(), front).ready();
          var another = BackendProcess.start("api,worker", Stack.freePort(), front).ready()) {
        scene.succeed(scene.runs);
        assertThat(next.url()).isNotEqualTo(another.url());
      }
      assertThat(scene.person.journal())
          .containsExactly(
              "oauth.consented", "oauth.granted", "oauth.refreshed", "oauth.refreshed_again");
    }
  }

  /**
   * Killed after the platform was asked, before it has answered; it gives the token all the same.
   */
  private static Scene killedRefresher(BackendProcess lab, int front, String... choices)
      throws Exception {
    try (var refresher = BackendProcess.start("api,worker", Stack.freePort(), front).ready()) {
      var scene = new Scene(lab.url(), choices);
      scene.runs = scene.waiting();
      var slow =
          Json.object()
              .put("platform", "x")
              .put("path_prefix", "/2/oauth2/token")
              .put("kind", "slow")
              .put("remaining", 1)
              .put("delay_ms", 3_000);
      scene.customer.post("/lab/faults", slow);
      scene.tokenEnds();
      scene.customer.tell("go");
      Patience.await("the platform is asked")
          .pollInterval(Duration.ofMillis(50))
          .until(() -> scene.customer.get("/lab/faults").at("/data/0/struck").asLong() == 1);
      refresher.kill();
      Patience.await("the platform has given what nobody gets")
          .until(() -> scene.person.journal().contains("oauth.refreshed"));
      return scene;
    }
  }

  /** A customer whose runs wait for their token. */
  private static final class Scene {
    final Customer customer;
    final Consenting person;
    private final String id;
    private List<String> runs = List.of();

    Scene(String url, String... choices) {
      customer = Customer.newTenant(url);
      person = new Consenting(customer, url, "x");
      id = person.connect("main", choices).path("id").asText();
    }

    List<String> waiting() {
      var body = Json.object().put("name", "asker");
      body.putArray("connections").add("main");
      var agent = customer.post("/agents", body).path("id").asText();
      var workflow = customer.postYaml("/workflows", ASKS).path("id").asText();
      var order = Json.object().put("workflow", workflow).put("agent", agent);
      var started =
          IntStream.range(0, RUNS)
              .mapToObj(n -> customer.post("/runs", order).path("id").asText())
              .toList();
      started.forEach(run -> await(run, "WAITING"));
      return started;
    }

    void tokenEnds() throws SQLException {
      try (var c = Stack.asTenant("ganglion_app", TenantId.fromString(customer.tenant()));
          var update = c.createStatement()) {
        update.executeUpdate(
            "UPDATE lab_object SET body = jsonb_set(body, '{ends}', '1') WHERE kind ="
                + " 'oauth.access'");
        update.executeUpdate(
            "UPDATE connection SET token_at = now() - interval '2 hours', token_ends_at = now() -"
                + " interval '1 s'");
      }
    }

    JsonNode connection() {
      return customer.get("/connections/" + id);
    }

    String state(String run) {
      return customer.get("/runs/" + run).path("state").asText();
    }

    void succeed(List<String> all) {
      all.forEach(run -> await(run, "SUCCEEDED"));
    }

    private void await(String run, String state) {
      Patience.await(run + " is " + state)
          .atMost(LONGEST)
          .pollInterval(Duration.ofMillis(100))
          .until(() -> state(run), state::equals);
    }
  }
}
