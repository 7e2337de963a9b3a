package io.ganglion.api.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import io.ganglion.kernel.WorkflowId;
import io.ganglion.testing.Customer;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Stack;
import io.ganglion.testing.Troupe;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs, narrowed. */
@QuarkusTest
@Tag("it")
class RunListTest {
  private static final String CHILD =
      "document: {dsl: '1.0.3', namespace: lists, name: child, version: '%s'}\ndo: [{a: {set: {b: 1}}}]\n";

  @TestHTTPResource("/")
  String url = "";

  private Customer customer;

  @BeforeEach
  void signUp() {
    customer = Customer.newTenant(url.replaceAll("/$", ""));
  }

  private String store(String document) {
    return customer.postYaml("/workflows", document).path("id").asText();
  }

  private String ended(String workflow, String agent) {
    var body = Json.object().put("workflow", workflow);
    var run = customer.post("/runs", agent.isEmpty() ? body : body.put("agent", agent));
    var id = run.path("id").asText();
    Patience.await(id)
        .until(
            () -> customer.get("/runs/" + id), it -> it.path("state").asText().equals("SUCCEEDED"));
    return id;
  }

  private List<String> ids(String query) {
    return customer.all("/runs?" + query).stream().map(it -> it.path("id").asText()).toList();
  }

  @Test
  void a_list_is_narrowed_by_workflow_version_agent_and_parent() {
    var one = store(CHILD.formatted("1.0.0"));
    var two = store(CHILD.formatted("2.0.0"));
    var calls =
        store(
            """
            document: {dsl: '1.0.3', namespace: lists, name: calls, version: '1.0.0'}
            do: [{sub: {run: {workflow: {namespace: lists, name: child, version: '2.0.0'}}}}]
            """);
    var agent = new Troupe(customer).agent("lister");
    var first = ended(one, "");
    var second = ended(two, agent);
    var parent = ended(calls, "");
    var child = ids("parent=" + parent);
    assertThat(child).hasSize(1);
    assertThat(ids("workflow=lists/child")).containsExactly(child.getFirst(), second, first);
    assertThat(ids("workflow=" + one)).containsExactly(first);
    assertThat(ids("agent=" + agent)).containsExactly(second);
    assertThat(ids("agent=" + agent + "&workflow=lists/child&state=SUCCEEDED"))
        .containsExactly(second);
    assertThat(ids("workflow=lists/none")).isEmpty();
    assertThat(ids("workflow=" + WorkflowId.next())).isEmpty();
    assertThat(ids("parent=" + RunId.next())).isEmpty();
    RestAssured.given()
        .header("Authorization", "Bearer " + customer.key())
        .get("/api/v1/runs?workflow=nothing")
        .then()
        .statusCode(400);
  }

  @Test
  void a_page_looks_through_a_bounded_number_and_the_next_goes_on() throws SQLException {
    var agent = new Troupe(customer).agent("rare");
    var workflow = store(CHILD.formatted("1.0.0"));
    var rare = ended(workflow, agent);
    many(customer.get("/tenant").path("id").asText(), WorkflowId.fromString(workflow), 10_050);
    var page = customer.get("/runs?agent=" + agent);
    assertThat(page.path("data")).isEmpty();
    JsonNode next =
        customer.get("/runs?agent=" + agent + "&cursor=" + page.path("next_cursor").asText());
    assertThat(next.path("data")).hasSize(1);
    assertThat(next.path("data").path(0).path("id").asText()).isEqualTo(rare);
    assertThat(next.path("next_cursor").isNull()).isTrue();
  }

  private static void many(String tenant, WorkflowId workflow, int runs) throws SQLException {
    try (var connection = Stack.asTenant("ganglion_app", TenantId.fromString(tenant));
        var insert =
            connection.prepareStatement(
                """
                INSERT INTO run (tenant_id, id, root_id, workflow_id, state, phase, input, ended_at)
                SELECT ?, r, r, ?, 'SUCCEEDED', 'completed', '{}', now() FROM (SELECT uuidv7() AS r FROM generate_series(1, ?)) AS n
                """)) {
      insert.setObject(1, TenantId.fromString(tenant).uuid());
      insert.setObject(2, workflow.uuid());
      insert.setInt(3, runs);
      insert.executeUpdate();
    }
  }
}
