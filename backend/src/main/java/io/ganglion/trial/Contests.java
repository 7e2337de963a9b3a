package io.ganglion.trial;

import io.ganglion.db.TenantTx;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.ContestId;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.Page;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import io.ganglion.kernel.TrialId;
import io.ganglion.kernel.Uuid7;
import io.ganglion.trial.Contest.Entrant;
import io.ganglion.trial.scenario.Scenario;
import io.ganglion.trial.scenario.Scenarios;
import io.ganglion.trial.score.Interval;
import io.ganglion.trial.score.NotWorse;
import io.ganglion.workflow.WorkflowVersion;
import io.ganglion.workflow.Workflows;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Comparisons of trials on the same seeds. Call the changes outside of a transaction. */
@ApplicationScoped
public class Contests {
  private static final String CANDIDATE = "candidate";
  private static final String BASELINE = "baseline";

  /** Of the scenario's depth: what a gate takes for no difference, unless told otherwise. */
  private static final BigDecimal MARGIN = new BigDecimal("0.05");

  private final TenantTx tx;
  private final Scenarios scenarios;
  private final Workflows workflows;
  private final Trials trials;
  private final TrialConfig config;

  Contests(
      TenantTx tx, Scenarios scenarios, Workflows workflows, Trials trials, TrialConfig config) {
    this.tx = tx;
    this.scenarios = scenarios;
    this.workflows = workflows;
    this.trials = trials;
    this.config = config;
  }

  /** A contest and how its entrants stand, the best first. */
  public record Shown(Contest contest, List<Standing> standings, Optional<NotWorse> test) {}

  /**
   * Begins a tournament or a gate; the same again begins none.
   *
   * @throws NotFound if there is no such scenario or workflow
   * @throws TrialProblem if a workflow can't stay in a world, or too many trials wait
   */
  public Shown begin(NewContest wanted) {
    var scenario = scenarios.get(wanted.scenario());
    var entrants = new ArrayList<Entrant>();
    wanted
        .entrants()
        .forEach(
            (name, reference) -> {
              var workflow =
                  reference.isEmpty()
                      ? trials.reference(wanted.tenant(), scenario)
                      : workflows.id(wanted.tenant(), reference);
              trials.confine(wanted.tenant(), workflow, scenario, wanted.connections());
              entrants.add(new Entrant(name, workflow, Json.object()));
            });
    return begin(wanted, scenario, entrants, Optional.empty());
  }

  /**
   * Begins an evolution: the workflow as it is and its variants, by successive halving.
   *
   * @throws NotFound as {@link #begin}
   * @throws TrialProblem as {@link #begin}, and if the workflow declares no knobs
   */
  public Shown evolve(NewContest wanted, String reference) {
    var scenario = scenarios.get(wanted.scenario());
    var tenant = wanted.tenant();
    var base = version(tenant, reference);
    trials.confine(tenant, base.id(), scenario, wanted.connections());
    var entrants = new ArrayList<Entrant>();
    entrants.add(new Entrant("as it is", base.id(), Json.object()));
    var knobs = Knobs.of(workflows.definition(tenant, base.id()).source());
    for (var variant : knobs.variants()) {
      var stored = workflows.create(tenant, Json.write(variant.document())).workflow();
      trials.confine(tenant, stored.id(), scenario, wanted.connections());
      entrants.add(new Entrant(stored.name(), stored.id(), variant.settings()));
    }
    return begin(wanted, scenario, entrants, Optional.of(base.namespace() + "/" + base.name()));
  }

  private WorkflowVersion version(TenantId tenant, String reference) {
    return workflows.find(tenant, reference).orElseThrow(() -> new NotFound("workflow"));
  }

