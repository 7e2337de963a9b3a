package io.ganglion.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.db.EngineTx;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import io.ganglion.testing.Customer;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Stack;
import io.ganglion.testing.Troupe;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Runs that are a living worker's by the database and that it does not know of, as the lost answer
 * to a claim's commit leaves them.
 */
@QuarkusTest
@Tag("it")
class StrayTest {
  /** As the worker's claim does. */
  private static final String TAKE =
      """
      WITH gone AS (DELETE FROM run_queue WHERE run_id = ?)
      UPDATE run SET state = 'RUNNING', phase = 'running', waiting_for = NULL,
             owner = (SELECT max(id) FROM worker WHERE fenced_at IS NULL)
      WHERE id = ? AND state = 'WAITING'
      """;

  @TestHTTPResource("/")
  String url = "";

  @Test
  void a_run_whose_claim_was_never_answered_is_taken_up_again() throws SQLException {
    var customer = Customer.newTenant(url.replaceAll("/$", ""));
    var agent = new Troupe(customer).agent("stray");
    var workflow =
        customer.postYaml(
            "/workflows",
            """
            document: {dsl: '1.0.3', namespace: strays, name: nap, version: '1.0.0'}
            do:
              - nap: {wait: PT5S}
              - done: {set: {ok: true}}
            """);
    var body = Json.object().put("workflow", workflow.path("id").asText()).put("agent", agent);
    var run = customer.post("/runs", body).path("id").asText();
    await(customer, run, "WAITING");
    assertThat(take(TenantId.fromString(customer.tenant()), RunId.fromString(run))).isEqualTo(1);
    await(customer, run, "SUCCEEDED");
  }

  private static int take(TenantId tenant, RunId run) throws SQLException {
    return new EngineTx(Stack.as("ganglion_engine"), 1)
        .call(
            List.of(tenant),
            connection -> {
              try (var take = connection.prepareStatement(TAKE)) {
                take.setObject(1, run.uuid());
                take.setObject(2, run.uuid());
                return take.executeUpdate();
              }
            });
  }

  private static void await(Customer customer, String run, String state) {
    Patience.await(state)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> customer.get("/runs/" + run).path("state").asText().equals(state));
  }
}
