package io.ganglion.coordination;

import io.ganglion.db.Replays;
import io.ganglion.db.Write;
import io.ganglion.kernel.HoldId;
import io.ganglion.kernel.SystemId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The holds one run has open, in its worker's memory; the rows follow in the commits of the acts
 * that change them. Thread-safe: a run's branches share it.
 *
 * <p>A hold opens at the first dispatch on a system and closes at the earliest of park, run end and
 * {@link #TAIL} after the last activity; the tail counts.
 */
public final class RunHolds {
  /** How long a hold stays open after the last activity on its system. */
  public static final Duration TAIL = Duration.ofSeconds(10);

  private final Holder holder;
  private final Map<SystemId, Held> open = new HashMap<>();
  private final Set<SystemId> touched = new HashSet<>();
  private int peak;
  private int depth;
  private boolean queued;
  private boolean gave;

  private static final class Held {
    final SystemRef system;
    final HoldId id;
    final int weight;
    int active;
    Instant last;

    Held(SystemRef system, HoldId id, int weight, Instant last) {
      this.system = system;
      this.id = id;
      this.weight = weight;
      this.last = last;
    }
  }

  /**
   * What has to be committed before acts on systems may be dispatched.
   *
   * @param guards first in the unit: they may refuse it
   * @param opening holds that open with it
   */
  public record Entry(List<Write> guards, List<Write> opening, Set<SystemRef> systems) {
    /** All of it, in order. */
    public List<Write> writes() {
      var all = new ArrayList<Write>(guards);
      all.addAll(opening);
      return all;
    }
  }

  /**
   * The holds of a run nobody has walked before.
   *
   * @param peak the deepest the run has been so far
   */
  public RunHolds(Holder holder, int peak) {
    this.holder = holder;
    this.peak = peak;
  }

  /**
   * Runs that are taken up again: no hold of them is open, but systems may still be reserved for
   * them, or have been handed to them since. The connection sees their tenants.
   *
   * @param holds of each run, by its id, as nobody had walked it before
   */
  public static void load(Connection connection, Replays replays, Map<UUID, RunHolds> holds)
      throws SQLException {
    var acting = replays.acting();
    var families =
        acting.runs().stream()
            .map(one -> Objects.requireNonNull(holds.get(one.run())))
            .collect(Collectors.groupingBy(one -> one.holder.root().uuid()));
    roots(families)
        .read(
            connection,
            "r.system_id",
            "reservation",
            false,
            "",
            (root, row) -> {
              for (var member : Objects.requireNonNull(families.get(root))) {
                member.stands(row, false);
              }
            });
    acting.read(
        connection,
        "r.system_id",
        "system_waiter",
        false,
        "",
        (run, row) -> Objects.requireNonNull(holds.get(run)).stands(row, true));
  }

  private static Replays roots(Map<UUID, List<RunHolds>> families) {
    return new Replays(
        families.entrySet().stream()
            .map(
                family ->
                    new Replays.One(
                        family.getValue().getFirst().holder.tenant().uuid(),
                        family.getKey(),
                        0,
                        true,
                        false))
            .toList());
  }

  private synchronized void stands(ResultSet row, boolean waits) throws SQLException {
    queued |= waits;
    touched.add(new SystemId(row.getObject("system_id", UUID.class)));
  }

  /**
   * Begins activity on systems: call before the commit of the intents, {@link #refused} if it is
   * refused, {@link #left} when the activity is over.
   *
   * @param weight of a hold that opens now
   * @param alone whether the acts need exclusive systems alone (they are not pure)
   */
  public synchronized Entry enter(Set<SystemRef> systems, int weight, boolean alone, Instant now) {
    var guards = new ArrayList<Write>();
    var opening = new ArrayList<Write>();
    for (var system : systems) {
      guards.add(new HoldWrite.Meet(holder.tenant(), system));
      guards.add(new HoldWrite.Unpaused(holder.tenant(), system.id()));
      if (alone && system.exclusive()) {
        guards.add(
            new HoldWrite.Reserve(
                holder, system.id())); // each time: memory may be wrong, the row can't
        touched.add(system.id());
      }
      var held = open.get(system.id());
      if (held == null) {
        held = new Held(system, HoldId.next(), weight, now);
        open.put(system.id(), held);
        opening.add(
            new HoldWrite.Open(holder, held.id, system.id(), system.connector(), weight, now));
        depth += weight;
        peak = Math.max(peak, depth);
      }
      held.active++;
      held.last = now;
    }
    return new Entry(guards, opening, Set.copyOf(systems));
  }

  /** The commit of an entry was refused: what it would have opened is not open. */
  public synchronized void refused(Entry entry) {
    for (var system : entry.systems) {
      var held = open.get(system.id());
      if (held != null && --held.active == 0 && opened(entry, held)) {
        open.remove(system.id());
        depth -= held.weight;
      }
    }
  }

  private static boolean opened(Entry entry, Held held) {
    return entry.opening.stream()
        .anyMatch(write -> write instanceof HoldWrite.Open now && now.id().equals(held.id));
  }

  /** Activity on systems is over for now; the tail begins. */
  public synchronized void left(Set<SystemRef> systems, Instant now) {
    for (var system : systems) {
      var held = open.get(system.id());
      if (held != null) {
        held.active--;
        held.last = now;
      }
    }
  }

  /**
   * Closes everything, for a park or the end; systems without an open fate are given back.
   *
   * @param awaited the systems a parked run waits for
   */
  public synchronized List<Write> closeAll(
      HoldWrite.CloseReason reason, Instant now, Awaited awaited) {
    var writes = new ArrayList<Write>();
    for (var held : open.values()) {
      var tailEnd = held.last.plus(TAIL);
      boolean idle = held.active <= 0 && tailEnd.isBefore(now);
      writes.add(
          new HoldWrite.Close(
              holder.tenant(),
              held.id,
              idle ? tailEnd : now,
              idle ? HoldWrite.CloseReason.IDLE : reason));
    }
    if (queued || !touched.isEmpty() || !awaited.systems().isEmpty()) {
      writes.add(new HoldWrite.Turn(holder, Set.copyOf(touched), awaited));
      gave = true;
    }
    open.clear();
    touched.clear();
    depth = 0;
    return writes;
  }

  /** Closes the holds whose tail is over. */
  public synchronized List<Write> closeIdle(Instant now) {
    var writes = new ArrayList<Write>();
    for (var held : List.copyOf(open.values())) {
      var tailEnd = held.last.plus(TAIL);
      if (held.active <= 0 && tailEnd.isBefore(now)) {
        open.remove(held.system.id());
        depth -= held.weight;
        writes.add(
            new HoldWrite.Close(holder.tenant(), held.id, tailEnd, HoldWrite.CloseReason.IDLE));
        if (touched.remove(held.system.id())) {
          var idle = Set.of(held.system.id());
          writes.add(new HoldWrite.Turn(holder, idle, Awaited.NOTHING));
          gave = true;
        }
      }
    }
    return writes;
  }

  /** Whether it gave a system back, for which somebody may have waited. */
  public synchronized boolean gave() {
    return gave;
  }

  /** The deepest the run has been. */
  public synchronized int peak() {
    return peak;
  }
}