  private Shown begin(
      NewContest wanted, Scenario scenario, List<Entrant> entrants, Optional<String> base) {
    Trials.check(wanted.connections(), scenario);
    if ((long) entrants.size() * wanted.seeds() > NewContest.MAX_TRIALS) {
      throw new InvalidRequest(
          "/seeds",
          "%,d entrants with %,d seeds are more than %,d trials"
              .formatted(entrants.size(), wanted.seeds(), NewContest.MAX_TRIALS));
    }
    var margin =
        wanted.kind() == ContestKind.GATE
            ? Optional.of(
                wanted
                    .margin()
                    .orElseGet(() -> MARGIN.multiply(BigDecimal.valueOf(scenario.depth()))))
            : Optional.<BigDecimal>empty();
    var entry =
        new Contest.Entry(
            wanted.tenant(),
            wanted.id(),
            wanted.kind(),
            scenario.name(),
            scenario.version(),
            wanted.first(),
            wanted.seeds(),
            entrants,
            base,
            margin,
            wanted.connections());
    tx.run(
        wanted.tenant(),
        connection -> {
          if (ContestStore.insert(connection, entry)) {
            var names = entrants.stream().map(Entrant::name).toList();
            hold(connection, entry, names, 0, seeds(entry, 1));
          }
        });
    return get(wanted.tenant(), wanted.id());
  }

  /** Seeds that each entrant has had by the end of a round. */
  private static int seeds(Contest.Entry entry, int round) {
    return entry.kind() == ContestKind.EVOLUTION
        ? Halving.seeds(round, Halving.rounds(entry.entrants().size()), entry.seeds())
        : entry.seeds();
  }

  private void hold(
      Connection connection, Contest.Entry entry, List<String> names, int from, int to)
      throws SQLException {
    var plans = new ArrayList<Trial.Plan>();
    for (int i = from; i < to; i++) {
      for (var entrant : entry.entrants()) {
        if (names.contains(entrant.name())) {
          plans.add(plan(entry, entrant, i));
        }
      }
    }
    if (TrialStore.waiting(connection, entry.tenant()) + plans.size() > config.waiting()) {
      throw TrialProblem.tooMany(config.waiting());
    }
    TrialStore.insert(connection, plans);
    TrialStore.promote(connection, entry.tenant(), config.perTenant());
  }

  private static Trial.Plan plan(Contest.Entry entry, Entrant entrant, int nth) {
    return new Trial.Plan(
        entry.tenant(),
        new TrialId(Uuid7.next()),
        TrialKind.WORKFLOW,
        entry.scenario(),
        entry.version(),
        entry.seed() + nth,
        entrant.workflow(),
        null,
        entry.connections(),
        Optional.of(new Trial.Entry(entry.id(), entrant.name())),
        AgentId.next(),
        RunId.next());
  }

  /** Goes on where all trials so far are over; in the transaction that ends one. */
  void advance(Connection connection, TenantId tenant, ContestId id) throws SQLException {
    var contest = ContestStore.find(connection, tenant, id, true).orElseThrow();
    var held = TrialStore.ofContest(connection, tenant, id);
    if (contest.endedAt() != null || !held.stream().allMatch(trial -> trial.state().ended())) {
      return;
    }
    var entry = contest.entry();
    switch (entry.kind()) {
      case TOURNAMENT ->
          ContestStore.end(connection, tenant, id, null, best(contest.alive(), held));
      case GATE -> {
        boolean passed = test(entry, held).filter(NotWorse::passed).isPresent();
        ContestStore.end(connection, tenant, id, passed, null);
      }
      case EVOLUTION -> {
        int rounds = Halving.rounds(entry.entrants().size());
        var left = Halving.survivors(contest.alive(), means(held));
        if (contest.round() >= rounds) {
          ContestStore.end(connection, tenant, id, null, left.getFirst());
          return;
        }
        int next = contest.round() + 1;
        ContestStore.round(connection, tenant, id, next, left);
        int from = seeds(entry, contest.round());
        int to = seeds(entry, next);
        if (from == to) { // nothing new would be learnt
          ContestStore.end(connection, tenant, id, null, best(left, held));
        } else {
          hold(connection, entry, left, from, to);
        }
      }
    }
  }

  private static String best(List<String> names, List<Trial> held) {
    var means = means(held);
    return names.stream()
        .max(
            Comparator.comparing(
                (String name) -> means.getOrDefault(name, BigDecimal.ONE.negate())))
        .orElseThrow();
  }

