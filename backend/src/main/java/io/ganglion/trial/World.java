package io.ganglion.trial;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.agent.Agent;
import io.ganglion.agent.AgentSettings;
import io.ganglion.agent.Agents;
import io.ganglion.agent.Policy;
import io.ganglion.connection.Authorizations;
import io.ganglion.connection.Connections;
import io.ganglion.connection.NewConnection;
import io.ganglion.connector.Catalogue;
import io.ganglion.connector.Environments;
import io.ganglion.kernel.ConnectionId;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.TenantId;
import io.ganglion.lab.Accounts;
import io.ganglion.lab.Faults;
import io.ganglion.lab.Platform;
import io.ganglion.trial.scenario.Scenario;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Opens a trial's world and closes it. Each may be done again where it was interrupted. Call it
 * outside of a transaction.
 */
@ApplicationScoped
class World {
  private final Accounts accounts;
  private final Faults faults;
  private final Authorizations authorizations;
  private final Connections connections;
  private final Agents agents;
  private final Catalogue catalogue;

  World(
      Accounts accounts,
      Faults faults,
      Authorizations authorizations,
      Connections connections,
      Agents agents,
      Catalogue catalogue) {
    this.accounts = accounts;
    this.faults = faults;
    this.authorizations = authorizations;
    this.connections = connections;
    this.agents = agents;
    this.catalogue = catalogue;
  }

  /** What connections of a trial are called, and which part each is of. */
  static Map<String, String> names(Trial.Plan plan, Scenario scenario) {
    var names = new TreeMap<>(plan.connections());
    scenario.parts().keySet().forEach(part -> names.putIfAbsent(part, part));
    return names;
  }

  /** Accounts, connections to them, and the agent that has these and no others; no fault as yet. */
  void open(Trial.Plan plan, Scenario scenario) {
    var names = names(plan, scenario);
    scenario.parts().forEach((part, platform) -> open(plan, part, platform, named(names, part)));
    var settings =
        new AgentSettings(
            plan.id().toString(), List.copyOf(names.keySet()), policy(plan, scenario));
    agents.create(plan.tenant(), plan.agent(), settings, plan.id().uuid());
  }

  private static List<String> named(Map<String, String> names, String part) {
    return names.entrySet().stream()
        .filter(one -> one.getValue().equals(part))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** One account, however many names it has: half of them is none. */
  private void open(Trial.Plan plan, String part, Platform platform, List<String> names) {
    var missing = names.stream().filter(name -> !there(plan, name)).toList();
    if (missing.isEmpty()) {
      return;
    }
    names.forEach(name -> delete(plan.tenant(), id(plan, name)));
    var place = new Accounts.Place(plan.id().uuid(), part);
    var credentials =
        accounts.open(plan.tenant(), platform, place).connection().path("credentials");
    names.forEach(name -> connect(plan, platform, name, credentials));
  }

  private boolean there(Trial.Plan plan, String name) {
    return connections
        .named(plan.tenant(), Agent.inWorld(plan.id().uuid(), name))
        .filter(one -> one.id().equals(id(plan, name)))
        .isPresent();
  }

  private void connect(Trial.Plan plan, Platform platform, String name, JsonNode credentials) {
    authorizations.create(
        plan.tenant(),
        id(plan, name),
        new NewConnection(
            Agent.inWorld(plan.id().uuid(), name),
            platform.word(),
            Optional.of(Environments.LAB),
            Optional.empty(),
            credentials));
  }

  private static ConnectionId id(Trial.Plan plan, String name) {
    var text = plan.id() + "/" + name;
    return new ConnectionId(UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * What the agent whose policy is tried may do of what the world has; else all of it. Calls that
   * go without a connection are never among it: they lead outside.
   */
  private Policy policy(Trial.Plan plan, Scenario scenario) {
    var own =
        plan.policyOf() == null
            ? Optional.<Policy>empty()
            : Optional.of(agents.ofRun(plan.tenant(), plan.policyOf()).policy());
    var allowed = new ArrayList<String>();
    scenario.parts().values().stream()
        .distinct()
        .map(platform -> catalogue.shipped(platform.word()).orElseThrow().manifest())
        .forEach(
            manifest ->
                manifest
                    .actions()
                    .keySet()
                    .forEach(action -> allowed.add(manifest.name() + "." + action)));
    allowed.removeIf(function -> own.filter(policy -> !policy.allows(function)).isPresent());
    var irreversible =
        own.map(Policy::irreversible)
            .orElse(
                scenario.approval().isPresent()
                    ? Policy.Irreversible.APPROVE
                    : Policy.Irreversible.ALLOW);
    return new Policy(irreversible, Optional.of(allowed));
  }

  /** Takes down what was opened, for good; journals and runs stay. */
  void close(Trial.Plan plan, Scenario scenario) {
    faults.lift(plan.tenant(), plan.id().uuid(), Optional.empty());
    accounts.close(plan.tenant(), plan.id().uuid());
    names(plan, scenario).keySet().forEach(name -> delete(plan.tenant(), id(plan, name)));
    try {
      agents.delete(plan.tenant(), plan.agent(), OptionalLong.empty());
    } catch (NotFound e) {
      // it was never made, or is deleted
    }
  }

  private void delete(TenantId tenant, ConnectionId connection) {
    try {
      connections.delete(tenant, connection, OptionalLong.empty());
    } catch (NotFound e) {
      // it was never made, or is deleted
    }
  }
}
