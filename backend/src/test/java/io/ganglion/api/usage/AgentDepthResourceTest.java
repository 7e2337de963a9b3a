package io.ganglion.api.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.Json;
import io.ganglion.testing.Customer;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Troupe;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The depth of an agent over time. */
@QuarkusTest
class AgentDepthResourceTest {
  @TestHTTPResource("/")
  String url = "";

  private Customer customer;
  private String agent = "";

  @BeforeEach
  void signUp() {
    customer = Customer.newTenant(url.replaceAll("/$", ""));
    agent = new Troupe(customer).with("x", "one").with("x", "two").agent("deep");
  }

  private ValidatableResponse get(String id, String query) {
    return RestAssured.given()
        .header("Authorization", "Bearer " + customer.key())
        .get("/api/v1/agents/" + id + "/depth" + query)
        .then();
  }

  private JsonNode run(String name, String connections) {
    var document =
        """
        document: {dsl: '1.0.3', namespace: depth, name: %1$s, version: '1.0.0'}
        do:
          - both:
              fork:
                branches:
        """
            .formatted(name);
    var branches = new StringBuilder();
    for (var connection : connections.split(" ")) {
      branches.append(
          "        - %1$s: {call: x.createPost, with: {connection: %1$s, text: %2$s}}%n"
              .formatted(connection, name));
    }
    var workflow = customer.postYaml("/workflows", document + branches).path("id").asText();
    var body = Json.object().put("workflow", workflow).put("agent", agent);
    var run = customer.post("/runs", body).path("id").asText();
    Patience.await(run)
        .until(
            () -> customer.get("/runs/" + run),
            it -> it.path("state").asText().equals("SUCCEEDED"));
    return customer.get("/runs/" + run + "/receipt");
  }

  @Nested
  @Tag("it")
  class Status_200 {
    @Test
    void its_parts_have_all_that_the_runs_receipts_have() {
      long depth =
          run("first", "one two").path("charge").path("depth_ms").asLong()
              + run("second", "one").path("charge").path("depth_ms").asLong();
      var points = customer.get("/agents/" + agent + "/depth?points=24").path("points");
      assertThat(points).hasSize(24);
      assertThat(points.path(23).path("depth_peak").asInt()).isEqualTo(2);
      assertThat(points.path(23).path("breadth_peak").asInt()).isEqualTo(1);
      assertThat(points.path(22).path("to")).isEqualTo(points.path(23).path("from"));
      long sum =
          StreamSupport.stream(points.spliterator(), false)
              .mapToLong(point -> point.path("depth_ms").asLong())
              .sum();
      assertThat(sum).isEqualTo(depth);
    }
  }

  @Nested
  @Tag("it")
  class Status_400 {
    @Test
    void for_a_span_or_a_number_that_can_t_be() {
      get(agent, "?points=0").statusCode(400).body("errors[0].pointer", equalTo("/points"));
      get(agent, "?points=many").statusCode(400).body("errors[0].pointer", equalTo("/points"));
      get(agent, "?from=yesterday").statusCode(400).body("errors[0].pointer", equalTo("/from"));
      get(agent, "?from=2026-01-01T00:00:00Z&to=2026-03-01T00:00:00Z")
          .statusCode(400)
          .body("errors[0].pointer", equalTo("/to"));
    }
  }

  @Nested
  @Tag("it")
  class Status_404 {
    @Test
    void for_another_tenants_agent() {
      customer = Customer.newTenant(url.replaceAll("/$", ""));
      get(agent, "").statusCode(404);
      get(AgentId.next().toString(), "").statusCode(404);
    }
  }
}
