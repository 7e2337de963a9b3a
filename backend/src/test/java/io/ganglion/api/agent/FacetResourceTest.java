package io.ganglion.api.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import io.ganglion.testing.Customer;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Troupe;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What was last observed of an agent's systems. */
@QuarkusTest
@Tag("it")
class FacetResourceTest {
  private static final String SOMEBODY_S = "0x00000000000000000000000000000000000000aa";

  @TestHTTPResource("/")
  String url = "";

  private Customer customer;
  private String agent = "";

  @BeforeEach
  void signUp() {
    customer = Customer.newTenant(url.replaceAll("/$", ""));
    agent =
        new Troupe(customer)
            .with("x", "main")
            .with("binance", "exchange")
            .with("evm", "chain")
            .agent("watcher");
  }

  private JsonNode output(String tasks) {
    var document =
        "document: {dsl: '1.0.3', namespace: facets, name: f%d, version: '1.0.0'}%ndo:%n%s"
            .formatted(Math.abs(tasks.hashCode()), tasks);
    var workflow = customer.postYaml("/workflows", document).path("id").asText();
    var body = Json.object().put("workflow", workflow).put("agent", agent);
    var run = customer.post("/runs", body).path("id").asText();
    return Patience.await(run)
        .until(
            () -> customer.get("/runs/" + run), it -> it.path("state").asText().equals("SUCCEEDED"))
        .path("output");
  }

  private JsonNode facets(String connection) {
    for (var system : customer.get("/agents/" + agent + "/facets").path("systems")) {
      if (system.path("connections").path(0).asText().equals(connection)) {
        return system.path("facets");
      }
    }
    throw new AssertionError("no system behind " + connection);
  }

  @Nested
  class Status_200 {
    @Test
    void has_every_system_before_anything_was_observed() {
      var systems = customer.get("/agents/" + agent + "/facets").path("systems");
      assertThat(systems).hasSize(3);
      assertThat(systems).allMatch(system -> system.path("facets").isEmpty());
    }

    @Test
    void has_the_latest_answers_and_whose_they_were() {
      output("- first: {call: x.createPost, with: {connection: main, text: one}}\n");
      output("- second: {call: x.createPost, with: {connection: main, text: two}}\n");
      var facets = facets("main");
      assertThat(facets).hasSize(1);
      assertThat(facets.path(0).path("name").asText()).isEqualTo("last_post");
      assertThat(facets.path(0).path("value").path("text").asText()).isEqualTo("two");
      var effect = customer.get("/effects/" + facets.path(0).path("effect").asText());
      assertThat(effect.path("action").asText()).isEqualTo("createPost");
      assertThat(facets.path(0).path("observed_at").asText())
          .isGreaterThanOrEqualTo(effect.path("dispatched_at").asText());
    }

    @Test
    void what_was_asked_about_somebody_else_is_not_the_accounts_own() {
      output(
          "- theirs: {call: evm.balance, with: {connection: chain, address: '%s'}}\n"
              .formatted(SOMEBODY_S));
      assertThat(facets("chain")).isEmpty();
      output("- own: {call: evm.balance, with: {connection: chain}}\n");
      assertThat(facets("chain").path(0).path("name").asText()).isEqualTo("balance_wei");
    }

    @Test
    void a_workflow_sees_the_same_in_one_step() {
      var all =
          output(
              """
              - money: {call: binance.account, with: {connection: exchange}}
              - post: {call: x.createPost, with: {connection: main, text: said}}
              - seen: {call: ganglion.state, with: {facets: true}}
              """);
      assertThat(all.path("systems")).hasSize(3);
      assertThat(all.at("/systems/0/facets/balances/value").isArray()).isTrue();
      var one = output("- seen: {call: ganglion.state, with: {facets: [main]}}\n");
      assertThat(one.path("systems")).hasSize(1);
      assertThat(one.at("/systems/0/facets/last_post/value/text").asText()).isEqualTo("said");
    }
  }

  @Nested
  class Status_404 {
    @Test
    void for_another_tenants_agent() {
      var other = Customer.newTenant(url.replaceAll("/$", ""));
      RestAssured.given()
          .header("Authorization", "Bearer " + other.key())
          .get("/api/v1/agents/" + agent + "/facets")
          .then()
          .statusCode(404);
    }
  }
}
