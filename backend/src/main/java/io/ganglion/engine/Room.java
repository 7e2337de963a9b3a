package io.ganglion.engine;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.ganglion.kernel.TenantId;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many runs a worker claims, and whose runs it takes up past the queue.
 *
 * <p>A part is kept free of claims: for tenants none of whose runs wait, while others' do. A flood
 * fills the queue and the rest of the memory, and a tenant that starts a run now and then does not
 * wait behind it.
 */
final class Room {
  /** While nobody waits, this part of the memory is left to the queue. */
  private static final int SPARE_PARTS = 4;

  /** This part is not filled from the queue. */
  private static final int KEPT_PARTS = 16;

  /** A worker that lags behind claims again once this part of its room is free, or a batch is. */
  private static final int ROOM_PARTS = 4;

  private final int most;
  private final int batch;

  /** Who may have runs in the queue that the last claim left there. */
  private volatile Set<TenantId> waiting = ConcurrentHashMap.newKeySet();

  /** So many tenants have due runs that a claim does not see all of them. */
  private volatile boolean crowded;

  /** The queue had as many as were asked for: there may be more. */
  private volatile boolean behind;

  /** There was not enough room for more when it was looked last. */
  private volatile boolean full;

  /**
   * @param most the runs in memory
   * @param batch the most that one claim takes
   */
  Room(int most, int batch) {
    this.most = most;
    this.batch = batch;
  }

  /** How many runs to claim with so many in memory; 0 where that is not worth a claim. */
  int wanted(int inMemory) {
    int free = most - most / KEPT_PARTS - inMemory;
    full = free < (behind ? enough() : 1);
    return full ? 0 : Math.min(free, batch);
  }

  /**
   * A claim has been made. A tenant that got less than its share has no more in the queue.
   *
   * @param tenants of each run, as often as they got one
   * @param wanted as many as were asked for
   */
  void claimed(Collection<TenantId> tenants, int wanted) {
    var counts = tenants.stream().collect(groupingBy(tenant -> tenant, counting()));
    long share = counts.isEmpty() ? 1 : Math.max(1, wanted / counts.size());
    var left = ConcurrentHashMap.<TenantId>newKeySet();
    counts.forEach((tenant, count) -> left.addAll(count >= share ? Set.of(tenant) : Set.of()));
    waiting = left;
    behind = tenants.size() >= wanted;
    crowded = counts.size() >= wanted;
  }

  /** Whether a new run is taken up at once: it passes by no other that has waited longer. */
  boolean takes(TenantId tenant, int inMemory) {
    return behind
        ? inMemory < most && !crowded && !waiting.contains(tenant)
        : inMemory < most - most / SPARE_PARTS;
  }

  /**
   * A new run goes to the queue: others of its tenant do not pass it by.
   *
   * @return whether the last claim can't have known of the tenant
   */
  boolean queued(TenantId tenant) {
    return behind && waiting.add(tenant);
  }

  /** Whether a claim was put off for want of room, and there is enough now. */
  boolean regained(int inMemory) {
    return full && most - most / KEPT_PARTS - inMemory >= enough();
  }

  /** Room that is worth a claim while others are due, which costs the same for one as for many. */
  private int enough() {
    return Math.min(batch, Math.ceilDiv(most, ROOM_PARTS));
  }
}
