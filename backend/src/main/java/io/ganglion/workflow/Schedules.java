package io.ganglion.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.audit.Audit;
import io.ganglion.audit.Change;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.TenantId;
import io.ganglion.kernel.WorkflowId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.stream.Collectors;

/**
 * Schedules of the tenant's workflows: a name has that of its latest version, which goes when a
 * newer one is stored.
 */
@ApplicationScoped
public class Schedules {
  private final TenantTx tx;
  private final ScheduleStore store;
  private final Workflows workflows;
  private final Audit audit;
  private final Clock clock = Clock.systemUTC();

  Schedules(TenantTx tx, ScheduleStore store, Workflows workflows, Audit audit) {
    this.tx = tx;
    this.store = store;
    this.workflows = workflows;
    this.audit = audit;
  }

  /**
   * The schedule of a workflow's name.
   *
   * @param workflow any version
   * @throws NotFound if the latest version has none
   */
  public ScheduleState get(TenantId tenant, WorkflowId workflow) {
    var version = workflows.get(tenant, workflow).workflow();
    return tx.call(tenant, connection -> store.find(connection, tenant, version))
        .orElseThrow(() -> new NotFound("schedule"));
  }

  /** The kinds of a schedule, of every, cron, after and on. */
  public String kind(TenantId tenant, ScheduleState state) {
    return workflows.definition(tenant, state.workflow()).schedules().stream()
        .map(Schedule::kind)
        .collect(Collectors.joining(", "));
  }

  /** Starts no more runs until it is resumed; runs under way go on. */
  public ScheduleState pause(TenantId tenant, WorkflowId workflow) {
    var state = get(tenant, workflow);
    var version = workflows.get(tenant, state.workflow()).workflow();
    tx.run(
        tenant,
        connection -> {
          store.pause(connection, tenant, version);
          audit.note(
              connection,
              tenant,
              Change.of("schedule.paused", state.workflow(), facts(false), facts(true)));
        });
    return get(tenant, workflow);
  }

  /** Goes on from now: what was missed is not made up for. */
  public ScheduleState resume(TenantId tenant, WorkflowId workflow) {
    var state = get(tenant, workflow);
    var version = workflows.get(tenant, state.workflow()).workflow();
    var resumed = workflows.definition(tenant, state.workflow()).schedules();
    tx.run(
        tenant,
        connection -> {
          store.resume(connection, tenant, version, resumed, clock.instant());
          audit.note(
              connection,
              tenant,
              Change.of("schedule.resumed", state.workflow(), facts(true), facts(false)));
        });
    return get(tenant, workflow);
  }

  private static JsonNode facts(boolean paused) {
    return Json.object().put("paused", paused);
  }
}
