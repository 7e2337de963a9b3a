package io.ganglion.api.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.kernel.Json;
import io.ganglion.testing.Customer;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Troupe;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Holds of real runs. */
@QuarkusTest
@Tag("it")
class HoldResourceTest {
  private static final String POSTS =
      """
      document: {dsl: '1.0.3', namespace: holds, name: posts, version: '1.0.0'}
      do:
        - first: {call: x.createPost, with: {connection: main, text: one}}
        - go: {listen: {to: {one: {with: {type: go}}}}}
        - second: {call: x.createPost, with: {connection: main, text: two}}
      """;

  @TestHTTPResource("/")
  String url = "";

  @Test
  void each_stretch_of_a_run_s_claim_is_listed_the_latest_first() {
    var customer = Customer.newTenant(url.replaceAll("/$", ""));
    var agent = new Troupe(customer).with("x", "main").agent("holds");
    var workflow = customer.postYaml("/workflows", POSTS).path("id").asText();
    var body = Json.object().put("workflow", workflow).put("agent", agent);
    var run = customer.post("/runs", body).path("id").asText();
    Patience.await("the first stretch has ended")
        .until(() -> customer.get("/holds?state=CLOSED").path("data").size() == 1);
    customer.tell("go");
    Patience.await("the run has ended")
        .until(() -> !customer.get("/runs/" + run).path("ended_at").isNull());
    var holds = customer.all("/holds?run=" + run);
    assertThat(holds).hasSize(2);
    assertThat(holds)
        .allSatisfy(
            hold -> {
              assertThat(hold.path("run").asText()).isEqualTo(run);
              assertThat(hold.path("connector").asText()).isEqualTo("x");
              assertThat(hold.path("weight").asInt()).isEqualTo(1);
              assertThat(hold.path("zero_rate").asText()).isEqualTo("laboratory");
            });
    assertThat(holds)
        .extracting(hold -> hold.path("close_reason").asText())
        .containsExactly("end", "park");
    assertThat(customer.get("/holds?state=OPEN").path("data")).isEmpty();
    assertThat(customer.get("/holds?limit=1").path("next_cursor").asText()).isNotEmpty();
    var other = Customer.newTenant(url.replaceAll("/$", ""));
    assertThat(other.get("/holds?run=" + run).path("data")).isEmpty();
  }
}
