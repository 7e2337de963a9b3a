package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import io.ganglion.run.Run;
import io.ganglion.run.RunState;
import io.ganglion.run.Runs;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Stack;
import io.ganglion.workflow.Workflows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Starts workflows in a tenant of their own and waits for what becomes of them. */
@ApplicationScoped
public class Drills {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private final Workflows workflows;
  private final Runs runs;

  Drills(Workflows workflows, Runs runs) {
    this.workflows = workflows;
    this.runs = runs;
  }

  /** A tenant nobody else uses. */
  public TenantId tenant() {
    var tenant = TenantId.next();
    try (var connection = Stack.as("ganglion_app").getConnection();
        var insert =
            connection.prepareStatement(
                "INSERT INTO tenant (id, name, created_at) VALUES (?, 'drill', now())")) {
      connection.setAutoCommit(false);
      try (var scope = connection.createStatement()) {
        scope.execute("SET LOCAL ganglion.tenant = '%s'".formatted(tenant.uuid()));
      }
      insert.setObject(1, tenant.uuid());
      insert.executeUpdate();
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return tenant;
  }

  /** Starts a workflow given by its task list (YAML, indented by two). */
  public RunId start(TenantId tenant, String tasks, JsonNode input) {
    var document =
        """
        document: {dsl: '1.0.3', namespace: drills, name: drill-%d, version: '1.0.0'}
        do:
        %s
        """
            .formatted(NUMBER.incrementAndGet(), tasks);
    var stored = workflows.create(tenant, document);
    return runs.start(tenant, RunId.next(), stored.workflow().id(), null, input).id();
  }

  public RunId start(TenantId tenant, String tasks) {
    return start(tenant, tasks, Json.object());
  }

  public Run get(TenantId tenant, RunId run) {
    return runs.get(tenant, run);
  }

  /** Waits until the run is in one of the states. */
  public Run await(TenantId tenant, RunId run, RunState... states) {
    var wanted = Set.of(states);
    return Patience.await("run " + run + " in " + wanted)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> runs.get(tenant, run), found -> wanted.contains(found.state()));
  }

  /** Waits until the run has ended. */
  public Run ended(TenantId tenant, RunId run) {
    return await(
        tenant, run, RunState.SUCCEEDED, RunState.FAILED, RunState.CANCELLED, RunState.COMPENSATED);
  }
}
