package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.agent.Agent;
import io.ganglion.agent.Agents;
import io.ganglion.agent.MayAct;
import io.ganglion.agent.Policy;
import io.ganglion.connection.ConnectionProblem;
import io.ganglion.connection.Connections;
import io.ganglion.connection.Unchanged;
import io.ganglion.connector.Catalogue;
import io.ganglion.connector.Connector;
import io.ganglion.connector.Credentials;
import io.ganglion.connector.Environments;
import io.ganglion.connector.HoldMode;
import io.ganglion.connector.Manifest;
import io.ganglion.connector.RetryClass;
import io.ganglion.connector.Session;
import io.ganglion.connector.UndoClass;
import io.ganglion.coordination.Capacity;
import io.ganglion.coordination.Cost;
import io.ganglion.coordination.SystemIdentity;
import io.ganglion.coordination.SystemRef;
import io.ganglion.coordination.UpstreamBudgets;
import io.ganglion.db.Refusal;
import io.ganglion.effect.Effect;
import io.ganglion.effect.Settlement;
import io.ganglion.effect.Takes;
import io.ganglion.effect.Target;
import io.ganglion.egress.Origin;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.Problem;
import io.ganglion.kernel.TenantId;
import io.ganglion.run.RunState;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a call goes: the connector, the action, the agent's connection and the system behind
 * it.
 */
final class Targets {
  /** Connectors whose calls name their endpoint themselves, and go there without a connection. */
  private static final Set<String> UNCONNECTED = Set.of("http", "mcp", "a2a");

  /**
   * A run of what is paused or suspended is woken once it may go on; this is for a lost wake-up.
   */
  private static final Duration STOPPED_POLL = Duration.ofMinutes(10);

  /** A platform that gave no new token is asked again about this often. */
  private static final Duration TOKEN_POLL = Duration.ofSeconds(5);

  private final Catalogue catalogue;
  private final Connections connections;
  private final Agents agents;

  Targets(Catalogue catalogue, Connections connections, Agents agents) {
    this.catalogue = catalogue;
    this.connections = connections;
    this.agents = agents;
  }

  /**
   * Opens the target of a call.
   *
   * @param function {@code http}, {@code mcp}, {@code a2a} or {@code connector.action}
   * @param connection name of one of the agent's connections; ignored where a call names its
   *     endpoint
   * @throws Unwind.Fault configuration or authorization, saying what to do
   */
  Target open(Visit visit, String function, String connection, JsonNode arguments) {
    var full = unconnected(function) ? function + ".request" : function;
    var dot = full.indexOf('.');
    var connector =
        catalogue
            .connector(tenant(visit), full.substring(0, dot))
            .orElseThrow(
                () ->
                    visit.fault(WorkflowError.Kind.CONFIGURATION, "no connector for " + function));
    var action = connector.manifest().actions().get(full.substring(dot + 1));
    if (action == null) {
      throw missing(visit, connector, full);
    }
    allow(visit, full, connector, connection);
    if (unconnected(connector.manifest().name())) {
      var address = endpoint(visit, connector, action, arguments);
      allow(visit, full, address, arguments);
      return address;
    }
    var behind = visit.walk().agent().orElseThrow().connection(connection);
    var target = opened(visit, connector, action.name(), behind, arguments);
    if (!target.connector().manifest().actions().containsKey(action.name())) {
      throw missing(visit, target.connector(), full);
    }
    allow(visit, full, target, arguments);
    return target;
  }

  private static Unwind.Fault missing(Visit visit, Connector connector, String function) {
    var action = function.substring(function.indexOf('.') + 1);
    return visit.fault(
        WorkflowError.Kind.CONFIGURATION,
        connector.action(action).isPresent()
            ? function + " is not offered (any more); GET /connectors says why"
            : "no action " + function);
  }

  private static TenantId tenant(Visit visit) {
    return visit.walk().run().tenant();
  }

  /** Whether calls of a function or connector go without a connection. */
  static boolean unconnected(String name) {
    return UNCONNECTED.contains(name);
  }

  /** The target of an effect's undo: the manifest's undo action on the same system. */
  Target undo(Visit visit, Effect landed) {
    var connector = connector(visit, landed);
    var undo = action(visit, connector, landed).undo();
    return opened(
        visit,
        connector,
        undo.orElseThrow(() -> gone(visit, landed.frozen().function() + " has no undo any more")),
        java.util.Objects.requireNonNull(landed.frozen().connection()),
        landed.frozen().arguments());
  }

  /** The target an effect on record went to. */
  Target of(Visit visit, Effect effect) {
    var connector = connector(visit, effect);
    var connection = effect.frozen().connection();
    return connection == null
        ? endpoint(visit, connector, action(visit, connector, effect), effect.frozen().arguments())
        : opened(
            visit, connector, effect.frozen().action(), connection, effect.frozen().arguments());
  }

