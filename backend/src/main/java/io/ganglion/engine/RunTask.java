package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.bus.BusWrite;
import io.ganglion.coordination.Awaited;
import io.ganglion.coordination.HoldWrite.CloseReason;
import io.ganglion.coordination.SpendWrite;
import io.ganglion.coordination.Spends;
import io.ganglion.db.CommitFailed;
import io.ganglion.db.Write;
import io.ganglion.effect.EffectState;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.Problem;
import io.ganglion.outbox.Event;
import io.ganglion.run.Run;
import io.ganglion.run.RunState;
import io.ganglion.run.RunWrite;
import io.ganglion.workflow.RunEnded;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One stay of one run in this worker's memory, from its claim to its end or its park. */
final class RunTask {
  private static final Logger LOG = Logger.getLogger(RunTask.class);

  private static final String STATE = "ganglion.state";
  private static final int MOST_UNDER_WAY = 500;
  private static final WorkflowError INTERNAL =
      WorkflowError.Kind.RUNTIME.error("/", "an internal error; it was logged with the run's id");

  private final Walk walk;
  private final Program program;
  private final Settling settling;

  RunTask(Walk walk, Program program, Settling settling) {
    this.walk = walk;
    this.program = program;
    this.settling = settling;
  }

  /**
   * Walks the run and commits how it came out.
   *
   * @throws CommitFailed when the run is not ours any more or memory can't be trusted: it has to be
   *     let go
   */
  void run() {
    try {
      try {
        var output = program.run(walk);
        settling.settle(walk);
        settling.finishUndoing(walk);
        end(RunState.SUCCEEDED, output, null);
      } catch (Unwind.Fault fault) {
        var came = undo();
        end(ended(RunState.FAILED, came), null, fault.error());
      } catch (Unwind.Cancelled cancelled) {
        var came = undo();
        end(ended(RunState.CANCELLED, came), null, null);
      }
    } catch (Unwind.Parked parked) {
      park(parked);
    } catch (CommitFailed.Unwritable e) { // it would be no other the next time
      LOG.errorf(e, "run %s made data that can't be stored", walk.run().id());
      broken();
    } catch (CommitFailed | Unwind e) {
      throw e;
    } catch (Problem e) {
      if (e.status() >= 500) {
        throw e; // too busy just now: the run is walked again from its journal
      }
      LOG.errorf(e, "run %s met a problem nobody expected", walk.run().id());
      broken();
    } catch (RuntimeException
        | StackOverflowError e) { // a bug of ours must not leave the run without an end
      LOG.errorf(e, "run %s failed for a reason of our own", walk.run().id());
      broken();
    }
  }

  /**
   * Even then no effect is left in doubt: its fate is proven first, or the run waits for that. What
   * asks for compensation is taken back, unless that meets the same trouble.
   */
  private void broken() {
    try {
      end(undoneAllTheSame(), null, INTERNAL);
    } catch (Unwind.Parked parked) {
      park(parked);
    }
  }

  private RunState undoneAllTheSame() {
    try {
      return ended(RunState.FAILED, undo());
    } catch (CommitFailed | Unwind e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      LOG.errorf(e, "run %s can't be compensated for a reason of our own", walk.run().id());
      settling.settle(walk);
      settling.finishUndoing(walk);
      return RunState.FAILED;
    }
  }

  private Settling.Compensated undo() {
    settling.settle(walk.compensating()); // a cancellation does not stop what it asks for
    var came = settling.compensate(walk);
    settling.finishUndoing(walk.compensating());
    return came;
  }

  /** COMPENSATED when everything that landed was taken back and something was; else as it came. */
  private RunState ended(RunState otherwise, Settling.Compensated came) {
    var outward = settling.outward(walk);
    boolean undone =
        outward.contains(EffectState.UNDONE) || walk.wrote().asked() || came.countered();
    if (undone && !came.failed() && !outward.contains(EffectState.LANDED)) {
      return RunState.COMPENSATED;
    }
    return undone || (otherwise == RunState.CANCELLED && Settling.compensates(walk))
        ? RunState.FAILED
        : otherwise;
  }

  private void end(RunState state, @Nullable JsonNode output, @Nullable WorkflowError error) {
    var run = walk.run();
    var holds = walk.scope().holds();
    var unit =
        new ArrayList<Write>(holds.closeAll(CloseReason.END, walk.lease().now(), Awaited.NOTHING));
    var json = error == null ? null : error.toJson();
    unit.addAll(tidied(run));
    unit.add(new RunWrite.End(run.tenant(), run.id(), state, output, json, holds.peak()));
    unit.add(event(state, null));
    walk.journal().append(unit);
    walk.trace().note(STATE, state);
    RunCounts.ended(state, run.attention());
  }

  /**
   * Only what its workflow may have left outside: most have nothing, and each asks the database.
   */
  private List<Write> tidied(Run run) {
    var writes = new ArrayList<Write>();
    var definition = walk.definition();
    if (definition.reach().listens()) {
      writes.add(new BusWrite.Unlisten(run.tenant(), run.id(), ""));
    }
    if (definition.reach().delegates()) {
      writes.add(new RunWrite.StopChildren(run.tenant(), run.id(), ""));
    }
    if (!definition.schedules().isEmpty()) {
      writes.add(new RunEnded(run.tenant(), run.id()));
    }
    return writes;
  }

  private void park(Unwind.Parked parked) {
    var run = walk.run();
    var holds = walk.scope().holds();
    var unit =
        new ArrayList<Write>(
            holds.closeAll(CloseReason.PARK, walk.lease().now(), parked.awaited()));
    unit.add(
        new RunWrite.Park(
            run.tenant(),
            run.id(),
            parked.state(),
            parked.waitingFor(),
            parked.due(),
            holds.peak(),
            underWay(parked)));
    var reason = parked.waitingFor().path("reason").asText();
    if (reason.equals(Spends.REASON)) {
      unit.add(new SpendWrite.Await(run.tenant(), run.id()));
    }
    unit.add(event(parked.state(), parked.waitingFor()));
    walk.journal().append(unit);
    walk.trace().note(STATE, parked.state());
    RunCounts.parked(reason);
  }

  /** So many at most: of a fork with more branches the others begin again as it comes back. */
  private static ObjectNode underWay(Unwind.Parked parked) {
    var began = Json.object();
    parked.left().stream()
        .filter(visit -> visit.start().seq() >= 0)
        .limit(MOST_UNDER_WAY)
        .forEach(visit -> began.put(visit.position(), visit.start().at().toString()));
    return began;
  }

  private Event event(RunState state, @Nullable JsonNode waitingFor) {
    var data = Json.object().put("state", state.name());
    data.set("waiting_for", waitingFor);
    return new Event(walk.run().tenant(), walk.run().id(), "run.state", data);
  }
}
