package io.ganglion.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/** Session runs: an agent adds steps as it goes. Everything answered is committed. */
@ApplicationScoped
public class Sessions {
  /** How often a request that waits for a step's end looks. */
  private static final Duration LOOK = Duration.ofMillis(50);

  private final TenantTx tx;
  private final RunStore runs;
  private final SessionStore store;
  private final Event<Runs.RunDue> due;
  private final int most;
  private final Semaphore waiters;

  Sessions(
      TenantTx tx,
      RunStore runs,
      SessionStore store,
      Event<Runs.RunDue> due,
      SessionConfig config) {
    this.tx = tx;
    this.runs = runs;
    this.store = store;
    this.due = due;
    this.most = config.steps();
    this.waiters = new Semaphore(config.waiters());
  }

  /**
   * Accepts a session. Starting the same id again starts nothing more.
   *
   * @param session as {@link NewRun#session} makes it; its id is made by the caller, so that a
   *     repetition finds the run
   */
  public Run start(NewRun session) {
    return start(session, SessionEnding.IDLE);
  }

  /**
   * As {@link #start(NewRun)}, for clients that leave without a word: once nobody asks anything of
   * it any more, it is completed.
   */
  public Run startUnattended(TenantId tenant, RunId id, AgentId agent, JsonNode input) {
    return start(NewRun.session(tenant, id, agent, input, 0), SessionEnding.COMPLETE);
  }

  private Run start(NewRun session, SessionEnding whenIdle) {
    var tenant = session.tenant();
    var id = session.id();
    var run =
        tx.call(
            tenant,
            connection -> {
              NewRun.insert(connection, List.of(session));
              store.open(connection, tenant, id, whenIdle);
              return runs.find(connection, tenant, id).orElseThrow();
            });
    due.fire(new Runs.RunDue(tenant, id));
    return run;
  }

  /**
   * Adds a step or a group, once: asking again for the same gives its record.
   *
   * @param patience how long to wait for its end
   * @throws SessionProblem when the key stands for another body, or the session takes no more
   * @throws RunProblem when it has ended
   */
  public SessionStep put(
      TenantId tenant, RunId id, SessionStep.Place place, JsonNode body, Duration patience) {
    var step = put(tenant, id, place, body);
    return step.ended() || patience.isZero() ? step : await(tenant, id, place, patience);
  }

  private SessionStep put(TenantId tenant, RunId id, SessionStep.Place place, JsonNode body) {
    var step =
        tx.call(
            tenant,
            connection -> {
              var head = lock(connection, tenant, id);
              var run = runs.find(connection, tenant, id).orElseThrow();
              var known = store.find(connection, run, place);
              if (known.isPresent()) {
                return same(known.get(), body);
              }
              check(run, head);
              store.add(connection, run, place, head.last() + 1, body);
              runs.makeDue(connection, tenant, id);
              return store.find(connection, run, place).orElseThrow();
            });
    if (!step.ended()) {
      due.fire(new Runs.RunDue(tenant, id));
    }
    return step;
  }

  private SessionStore.Head lock(Connection connection, TenantId tenant, RunId id)
      throws SQLException {
    var head = store.lock(connection, tenant, id);
    if (head.isEmpty()) {
      throw runs.find(connection, tenant, id).isPresent()
          ? SessionProblem.notSession()
          : new NotFound("run");
    }
    return head.get();
  }

  private static SessionStep same(SessionStep known, JsonNode body) {
    if (!Json.hash(known.body()).equals(Json.hash(body))) {
      throw SessionProblem.otherBody(known.place().key());
    }
    return known;
  }

  private void check(Run run, SessionStore.Head head) {
    if (run.state().ended()) {
      throw RunProblem.ended(run.state());
    }
    if (head.ending() || run.cancelRequested()) {
      throw SessionProblem.ending();
    }
    if (head.last() >= most) {
      throw SessionProblem.full(most);
    }
  }

  public SessionStep get(TenantId tenant, RunId id, SessionStep.Place place) {
    return tx.call(
            tenant,
            connection -> {
              var run = runs.find(connection, tenant, id).orElseThrow(() -> new NotFound("run"));
              return store.find(connection, run, place);
            })
        .orElseThrow(() -> new NotFound(place.kind().word()));
  }

  /**
   * The step once it has ended, or as it is when the time is over; as it is at once where too many
   * wait already.
   */
  public SessionStep await(TenantId tenant, RunId id, SessionStep.Place place, Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    var step = get(tenant, id, place);
    if (step.ended() || !waiters.tryAcquire()) {
      return step;
    }
    try {
      while (!step.ended() && System.nanoTime() < end) {
        LockSupport.parkNanos(LOOK.toNanos());
        step = get(tenant, id, place);
      }
      return step;
    } finally {
      waiters.release();
    }
  }

  /**
   * Asks a session to end: no more steps are taken when this returns. Asking again for the same
   * changes nothing.
   *
   * @throws SessionProblem when another end was asked for before
   * @throws RunProblem when it has ended
   */
  public Run end(TenantId tenant, RunId id, SessionEnding ending) {
    var run =
        tx.call(
            tenant,
            connection -> {
              lock(connection, tenant, id);
              var found = runs.find(connection, tenant, id).orElseThrow();
              if (found.state().ended()) {
                throw RunProblem.ended(found.state());
              }
              if (found.cancelRequested() || !store.end(connection, found, ending)) {
                throw SessionProblem.ending();
              }
              runs.makeDue(connection, tenant, id);
              return found;
            });
    due.fire(new Runs.RunDue(tenant, id));
    return run;
  }
}