  boolean undoable(Effect effect) {
    return catalogue
        .connector(effect.frozen().tenant(), effect.frozen().connector())
        .flatMap(connector -> connector.action(effect.frozen().action()))
        .flatMap(Manifest.Action::undo)
        .isPresent();
  }

  private Connector connector(Visit visit, Effect effect) {
    var name = effect.frozen().connector();
    return catalogue
        .connector(effect.frozen().tenant(), name)
        .orElseThrow(() -> gone(visit, "connector " + name + " is no more"));
  }

  /** An effect on record names an action its connector had; connectors don't drop actions. */
  private static Manifest.Action action(Visit visit, Connector connector, Effect effect) {
    return connector
        .action(effect.frozen().action())
        .orElseThrow(() -> gone(visit, effect.frozen().function() + " is no more"));
  }

  private static Unwind.Fault gone(Visit visit, String what) {
    return visit.fault(WorkflowError.Kind.CONFIGURATION, what);
  }

  private Connections.Opened opened(Visit visit, String name) {
    while (true) {
      try {
        return connections.open(visit.walk().run().tenant(), name);
      } catch (Problem e) {
        if (waits(visit, e)) {
          continue;
        }
        if (e.status() >= 500) {
          throw e; // the database is busy, which is no fault of the workflow
        }
        throw visit.fault(
            WorkflowError.Kind.CONFIGURATION, "connection '%s': %s".formatted(name, e.detail()));
      }
    }
  }

  /** Its connector and action are those of the connection as it was opened. */
  private Target opened(
      Visit visit, Connector wanted, String actionName, String name, JsonNode arguments) {
    var opened = opened(visit, name);
    var connection = opened.connection();
    if (!connection.connector().equals(wanted.manifest().name())) {
      throw visit.fault(
          WorkflowError.Kind.CONFIGURATION,
          "connection '%s' is for %s, not for %s"
              .formatted(name, connection.connector(), wanted.manifest().name()));
    }
    if (visit.walk().run().lab() && !connection.environment().equals(Environments.LAB)) {
      throw outside(visit, "connection '%s' is not of the laboratory".formatted(name));
    }
    var connector = opened.connector();
    var action =
        connector
            .action(actionName)
            .orElseThrow(
                () -> missing(visit, connector, wanted.manifest().name() + "." + actionName));
    var system = connection.coordinated(connector.manifest().holdMode() == HoldMode.EXCLUSIVE);
    int calls = connector.manifest().holdMode() == HoldMode.POOL ? 1 : 0;
    return new Target(
        TracedConnector.of(
            Renewing.of(connector, connections, visit.walk().run().tenant(), opened),
            visit.walk().trace()),
        action,
        opened.session(),
        name,
        system,
        List.of(opened.unchanged()),
        new Takes(
            UpstreamBudgets.of(
                connector.manifest(), action, system, opened.session().baseUrl(), arguments),
            calls,
            connection
                .prices()
                .flatMap(prices -> prices.of(action.name()))
                .map(price -> new Cost(price, visit.walk().run().agent(), connection.id()))));
  }

  /**
   * Asks for systems until the run has them.
   *
   * @param asking for all of them at once; null when it has them
   * @throws Unwind.Parked while one of them is not to be had
   */
  void enter(Visit visit, List<Target> into, Supplier<@Nullable Settlement> asking) {
    while (true) {
      switch (asking.get()) {
        case null -> {
          return;
        }
        case Settlement.Wait wait -> Waiter.until(visit, wait);
        case Settlement.Refused refused -> changed(visit, into, refused.refusal());
        case Settlement.Landed l -> throw new IllegalStateException("only entered");
        case Settlement.Failed f -> throw new IllegalStateException("only entered");
        case Settlement.Attention a -> throw new IllegalStateException("only entered");
      }
    }
  }

  /**
   * An intent's commit was refused: it needs more at once than the tenant may hold, the run was
   * cancelled, its tenant or agent is stopped, or a connection is not as it was opened and the run
   * is walked again with what it is now. Returns for who called to ask again.
   *
   * @throws Unwind where asking again would not help
   */
  void changed(Visit visit, List<Target> used, Refusal refusal) {
    var walk = visit.walk();
    if (refusal.reason().equals(Capacity.TOO_DEEP)) {
      throw visit.fault(WorkflowError.Kind.RUNTIME, refusal.detail());
    }
    if (refusal.reason().equals(MayAct.SUSPENDED) || refusal.reason().equals(MayAct.PAUSED)) {
      whileStopped(visit, STOPPED_POLL, refusal.reason(), refusal.detail());
      return;
    }
    if (!refusal.reason().equals(Unchanged.REASON)) {
      throw new Unwind.Cancelled();
    }
    for (var target : used) {
      if (target.connection() != null) {
        connections.forget(walk.run().tenant(), target.connection());
      }
    }
    throw new Unwind.Parked(
        RunState.WAITING, walk.lease().now(), Unchanged.REASON, refusal.detail());
  }

