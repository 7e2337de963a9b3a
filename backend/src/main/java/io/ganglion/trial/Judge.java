package io.ganglion.trial;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.agent.Agent;
import io.ganglion.effect.Effect;
import io.ganglion.effect.EffectState;
import io.ganglion.effect.EffectStore;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.Page;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import io.ganglion.lab.Journal;
import io.ganglion.run.Run;
import io.ganglion.trial.scenario.Goal;
import io.ganglion.trial.scenario.Happened;
import io.ganglion.trial.scenario.Scenario;
import io.ganglion.trial.score.Facts;
import io.ganglion.trial.score.Score;
import io.ganglion.trial.score.Yardstick;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;

/** Judges a trial by the platforms' journals and the ledger of its runs. */
@ApplicationScoped
class Judge {
  /** Entries and effects beyond these are not looked at: far above any scenario's limits. */
  private static final int MOST = 50_000;

  private final Journal journal;
  private final EffectStore effects;

  Judge(Journal journal, EffectStore effects) {
    this.journal = journal;
    this.effects = effects;
  }

  /**
   * What it came to.
   *
   * @param runs all of the trial's
   */
  Ending.Judged judge(Trial.Plan plan, Scenario scenario, List<Run> runs) {
    var happened =
        journal.of(plan.tenant(), plan.id().uuid(), MOST).stream()
            .map(one -> new Happened(one.part(), one.entry().kind(), one.entry().payload()))
            .toList();
    var drawn = scenario.drawn(plan.seed());
    var goals = drawn.judge(scenario.goals(), happened);
    var invariants = drawn.judge(scenario.invariants(), happened);
    var ledger = new ArrayList<Effect>();
    runs.forEach(run -> ledger.addAll(effects(plan.tenant(), run.id())));
    boolean held = invariants.stream().allMatch(Goal.Verdict::attained);
    var facts =
        new Facts(
            depth(plan, scenario, ledger),
            held && coherent(runs, ledger),
            goals.size(),
            (int) goals.stream().filter(Goal.Verdict::attained).count(),
            goals.stream().mapToInt(Goal.Verdict::surplus).sum(),
            goals.stream().mapToInt(Goal.Verdict::missing).sum(),
            (int) ledger.stream().filter(Judge::unknown).count(),
            ledger.stream().mapToInt(Effect::attempts).sum(),
            happened.stream().mapToLong(Tariff::micros).sum());
    var par = scenario.par();
    var limits = scenario.limits();
    var score =
        Score.of(
            facts,
            new Yardstick(
                scenario.depth(),
                par.attempts(),
                limits.attempts(),
                par.spendMicros(),
                limits.spendMicros()));
    return new Ending.Judged(
        score.total(), result(facts, score, goals, invariants, happened, runs));
  }

  private List<Effect> effects(TenantId tenant, RunId run) {
    var all = new ArrayList<Effect>();
    EffectId after = null;
    do {
      var page = effects.list(tenant, run, null, Page.MAX_LIMIT, after);
      all.addAll(page.data());
      after = page.next().map(EffectId::fromString).orElse(null);
    } while (after != null && all.size() < MOST);
    return all;
  }

  private static boolean unknown(Effect effect) {
    return effect.state() == EffectState.UNKNOWN || effect.state() == EffectState.DISPATCHED;
  }

  private static boolean coherent(List<Run> runs, List<Effect> ledger) {
    return !runs.isEmpty()
        && runs.stream().allMatch(run -> run.state().ended() && !run.attention())
        && ledger.stream().noneMatch(effect -> effect.state().open())
        && ledger.stream()
            .noneMatch(
                effect -> effect.frozen().undoOf() != null && effect.state() != EffectState.LANDED);
  }

  /** Parts on which something landed, taken back or not: each is a system of weight 1. */
  private static int depth(Trial.Plan plan, Scenario scenario, List<Effect> ledger) {
    var names = World.names(plan, scenario);
    var touched = new HashSet<String>();
    ledger.stream()
        .filter(
            effect -> effect.state() == EffectState.LANDED || effect.state() == EffectState.UNDONE)
        .forEach(
            effect ->
                names.forEach(
                    (name, part) -> {
                      if (Agent.inWorld(plan.id().uuid(), name)
                          .equals(effect.frozen().connection())) {
                        touched.add(part);
                      }
                    }));
    return touched.size();
  }

  private static JsonNode result(
      Facts facts,
      Score score,
      List<Goal.Verdict> goals,
      List<Goal.Verdict> invariants,
      List<Happened> happened,
      List<Run> runs) {
    var result = Json.object();
    var parts =
        result
            .putObject("score")
            .put("earned", score.earned())
            .put("mishaps", score.mishaps())
            .put("effort", score.effort())
            .put("spend", score.spend());
    parts.put("total", score.total());
    result.set("facts", Json.mapper().valueToTree(facts));
    var told = result.putArray("goals");
    goals.forEach(verdict -> told.add(verdict(verdict)));
    var kept = result.putArray("invariants");
    invariants.forEach(verdict -> kept.add(verdict(verdict)));
    var counts = new TreeMap<String, Integer>();
    happened.forEach(one -> counts.merge(one.part() + " " + one.kind(), 1, Integer::sum));
    var journal = result.putObject("journal");
    counts.forEach(journal::put);
    var ids = result.putArray("runs");
    runs.forEach(
        run ->
            ids.addObject()
                .put("id", run.id().toString())
                .put("state", run.state().name())
                .put("depth_peak", run.depthPeak()));
    return result;
  }

  private static JsonNode verdict(Goal.Verdict verdict) {
    return Json.object()
        .put("name", verdict.name())
        .put("found", verdict.found())
        .put("attained", verdict.attained());
  }
}
