package io.ganglion.trial;

import io.ganglion.effect.EffectState;
import io.ganglion.effect.EffectStore;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.Page;
import io.ganglion.kernel.Problem;
import io.ganglion.run.NewRun;
import io.ganglion.run.Run;
import io.ganglion.run.RunState;
import io.ganglion.run.Runs;
import io.ganglion.run.SessionEnding;
import io.ganglion.run.Sessions;
import io.ganglion.trial.scenario.Scenario;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The runs of a trial: started, found, stopped and let go. */
@ApplicationScoped
class Actors {
  private static final int MOST_RUNS = 1_000;

  private final Runs runs;
  private final Sessions sessions;
  private final EffectStore effects;

  Actors(Runs runs, Sessions sessions, EffectStore effects) {
    this.runs = runs;
    this.sessions = sessions;
    this.effects = effects;
  }

  /** Once, however often it is asked for; an external agent starts its sessions itself. */
  void start(Trial.Plan plan, Scenario scenario) {
    if (plan.workflow() != null) {
      var input = scenario.drawn(plan.seed()).input();
      runs.start(
          new NewRun(plan.tenant(), plan.run(), plan.workflow(), plan.agent(), input, 0, null));
    }
  }

  /** All of them. */
  List<Run> of(Trial.Plan plan) {
    return plan.kind() == TrialKind.WORKFLOW
        ? runs.family(plan.tenant(), plan.run())
        : runs.ofAgent(plan.tenant(), plan.agent(), plan.run(), MOST_RUNS);
  }

  /** Whether nothing more will come of it by itself. */
  static boolean rests(Run run) {
    return run.state().ended() || run.state() == RunState.NEEDS_ATTENTION;
  }

  /** A session takes no more steps and ends; what else runs is cancelled. */
  void stop(Trial.Plan plan, Run run) {
    if (run.workflow() != null) {
      cancel(plan, run);
      return;
    }
    try {
      sessions.end(plan.tenant(), run.id(), SessionEnding.COMPLETE);
    } catch (Problem e) {
      // it has ended meanwhile
    }
  }

  private void cancel(Trial.Plan plan, Run run) {
    if (run.cancelRequested()) {
      return;
    }
    try {
      runs.cancel(plan.tenant(), run.id());
    } catch (Problem e) {
      // it has ended meanwhile
    }
  }

  /** A run that nobody will ever help on is let go: it has been judged as it stood. */
  void release(Trial.Plan plan, Run run) {
    if (run.state().ended()) {
      return;
    }
    cancel(plan, run);
    var doubtful =
        effects.list(plan.tenant(), run.id(), EffectState.UNKNOWN, Page.MAX_LIMIT, null).data();
    for (var effect : doubtful) {
      try {
        runs.resolve(plan.tenant(), effect.id(), false, "", Json.object());
      } catch (Problem e) {
        // its fate was found out, or its worker still has it
      }
    }
  }
}