  /**
   * A connection can't be opened now. Where that is to be waited for – a pause, somebody's consent,
   * a new token – it waits while other branches are busy.
   *
   * @return whether to open it again; else it is the workflow's fault, or the database's
   * @throws Unwind.Parked if it is to be waited for, and nobody is busy
   */
  boolean waits(Visit visit, Problem problem) {
    var detail = String.valueOf(problem.detail());
    switch (problem.code()) {
      case ConnectionProblem.PAUSED -> whileStopped(visit, STOPPED_POLL, MayAct.PAUSED, detail);
      case ConnectionProblem.REAUTHORIZE ->
          whileStopped(visit, STOPPED_POLL, Connections.CONSENT, detail);
      case ConnectionProblem.UNREFRESHED -> whileStopped(visit, TOKEN_POLL, "upstream", detail);
      default -> {
        return false;
      }
    }
    return true;
  }

  /** What its agent may do may have been changed meanwhile: then the run is walked again. */
  private void whileStopped(Visit visit, Duration poll, String reason, String detail) {
    Waiter.whileStopped(visit, poll, reason, detail);
    var walk = visit.walk();
    if (walk.agent().isEmpty()) {
      return;
    }
    var was = walk.agent().get();
    var now = agents.ofRun(walk.run().tenant(), was.id());
    if (!now.policy().equals(was.policy()) || !now.connections().equals(was.connections())) {
      throw new Unwind.Parked(
          RunState.WAITING, walk.lease().now(), Unchanged.REASON, "its agent was changed");
    }
  }

  private static Unwind.Fault outside(Visit visit, String why) {
    return visit.fault(
        WorkflowError.Kind.AUTHORIZATION,
        "the run was started with an API key for the laboratory, and " + why);
  }

  private static Target endpoint(
      Visit visit, Connector connector, Manifest.Action action, JsonNode arguments) {
    if (visit.walk().run().lab()) {
      throw outside(visit, "this call goes to an address of its own");
    }
    var tenant = visit.walk().run().tenant();
    var session =
        new Session(
            URI.create("http://unused.invalid"),
            tenant.toString(),
            new Credentials(Json.object()),
            Origin.TENANT);
    var principal = connector.principal(session, arguments);
    var name = connector.manifest().name();
    var id = SystemIdentity.of(tenant, name, "public", principal);
    var system = new SystemRef(id, name, "public", principal, name + " " + principal, false);
    var traced = TracedConnector.of(connector, visit.walk().trace());
    return new Target(traced, action, session, null, system, List.of(), Takes.NOTHING);
  }

  /** Whether the run's agent may act through this connection, and by this function. */
  private static void allow(Visit visit, String function, Connector connector, String connection) {
    var agent = visit.walk().agent();
    boolean needsConnection = !unconnected(connector.manifest().name());
    if (needsConnection && agent.isEmpty()) {
      throw visit.fault(
          WorkflowError.Kind.AUTHORIZATION,
          "%s acts through an agent's connection; start the run with an agent".formatted(function));
    }
    if (agent.isPresent()) {
      allow(visit, agent.get(), function, connection, needsConnection);
    }
  }

  private static void allow(
      Visit visit, Agent agent, String function, String connection, boolean needsConnection) {
    if (needsConnection && !agent.connections().contains(connection)) {
      throw visit.fault(
          WorkflowError.Kind.AUTHORIZATION,
          "agent %s has no connection '%s'; add it to the agent's connections"
              .formatted(agent.name(), connection));
    }
    if (!agent.allowsAction(function)) {
      throw visit.fault(
          WorkflowError.Kind.AUTHORIZATION,
          "the policy of agent %s doesn't allow %s".formatted(agent.name(), function));
    }
  }

  /** Whether the run's agent may do what nothing takes back. */
  private static void allow(Visit visit, String function, Target target, JsonNode arguments) {
    var action = target.action();
    boolean irreversible =
        action.undoClass() == UndoClass.IRREVERSIBLE
            && target.connector().retryClass(action, arguments) != RetryClass.PURE;
    var agent = visit.walk().agent();
    if (irreversible
        && agent.filter(a -> a.irreversible() == Policy.Irreversible.DENY).isPresent()) {
      throw visit.fault(
          WorkflowError.Kind.AUTHORIZATION,
          "%s can't be undone, which the policy of agent %s denies; set irreversible: approve or allow"
              .formatted(function, agent.get().name()));
    }
  }
}
