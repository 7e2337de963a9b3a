package io.ganglion.run;

import io.ganglion.audit.Audit;
import io.ganglion.audit.Change;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes back what landed in runs that have ended: each effect by a run of its own, a session of the
 * same agent with nothing else to do. It ends as SUCCEEDED when the effect is UNDONE.
 */
@ApplicationScoped
public class Undos {
  /** Locked, so that one run at a time takes it back. */
  private static final String EFFECT =
      """
      SELECT e.state, e.phase, e.undo_class, r.state AS run_state, r.agent_id, r.priority FROM effect e
      JOIN run r ON r.tenant_id = e.tenant_id AND r.id = e.run_id
      WHERE e.tenant_id = ? AND e.id = ? FOR UPDATE OF e
      """;

  private static final String UNDER_WAY =
      """
      SELECT r.id FROM session_step a JOIN run r ON r.tenant_id = a.tenant_id AND r.id = a.run_id
      WHERE a.tenant_id = ? AND a.position = ? AND a.position LIKE '/undo/%' AND r.ended_at IS NULL
      """;

  private final TenantTx tx;
  private final RunStore runs;
  private final SessionStore sessions;
  private final Event<Runs.RunDue> due;
  private final Audit audit;

  Undos(TenantTx tx, RunStore runs, SessionStore sessions, Event<Runs.RunDue> due, Audit audit) {
    this.tx = tx;
    this.runs = runs;
    this.sessions = sessions;
    this.due = due;
    this.audit = audit;
  }

  private record Subject(
      String state,
      boolean undo,
      String undoClass,
      RunState run,
      @Nullable AgentId agent,
      int priority) {
    void check() {
      if (undo || undoClass.equals("irreversible")) {
        throw RunProblem.irreversible();
      }
      if (!state.equals("LANDED")) {
        throw RunProblem.notLanded(state);
      }
      if (!run.ended()) {
        throw RunProblem.underWay(run);
      }
    }
  }

  /**
   * Starts the undo; asking again while it is under way gives the run that does it.
   *
   * @param fresh the run's id, made by the caller, so that a repetition finds it
   * @throws RunProblem when the effect did not land, can't be taken back, or its run goes on
   */
  public Run start(TenantId tenant, EffectId effect, RunId fresh) {
    var run = tx.call(tenant, connection -> start(connection, tenant, effect, fresh));
    due.fire(new Runs.RunDue(tenant, run.id()));
    return run;
  }

  private Run start(Connection connection, TenantId tenant, EffectId effect, RunId fresh)
      throws SQLException {
    var subject = lock(connection, tenant, effect);
    var place = new SessionStep.Place(SessionStep.Kind.UNDO, effect.toString());
    var known = underWay(connection, tenant, place);
    if (known.isPresent()) {
      return runs.find(connection, tenant, known.get()).orElseThrow();
    }
    subject.check();
    var body = Json.object().put("effect", effect.toString());
    var session = new NewRun(tenant, fresh, null, subject.agent, body, subject.priority, null);
    NewRun.insert(connection, List.of(session));
    sessions.open(connection, tenant, fresh, SessionEnding.COMPLETE);
    var run = runs.find(connection, tenant, fresh).orElseThrow();
    sessions.add(connection, run, place, 1, body);
    sessions.end(connection, run, SessionEnding.COMPLETE);
    var after = Json.object().put("run", fresh.toString());
    audit.note(connection, tenant, Change.of("effect.undo", effect, Json.object(), after));
    return run;
  }

  private static Subject lock(Connection connection, TenantId tenant, EffectId effect)
      throws SQLException {
    try (var select = connection.prepareStatement(EFFECT)) {
      select.setObject(1, tenant.uuid());
      select.setObject(2, effect.uuid());
      try (var row = select.executeQuery()) {
        if (!row.next()) {
          throw new NotFound("effect");
        }
        var agent = row.getObject("agent_id", UUID.class);
        return new Subject(
            row.getString("state"),
            row.getString("phase").equals("undo"),
            row.getString("undo_class"),
            RunState.valueOf(row.getString("run_state")),
            agent == null ? null : new AgentId(agent),
            row.getInt("priority"));
      }
    }
  }

  private static Optional<RunId> underWay(
      Connection connection, TenantId tenant, SessionStep.Place place) throws SQLException {
    try (var select = connection.prepareStatement(UNDER_WAY)) {
      select.setObject(1, tenant.uuid());
      select.setString(2, place.position());
      try (var row = select.executeQuery()) {
        return row.next() ? Optional.of(new RunId(row.getObject(1, UUID.class))) : Optional.empty();
      }
    }
  }
}
