package io.ganglion.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.kernel.Json;
import io.ganglion.testing.Customer;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Troupe;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class CancelledWhileParkedTest {
  @TestHTTPResource("/")
  String url = "";

  @Test
  void what_it_had_landed_is_taken_back() {
    var customer = Customer.newTenant(url.replaceAll("/$", ""));
    var troupe = new Troupe(customer).with("x", "x");
    var agent = troupe.agent("parked");
    var workflow =
        customer.postYaml(
            "/workflows",
            """
            document: {dsl: '1.0.3', namespace: cancels, name: parked, version: '1.0.0'}
            do:
              - skipped: {if: "false", set: {a: 1}}
              - post:
                  call: x.createPost
                  with: {connection: x, text: taken back}
                  metadata: {ganglion: {compensate: auto}}
              - tried:
                  try:
                    - fail: {raise: {error: {type: 'https://example.org/no', status: 500}}}
                  catch: {retry: {delay: PT1H}}
            """);
    var body = Json.object().put("workflow", workflow.path("id").asText()).put("agent", agent);
    var run = customer.post("/runs", body).path("id").asText();
    await(customer, run, "WAITING");
    customer.post("/runs/" + run + "/cancel", Json.object());
    await(customer, run, "COMPENSATED");
    assertThat(customer.all("/lab/journal?platform=x&account=" + troupe.account("x")))
        .extracting(entry -> entry.path("kind").asText())
        .contains("post.created", "post.deleted");
  }

  private static void await(Customer customer, String run, String state) {
    Patience.await(state)
        .until(() -> customer.get("/runs/" + run).path("state").asText().equals(state));
  }
}
