package io.ganglion.trial;

import io.ganglion.db.TenantTx;
import io.ganglion.kernel.Problem;
import io.ganglion.kernel.TenantId;
import io.ganglion.kernel.TrialId;
import io.ganglion.trial.scenario.Scenario;
import io.ganglion.trial.scenario.Scenarios;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One look at a trial: opens its world, or sees how far it is, or judges it. Whatever a look does
 * may be done again by another process, from the beginning of that look.
 */
@ApplicationScoped
class Looking {
  private static final Duration SOONEST = Duration.ofMillis(150);
  private static final Duration LATEST = Duration.ofSeconds(2);

  /** A platform that could not be asked: the laboratory is not there. */
  private static final int UNREACHABLE = 502;

  private final TenantTx tx;
  private final Scenarios scenarios;
  private final Beginning beginning;
  private final Actors actors;
  private final Person person;
  private final Judge judge;
  private final Closing closing;
  private final TrialConfig config;

  Looking(
      TenantTx tx,
      Scenarios scenarios,
      Beginning beginning,
      Actors actors,
      Person person,
      Judge judge,
      Closing closing,
      TrialConfig config) {
    this.tx = tx;
    this.scenarios = scenarios;
    this.beginning = beginning;
    this.actors = actors;
    this.person = person;
    this.judge = judge;
    this.closing = closing;
    this.config = config;
  }

  /** Brings the trial a step on, and says when to look again unless it is over. */
  void look(TenantId tenant, TrialId id, Instant now) {
    Optional<Trial> found =
        tx.call(tenant, connection -> TrialStore.find(connection, tenant, id, false));
    if (found.isEmpty() || found.get().state().ended()) {
      return;
    }
    var trial = found.get();
    var plan = trial.plan();
    var scenario = scenarios.get(plan.scenario());
    if (scenario.version() != plan.version()) {
      closing.end(plan, scenario, new Ending.Failed("the scenario has another version by now"));
    } else if (trial.state() == TrialState.OPENING) {
      open(plan, scenario, now);
    } else {
      follow(trial, scenario, now);
    }
  }

  private void open(Trial.Plan plan, Scenario scenario, Instant now) {
    try {
      beginning.open(plan, scenario, now);
    } catch (Problem e) {
      if (e.status() >= 500 && e.status() != UNREACHABLE) {
        throw e; // the database is busy: another look will do
      }
      var reason = "its world could not be opened: " + e.detail();
      closing.end(plan, scenario, new Ending.Failed(reason));
      return;
    }
    actors.start(plan, scenario);
    again(plan, now.plus(SOONEST));
  }

  private void follow(Trial trial, Scenario scenario, Instant now) {
    var plan = trial.plan();
    var runs = actors.of(plan);
    if (runs.isEmpty()) {
      actors.start(plan, scenario); // its process died just before
    }
    var deadline = Objects.requireNonNull(trial.deadline());
    boolean late = trial.finishing() || now.isAfter(deadline);
    boolean rest = runs.stream().allMatch(Actors::rests) && (late || !runs.isEmpty());
    boolean over = rest || now.isAfter(deadline.plus(config.grace()));
    if (over) {
      var ending = judge.judge(plan, scenario, runs);
      runs.forEach(run -> actors.release(plan, run));
      closing.end(plan, scenario, ending);
      return;
    }
    if (late) {
      runs.stream().filter(run -> !run.state().ended()).forEach(run -> actors.stop(plan, run));
    }
    person.decide(plan, scenario);
    again(plan, now.plus(pause(trial, now)));
  }

  /** The longer it takes, the rarer it is looked at. */
  private static Duration pause(Trial trial, Instant now) {
    var started = Objects.requireNonNullElse(trial.times().started(), now);
    var pause = Duration.between(started, now).dividedBy(10);
    if (pause.compareTo(SOONEST) < 0) {
      return SOONEST;
    }
    return pause.compareTo(LATEST) < 0 ? pause : LATEST;
  }

  private void again(Trial.Plan plan, Instant at) {
    tx.run(plan.tenant(), connection -> TrialStore.due(connection, plan.tenant(), plan.id(), at));
  }
}