  private static Map<String, List<BigDecimal>> scores(List<Trial> held) {
    var scores = new LinkedHashMap<String, List<BigDecimal>>();
    for (var trial : held) {
      if (trial.score() != null) {
        scores
            .computeIfAbsent(
                trial.plan().entry().orElseThrow().entrant(), name -> new ArrayList<>())
            .add(trial.score());
      }
    }
    return scores;
  }

  private static Map<String, BigDecimal> means(List<Trial> held) {
    var means = new HashMap<String, BigDecimal>();
    scores(held).forEach((name, scores) -> means.put(name, Interval.of(scores).mean()));
    return means;
  }

  /** A gate's test; empty while trials are under way, or where one could not be held. */
  private static Optional<NotWorse> test(Contest.Entry entry, List<Trial> held) {
    var scores = scores(held);
    var candidate = scores.getOrDefault(CANDIDATE, List.of());
    var baseline = scores.getOrDefault(BASELINE, List.of());
    return entry.kind() == ContestKind.GATE
            && candidate.size() == entry.seeds()
            && baseline.size() == entry.seeds()
        ? Optional.of(NotWorse.of(candidate, baseline, entry.margin().orElseThrow()))
        : Optional.empty();
  }

  /**
   * One contest.
   *
   * @throws NotFound if there is none
   */
  public Shown get(TenantId tenant, ContestId id) {
    return tx.call(
        tenant,
        connection -> {
          var contest =
              ContestStore.find(connection, tenant, id, false)
                  .orElseThrow(() -> new NotFound("contest"));
          return shown(connection, contest);
        });
  }

  /**
   * Newest first.
   *
   * @param before contests from this one on are left out
   */
  public Page<Shown> list(TenantId tenant, int limit, Optional<ContestId> before) {
    List<Shown> found =
        tx.call(
            tenant,
            connection -> {
              var shown = new ArrayList<Shown>();
              for (var contest :
                  ContestStore.list(
                      connection, tenant, limit + 1, before.map(ContestId::uuid).orElse(null))) {
                shown.add(shown(connection, contest));
              }
              return shown;
            });
    return Page.of(found, limit, one -> one.contest().entry().id().toString());
  }

  private static Shown shown(Connection connection, Contest contest) throws SQLException {
    var entry = contest.entry();
    var held = TrialStore.ofContest(connection, entry.tenant(), entry.id());
    var scores = scores(held);
    var standings = new ArrayList<Standing>();
    for (var entrant : entry.entrants()) {
      var own =
          held.stream()
              .filter(trial -> trial.plan().entry().orElseThrow().entrant().equals(entrant.name()))
              .toList();
      standings.add(
          new Standing(
              entrant.name(),
              entrant.workflow(),
              Optional.ofNullable(scores.get(entrant.name())).map(Interval::of),
              own.size(),
              (int) own.stream().filter(trial -> trial.state() == TrialState.FAILED).count()));
    }
    standings.sort(
        Comparator.comparing(
                (Standing one) -> one.score().map(Interval::mean).orElse(BigDecimal.ONE.negate()))
            .reversed());
    return new Shown(contest, standings, test(entry, held));
  }

  /**
   * Keeps what an evolution found best, as a version of the workflow that was varied.
   *
   * @param version a semantic version that the workflow doesn't have yet
   * @throws NotFound if there is no such contest
   * @throws TrialProblem if it is no evolution that has ended with a variant
   */
  public WorkflowVersion keep(TenantId tenant, ContestId id, String version) {
    var contest = get(tenant, id).contest();
    var entry = contest.entry();
    var winner =
        entry.entrants().stream()
            .filter(entrant -> entrant.name().equals(contest.winner()))
            .filter(entrant -> !entrant.settings().isEmpty())
            .findFirst();
    if (entry.base().isEmpty() || winner.isEmpty()) {
      throw TrialProblem.noWinner();
    }
    var document = workflows.definition(tenant, winner.get().workflow()).source().deepCopy();
    var name = entry.base().get().split("/", 2);
    Knobs.named(document, name[0], name[1], version);
    return workflows.create(tenant, Json.write(document)).workflow();
  }
}
