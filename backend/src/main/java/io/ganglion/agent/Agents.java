package io.ganglion.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.Changed;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.Page;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The tenant's agents. Call the changes outside of a transaction. */
@ApplicationScoped
public class Agents {
  private final AgentStore store;
  private final StateStore states;
  private final Clock clock = Clock.systemUTC();
  private final Cache<Key, Optional<AgentStore.Row>> read;

  Agents(AgentStore store, StateStore states, AgentConfig config) {
    this.store = store;
    this.states = states;
    this.read =
        Caffeine.newBuilder()
            .expireAfterWrite(config.cached())
            .maximumSize(config.cachedCount())
            .build();
  }

  private record Key(TenantId tenant, AgentId id) {}

  /**
   * A state entry.
   *
   * @param version raised by one with each write
   */
  public record StateEntry(String key, JsonNode value, long version, Instant updatedAt) {}

  /**
   * One agent, as it was at most {@code ganglion.agent.cached} ago.
   *
   * @throws NotFound if there is none or it was deleted
   */
  public Agent get(TenantId tenant, AgentId id) {
    return row(tenant, id)
        .filter(row -> !row.deleted())
        .map(AgentStore.Row::agent)
        .orElseThrow(() -> new NotFound("agent"));
  }

  /** The agent that has this name now. */
  public Optional<Agent> named(TenantId tenant, String name) {
    return store.named(tenant, name);
  }

  /**
   * As {@link #get}, a deleted one too: its runs go on, and must be able to undo what they did.
   *
   * @throws NotFound if there never was one
   */
  public Agent ofRun(TenantId tenant, AgentId id) {
    return row(tenant, id).map(AgentStore.Row::agent).orElseThrow(() -> new NotFound("agent"));
  }

  /**
   * Newest first.
   *
   * @param before agents from this one on are left out
   */
  public Page<Agent> list(TenantId tenant, int limit, Optional<AgentId> before) {
    return store.list(tenant, limit, before);
  }

  /**
   * Makes an agent under an identifier the caller chose; the same call again answers the same
   * agent.
   *
   * @throws AgentProblem when the name is taken
   */
  public Agent create(TenantId tenant, AgentId id, AgentSettings settings) {
    return create(tenant, id, settings, Optional.empty());
  }

  /**
   * As {@link #create(TenantId, AgentId, AgentSettings)}, for one that acts in a world of the
   * laboratory alone; lists don't show it.
   */
  public Agent create(TenantId tenant, AgentId id, AgentSettings settings, UUID world) {
    return create(tenant, id, settings, Optional.of(world));
  }

  private Agent create(TenantId tenant, AgentId id, AgentSettings settings, Optional<UUID> world) {
    var made = store.insert(tenant, id, settings, world, now());
    read.invalidate(new Key(tenant, id));
    return made;
  }

  /**
   * Changes an agent; running runs see it when they are next taken up.
   *
   * @param expected the version the caller has seen; empty: whatever it is
   * @throws Changed if it has another version
   * @throws NotFound if there is none
   * @throws AgentProblem when the new name is taken
   */
  public Agent update(
      TenantId tenant, AgentId id, OptionalLong expected, UnaryOperator<AgentSettings> change) {
    try {
      return store.update(tenant, id, expected, change);
    } finally {
      read.invalidate(new Key(tenant, id)); // waits for a read that began before the change
    }
  }

  /**
   * It dispatches nothing from the commit of this on; again: changes nothing.
   *
   * @throws NotFound if there is none
   */
  public Agent pause(TenantId tenant, AgentId id) {
    return pausedSince(tenant, id, now());
  }

  /**
   * Takes a pause back; of an agent that is not paused it changes nothing.
   *
   * @throws NotFound if there is none
   */
  public Agent resume(TenantId tenant, AgentId id) {
    return pausedSince(tenant, id, null);
  }

  private Agent pausedSince(TenantId tenant, AgentId id, @Nullable Instant since) {
    try {
      return store.pausedSince(tenant, id, since);
    } finally {
      read.invalidate(new Key(tenant, id));
    }
  }

  /**
   * Takes an agent away; its name is free again, its runs and history stay.
   *
   * @throws Changed as {@link #update}
   * @throws NotFound as {@link #update}
   */
  public void delete(TenantId tenant, AgentId id, OptionalLong expected) {
    try {
      store.delete(tenant, id, expected, now());
    } finally {
      read.invalidate(new Key(tenant, id));
    }
  }

  /**
   * How an entry stands, for a write that is made from it.
   *
   * @param version deletions counted; 0 where there never was one
   * @param value null where there is none
   */
  public record Standing(long version, @Nullable JsonNode value) {}

  /** How entries stand now, by their keys: all of them at one instant. */
  public Map<String, Standing> state(TenantId tenant, AgentId agent, Collection<String> keys) {
    var rows = states.some(tenant, agent, keys);
    var standing = new TreeMap<String, Standing>();
    for (var key : keys) {
      var row = rows.getOrDefault(key, new StateRow(0, Optional.empty()));
      standing.put(
          key, new Standing(row.version(), row.entry().map(StateEntry::value).orElse(null)));
    }
    return standing;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private Optional<AgentStore.Row> row(TenantId tenant, AgentId id) {
    return read.get(new Key(tenant, id), key -> store.find(tenant, id));
  }
}
