package io.ganglion.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.ganglion.agent.Agents.StateEntry;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.Changed;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * State entries as people and agents edit them through the API; steps of runs write theirs in their
 * own commit. Every call fails with {@link NotFound} where there is no such agent.
 */
@ApplicationScoped
public class AgentStates {
  /** Characters of a key. */
  public static final int MAX_KEY = 200;

  private static final String WHAT = "state entry";

  private final Agents agents;
  private final StateStore store;

  AgentStates(Agents agents, StateStore store) {
    this.agents = agents;
    this.store = store;
  }

  /**
   * One entry.
   *
   * @throws NotFound if there is none
   */
  public StateEntry get(TenantId tenant, AgentId agent, String key) {
    return store.find(key(tenant, agent, key)).orElseThrow(() -> new NotFound(WHAT));
  }

  /** At most {@code limit} entries whose key comes after {@code after}, by key. */
  public List<StateEntry> list(TenantId tenant, AgentId agent, String after, int limit) {
    agents.get(tenant, agent);
    return store.list(tenant, agent, after, limit);
  }

  /**
   * What an entry was, newest first; empty when there never was one.
   *
   * @param before versions from this one on are left out; {@link Long#MAX_VALUE} for all
   */
  public List<StateVersion> history(
      TenantId tenant, AgentId agent, String key, long before, int limit) {
    return store.history(key(tenant, agent, key), before, limit);
  }

  /**
   * As {@link #put(TenantId, AgentId, String, Precondition, JsonNode, String)}.
   *
   * @param expected the version the caller has seen, 0 for no entry; empty: whatever it is
   */
  public StateEntry put(
      TenantId tenant,
      AgentId agent,
      String key,
      OptionalLong expected,
      JsonNode value,
      String actor) {
    return put(tenant, agent, key, Precondition.of(expected), value, actor);
  }

  /**
   * Sets a value.
   *
   * @param expected what there has to be before
   * @param actor who writes, e.g. the id of an API key
   * @throws Changed if the entry is not as expected
   */
  public StateEntry put(
      TenantId tenant,
      AgentId agent,
      String key,
      Precondition expected,
      JsonNode value,
      String actor) {
    return write(key(tenant, agent, key), expected, actor, entry -> value).orElseThrow();
  }

  /**
   * Changes a value by a JSON Merge Patch; where there is no entry, of nothing.
   *
   * @throws Changed if the entry is not as expected
   */
  public StateEntry merge(
      TenantId tenant,
      AgentId agent,
      String key,
      Precondition expected,
      JsonNode patch,
      String actor) {
    return write(
            key(tenant, agent, key),
            expected,
            actor,
            entry ->
                MergePatch.apply(
                    entry.map(StateEntry::value).orElse(MissingNode.getInstance()), patch))
        .orElseThrow();
  }

  /**
   * Takes an entry away; its history stays.
   *
   * @throws NotFound if there is none
   * @throws Changed if the entry is not as expected
   */
  public void delete(
      TenantId tenant, AgentId agent, String key, Precondition expected, String actor) {
    write(
        key(tenant, agent, key),
        expected,
        actor,
        entry -> {
          if (entry.isEmpty()) {
            throw new NotFound(WHAT);
          }
          return null;
        });
  }

  private Optional<StateEntry> write(
      StateStore.Key key, Precondition expected, String actor, StateStore.Change change) {
    return store.write(
        key,
        actor,
        entry -> {
          expected.check(entry.map(StateEntry::version).orElse(0L));
          return change.apply(entry);
        });
  }

  private StateStore.Key key(TenantId tenant, AgentId agent, String name) {
    if (name.isEmpty()
        || name.codePointCount(0, name.length()) > MAX_KEY
        || name.indexOf('\0') >= 0) {
      throw new InvalidRequest("/key", "send 1 to %d characters".formatted(MAX_KEY));
    }
    return new StateStore.Key(tenant, agents.get(tenant, agent).id(), name);
  }
}
