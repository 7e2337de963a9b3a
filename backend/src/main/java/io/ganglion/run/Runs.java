package io.ganglion.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.audit.Audit;
import io.ganglion.audit.Change;
import io.ganglion.bus.Bus;
import io.ganglion.bus.CloudEvent;
import io.ganglion.db.TenantTx;
import io.ganglion.db.WorkerBarrier;
import io.ganglion.effect.InFlight;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.Page;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import io.ganglion.kernel.WorkflowId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What callers do with runs. Everything answered is committed. */
@ApplicationScoped
public class Runs {
  private final TenantTx tx;
  private final RunStore store;
  private final WorkerBarrier barrier;
  private final Bus bus;
  private final Event<RunDue> due;
  private final Doorway doorway;
  private final InFlight inFlight;
  private final Audit audit;

  Runs(
      TenantTx tx,
      RunStore store,
      WorkerBarrier barrier,
      Bus bus,
      Event<RunDue> due,
      Doorway doorway,
      InFlight inFlight,
      Audit audit) {
    this.tx = tx;
    this.store = store;
    this.barrier = barrier;
    this.bus = bus;
    this.due = due;
    this.doorway = doorway;
    this.inFlight = inFlight;
    this.audit = audit;
  }

  /** A run may be due now; fired after the commit. */
  public record RunDue(TenantId tenant, RunId run) {}

  /**
   * Accepts a run: from now on it ends, or says what it waits for. Starting the same id again
   * starts nothing more.
   *
   * @param id made by the caller, so that a repetition finds the run
   */
  public Run start(
      TenantId tenant, RunId id, WorkflowId workflow, @Nullable AgentId agent, JsonNode input) {
    return start(new NewRun(tenant, id, workflow, agent, input, 0, null));
  }

  /**
   * As {@link #start(TenantId, RunId, WorkflowId, AgentId, JsonNode)}, with all that can be said.
   */
  public Run start(NewRun run) {
    return doorway.begin(run).orElseGet(() -> queue(run));
  }

  private Run queue(NewRun accepted) {
    var run =
        tx.call(
            accepted.tenant(),
            connection -> {
              NewRun.insert(connection, List.of(accepted));
              return store.find(connection, accepted.tenant(), accepted.id()).orElseThrow();
            });
    due.fire(new RunDue(accepted.tenant(), accepted.id()));
    return run;
  }

  /**
   * Starts a run anew that did not succeed: another run of the same workflow version, with the same
   * agent, input and priority. What the first one did stays done.
   *
   * @param fresh the new run, made by the caller as for {@link #start}
   * @throws RunProblem when it is under way, has succeeded or is a session
   */
  public Run retry(TenantId tenant, RunId id, RunId fresh) {
    var run = get(tenant, id);
    if (run.workflow() == null) {
      throw RunProblem.isSession();
    }
    if (!run.state().ended() || run.state() == RunState.SUCCEEDED) {
      throw RunProblem.nothingToRetry(run.state());
    }
    return start(
        new NewRun(tenant, fresh, run.workflow(), run.agent(), run.input(), run.priority(), null));
  }

  public Run get(TenantId tenant, RunId id) {
    return tx.call(tenant, connection -> store.find(connection, tenant, id))
        .orElseThrow(() -> new NotFound("run"));
  }

  /** Newest first. */
  public Page<Run> list(TenantId tenant, RunFilter filter, int limit, Optional<RunId> before) {
    return tx.call(tenant, connection -> RunList.page(connection, tenant, filter, limit, before));
  }

  /** A run and all that it started, and those; empty where it was not started. */
  public List<Run> family(TenantId tenant, RunId root) {
    return tx.call(tenant, connection -> store.family(connection, tenant, root));
  }

  /**
   * An agent's runs that were accepted after a point in time, oldest first.
   *
   * @param after an identifier that was made then
   * @param limit the most
   */
  public List<Run> ofAgent(TenantId tenant, AgentId agent, RunId after, int limit) {
    return tx.call(tenant, connection -> store.ofAgent(connection, tenant, agent, after, limit));
  }

  /** In the order the visits started. */
  public Page<Step> steps(
      TenantId tenant, RunId run, int limit, int afterSeq, String afterPosition) {
    get(tenant, run);
    return tx.call(
        tenant, connection -> store.steps(connection, tenant, run, limit, afterSeq, afterPosition));
  }

  /**
   * Asks a run to stop. When this returns, nothing new is dispatched for it; compensation runs
   * where tasks ask for it.
   *
   * @return the effects that were in flight at that moment: their fate will be found out
   * @throws RunProblem when it has ended
   */
  public List<EffectId> cancel(TenantId tenant, RunId id) {
    var owners =
        tx.call(
            tenant,
            connection -> {
              var run = store.find(connection, tenant, id).orElseThrow(() -> new NotFound("run"));
              if (run.state().ended()) {
                throw RunProblem.ended(run.state());
              }
              var told = store.requestCancel(connection, tenant, id);
              var before = Json.object().put("state", run.state().name());
              audit.note(
                  connection,
                  tenant,
                  Change.of(
                      "run.cancelled", id, before, Json.object().put("cancel_requested", true)));
              return told;
            });
    owners.forEach(owner -> barrier.await(OptionalLong.of(owner)));
    due.fire(new RunDue(tenant, id));
    return inFlight.ofRun(tenant, id);
  }

  /**
   * Says what became of an effect whose fate can't be proven, and wakes its run.
   *
   * @param reference the platform's name for what landed; empty when it did not
   * @throws RunProblem when its fate is known
   */
  public void resolve(
      TenantId tenant, EffectId effect, boolean landed, String reference, JsonNode output) {
    var run =
        tx.call(
            tenant,
            connection -> {
              var resolved = store.resolve(connection, tenant, effect, landed, reference, output);
              var before = Json.object().put("state", "UNKNOWN");
              var after =
                  Json.object()
                      .put("state", landed ? "LANDED" : "NOT_LANDED")
                      .put("reference", reference);
              audit.note(connection, tenant, Change.of("effect.resolved", effect, before, after));
              return resolved;
            });
    due.fire(new RunDue(tenant, run));
  }

  /**
   * Stores an event that only this run sees; a listen task of it takes it, now or later.
   *
   * @throws RunProblem when the run has ended
   */
  public void signal(TenantId tenant, RunId id, CloudEvent event) {
    var state = get(tenant, id).state();
    if (state.ended()) {
      throw RunProblem.ended(state);
    }
    bus.signal(tenant, id, event);
  }

  /**
   * Wakes all runs that wait for that reason, in the tenant's transaction under way. Workers find
   * them by their poll.
   */
  public static void wakeAll(Connection connection, TenantId tenant, String reason)
      throws SQLException {
    RunStore.makeDue(connection, tenant, reason);
  }

  /** Wakes all runs that wait for that reason. */
  public void wakeAll(TenantId tenant, String reason) {
    tx.run(tenant, connection -> RunStore.makeDue(connection, tenant, reason));
  }

  /** Wakes a run that waits, e.g. to look an effect up now. */
  public void wake(TenantId tenant, RunId run) {
    tx.run(tenant, connection -> store.makeDue(connection, tenant, run));
    due.fire(new RunDue(tenant, run));
  }
}
