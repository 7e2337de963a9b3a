package io.ganglion.trial;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.agent.Agents;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.ContestId;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.Page;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import io.ganglion.kernel.TrialId;
import io.ganglion.kernel.WorkflowId;
import io.ganglion.trial.scenario.Scenario;
import io.ganglion.trial.scenario.Scenarios;
import io.ganglion.workflow.Workflows;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What callers do with trials. Call it outside of a transaction. */
@ApplicationScoped
public class Trials {
  /** A world puts its own name before it, within a connection's 64 characters. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9_-]{1,30}");

  private static final int MAX_NAMES = 50;

  private final TenantTx tx;
  private final Scenarios scenarios;
  private final Workflows workflows;
  private final Agents agents;
  private final TrialConfig config;

  Trials(TenantTx tx, Scenarios scenarios, Workflows workflows, Agents agents, TrialConfig config) {
    this.tx = tx;
    this.scenarios = scenarios;
    this.workflows = workflows;
    this.agents = agents;
    this.config = config;
  }

  /**
   * Accepts trials: from now on each is held and judged, or says why it can't be. The same request
   * again accepts none.
   *
   * @throws NotFound if there is no such scenario, workflow or agent
   * @throws TrialProblem if the workflow can't stay in a world, or too many trials wait
   */
  public List<Trial> start(NewTrials wanted) {
    var scenario = scenarios.get(wanted.scenario());
    wanted.policyOf().ifPresent(agent -> agents.get(wanted.tenant(), agent));
    check(wanted, scenario);
    var workflow = workflow(wanted, scenario);
    var plans = new ArrayList<Trial.Plan>();
    for (int i = 0; i < wanted.count(); i++) {
      plans.add(plan(wanted, scenario, workflow, i));
    }
    return accept(wanted.tenant(), plans);
  }

  private static void check(NewTrials wanted, Scenario scenario) {
    if (wanted.external() && wanted.workflow().isPresent()) {
      throw new InvalidRequest("/workflow", "leave it out: an external agent follows none of ours");
    }
    check(wanted.connections(), scenario);
  }

  /**
   * Makes sure that names can be given.
   *
   * @throws InvalidRequest for what can't
   */
  static void check(Map<String, String> connections, Scenario scenario) {
    if (connections.size() > MAX_NAMES) {
      throw new InvalidRequest("/connections", "send at most " + MAX_NAMES);
    }
    connections.forEach(
        (name, part) -> {
          if (!NAME.matcher(name).matches()) {
            throw new InvalidRequest("/connections", "name each with 1 to 30 of a-z, 0-9, _ and -");
          }
          if (!scenario.parts().containsKey(part)) {
            throw new InvalidRequest(
                "/connections", "take one of " + String.join(", ", scenario.parts().keySet()));
          }
        });
  }

  private @Nullable WorkflowId workflow(NewTrials wanted, Scenario scenario) {
    if (wanted.external()) {
      return null;
    }
    var workflow =
        wanted
            .workflow()
            .map(reference -> workflows.id(wanted.tenant(), reference))
            .orElseGet(() -> reference(wanted.tenant(), scenario));
    confine(wanted.tenant(), workflow, scenario, wanted.connections());
    return workflow;
  }

  /**
   * Makes sure that a workflow stays in a world.
   *
   * @throws TrialProblem if it names what is outside
   */
  void confine(
      TenantId tenant, WorkflowId workflow, Scenario scenario, Map<String, String> connections) {
    var names = new HashSet<>(connections.keySet());
    names.addAll(scenario.parts().keySet());
    Confinement.check(workflows.definition(tenant, workflow).source(), names);
  }

  /** The scenario's own solution, as a workflow of the tenant's. */
  WorkflowId reference(TenantId tenant, Scenario scenario) {
    return workflows.create(tenant, scenario.workflow()).workflow().id();
  }

  private static Trial.Plan plan(
      NewTrials wanted, Scenario scenario, @Nullable WorkflowId workflow, int nth) {
    return new Trial.Plan(
        wanted.tenant(),
        new TrialId(derived(wanted.request(), nth)),
        wanted.external() ? TrialKind.EXTERNAL : TrialKind.WORKFLOW,
        scenario.name(),
        scenario.version(),
        wanted.first() + nth,
        workflow,
        wanted.policyOf().orElse(null),
        wanted.connections(),
        Optional.empty(),
        AgentId.next(),
        RunId.next());
  }

  /** A request's n-th identifier: in order, and the same each time. */
  static UUID derived(UUID request, int nth) {
    return new UUID(request.getMostSignificantBits(), request.getLeastSignificantBits() + nth);
  }

  private List<Trial> accept(TenantId tenant, List<Trial.Plan> plans) {
    return tx.call(
        tenant,
        connection -> {
          if (TrialStore.waiting(connection, tenant) + plans.size() > config.waiting()) {
            throw TrialProblem.tooMany(config.waiting());
          }
          TrialStore.insert(connection, plans);
          TrialStore.promote(connection, tenant, config.perTenant());
          var accepted = new ArrayList<Trial>();
          for (var plan : plans) {
            accepted.add(TrialStore.find(connection, tenant, plan.id(), false).orElseThrow());
          }
          return accepted;
        });
  }

  /**
   * One trial.
   *
   * @throws NotFound if there is none
   */
  public Trial get(TenantId tenant, TrialId id) {
    return tx.call(tenant, connection -> TrialStore.find(connection, tenant, id, false))
        .orElseThrow(() -> new NotFound("trial"));
  }

  /** What the trial's actor is told; empty where the scenario has another version by now. */
  public Optional<ObjectNode> input(Trial trial) {
    var plan = trial.plan();
    return scenarios.all().stream()
        .filter(one -> one.name().equals(plan.scenario()) && one.version() == plan.version())
        .findFirst()
        .map(one -> one.drawn(plan.seed()).input());
  }

  /** Newest first; what is empty narrows nothing. */
  public Page<Trial> list(
      TenantId tenant,
      Optional<String> scenario,
      Optional<TrialState> state,
      Optional<ContestId> contest,
      int limit,
      Optional<TrialId> before) {
    var narrow = new TrialStore.Narrow(scenario, state, contest);
    var found =
        tx.call(
            tenant,
            connection ->
                TrialStore.list(
                    connection, tenant, narrow, limit + 1, before.map(TrialId::uuid).orElse(null)));
    return Page.of(found, limit, trial -> trial.id().toString());
  }

  /**
   * Has an external agent's trial judged now; again: changes nothing.
   *
   * @throws NotFound if there is none
   * @throws TrialProblem if it is over, or of another kind
   */
  public Trial finish(TenantId tenant, TrialId id) {
    return tx.call(
        tenant,
        connection -> {
          var trial =
              TrialStore.find(connection, tenant, id, true)
                  .orElseThrow(() -> new NotFound("trial"));
          if (trial.plan().kind() != TrialKind.EXTERNAL) {
            throw TrialProblem.notExternal();
          }
          if (trial.state().ended()) {
            throw TrialProblem.over(trial.state());
          }
          TrialStore.finish(connection, tenant, id);
          TrialStore.due(connection, tenant, id, Instant.now());
          return TrialStore.find(connection, tenant, id, false).orElseThrow();
        });
  }
}
