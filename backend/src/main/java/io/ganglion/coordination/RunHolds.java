package io.ganglion.coordination;

import io.ganglion.coordination.HoldWrite.ZeroRate;
import io.ganglion.db.Replays;
import io.ganglion.db.Write;
import io.ganglion.kernel.HoldId;
import io.ganglion.kernel.SystemId;
import io.ganglion.kernel.TenantId;
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
import org.jspecify.annotations.Nullable;

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

  /** Environment of the simulated platforms. */
  private static final String LABORATORY = "lab";

  private final Holder holder;
  private final int priority;
  private final Map<SystemId, Held> open = new HashMap<>();
  private final Set<SystemId> touched = new HashSet<>();
  private int peak;
  private int depth;
  private boolean queued;
  private boolean lined; // it may wait for capacity, by the database
  private boolean compensating;
  private boolean gave;

  private static final class Held {
    final SystemRef system;
    final HoldId id;
    final int weight;
    final @Nullable ZeroRate zeroRate;
    int active;
    Instant last;
    Instant began; // the first of the acts under way, or of those that ended last
    boolean worked; // one of them was answered as it should be
    @Nullable Instant faulty; // none was: since then
    final List<HoldWrite.Fault> owed = new ArrayList<>(); // told in a commit that was refused

    Held(SystemRef system, HoldId id, int weight, @Nullable ZeroRate zeroRate, Instant last) {
      this.system = system;
      this.id = id;
      this.weight = weight;
      this.zeroRate = zeroRate;
      this.last = last;
      this.began = last;
    }

    /** What it counts against capacity. */
    int counts() {
      return zeroRate == null ? weight : 0;
    }

    /** An act begins; the time since a platform failed is over. */
    void enters(TenantId tenant, Instant now, List<Write> writes) {
      if (active++ == 0) {
        recovers(tenant, now, writes);
        began = now;
        worked = false;
      }
      last = now;
    }

    void leaves(Instant now, boolean fault) {
      worked |= !fault;
      if (--active == 0 && !worked && faulty == null) {
        faulty = began;
      }
      last = now;
    }

    void recovers(TenantId tenant, Instant now, List<Write> writes) {
      writes.addAll(owed);
      owed.clear();
      if (faulty != null && zeroRate == null) {
        writes.add(new HoldWrite.Fault(tenant, id, faulty, now));
      }
      faulty = null;
    }

    /** What an entry that was refused told is to be told again; an idle hold is as it was. */
    void unrecovers(List<Write> refused) {
      for (var write : refused) {
        if (write instanceof HoldWrite.Fault fault && fault.id().equals(id)) {
          owed.add(fault);
          faulty = active == 0 ? fault.to() : faulty;
        }
      }
    }
  }

  /**
   * What has to be committed before acts on systems may be dispatched.
   *
   * @param guards first in the unit: they may refuse it
   * @param opening holds that open with it
   * @param weight of these, as far as it counts against capacity
   */
  public record Entry(List<Write> guards, List<Write> opening, Set<SystemRef> systems, int weight) {
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
   * @param priority of the run, where it waits for capacity
   * @param peak the deepest the run has been so far
   */
  public RunHolds(Holder holder, int priority, int peak) {
    this.holder = holder;
    this.priority = priority;
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
    acting.read(
        connection,
        "r.run_id",
        "capacity_waiter",
        false,
        "",
        (run, row) -> Objects.requireNonNull(holds.get(run)).lines());
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

  private synchronized void lines() {
    lined = true;
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
    int counts = 0;
    for (var system : systems) {
      if (!open.containsKey(system.id())) { // else it was met with the hold that is open
        guards.add(new HoldWrite.Meet(holder.tenant(), system));
      }
      guards.add(new HoldWrite.Unpaused(holder.tenant(), system.id()));
      if (alone && system.exclusive()) {
        guards.add(
            new HoldWrite.Reserve(
                holder, system.id())); // each time: memory may be wrong, the row can't
        touched.add(system.id());
      }
      var held = open.get(system.id());
      if (held == null) {
        held = new Held(system, HoldId.next(), weight, zeroRate(system), now);
        open.put(system.id(), held);
        opening.add(
            new HoldWrite.Open(
                holder, held.id, system.id(), system.connector(), weight, held.zeroRate, now));
        depth += weight;
        counts += held.counts();
        peak = Math.max(peak, depth);
      }
      held.enters(holder.tenant(), now, opening);
    }
    if (counts > 0) {
      guards.add(new HoldWrite.Admit(holder, counts));
      if (lined) {
        opening.add(new HoldWrite.Line(holder, priority, 0));
        lined = false;
      }
    }
    return new Entry(guards, opening, Set.copyOf(systems), counts);
  }

  private @Nullable ZeroRate zeroRate(SystemRef system) {
    if (system.environment().equals(LABORATORY)) {
      return ZeroRate.LABORATORY;
    }
    return compensating ? ZeroRate.COMPENSATION : null;
  }

  /**
   * What the run does from now on takes back what it did: it isn't billed, nor counted against
   * capacity. What it holds goes on as a stretch of its own.
   *
   * @return what is to be committed; nothing where that was said before
   */
  public synchronized List<Write> compensates(Instant now) {
    if (compensating) {
      return List.of();
    }
    compensating = true;
    var writes = new ArrayList<Write>();
    for (var held : List.copyOf(open.values())) {
      if (held.zeroRate == null) {
        close(held, now, HoldWrite.CloseReason.ZERO, writes);
        open.remove(held.system.id());
        depth -= held.weight;
      }
    }
    wakeNext(writes);
    return writes;
  }

  /** Capacity that is given back may be what somebody waits for. */
  private void wakeNext(List<Write> writes) {
    if (gives(writes)) {
      writes.add(new HoldWrite.Line(holder, priority, 0));
    }
  }

  private static boolean gives(List<Write> writes) {
    return writes.stream().anyMatch(HoldWrite.Admit.class::isInstance);
  }

  /** The commit of an entry was refused: what it would have opened is not open. */
  public synchronized void refused(Entry entry) {
    lined |= entry.opening.stream().anyMatch(HoldWrite.Line.class::isInstance);
    for (var system : entry.systems) {
      var held = open.get(system.id());
      if (held == null) {
        continue;
      }
      if (--held.active == 0 && opened(entry, held)) {
        open.remove(system.id());
        depth -= held.weight;
      }
      held.unrecovers(entry.opening);
    }
  }

  private static boolean opened(Entry entry, Held held) {
    return entry.opening.stream()
        .anyMatch(write -> write instanceof HoldWrite.Open now && now.id().equals(held.id));
  }

  /**
   * Activity on systems is over for now; the tail begins.
   *
   * @param fault whether the platform is to blame that it came to nothing
   */
  public synchronized void left(Set<SystemRef> systems, Instant now, boolean fault) {
    for (var system : systems) {
      var held = open.get(system.id());
      if (held != null) {
        held.leaves(now, fault);
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
      close(held, idle ? tailEnd : now, idle ? HoldWrite.CloseReason.IDLE : reason, writes);
    }
    if (lined || awaited.capacity() > 0 || gives(writes)) {
      writes.add(new HoldWrite.Line(holder, priority, awaited.capacity()));
    }
    lined = false;
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
        close(held, tailEnd, HoldWrite.CloseReason.IDLE, writes);
        if (touched.remove(held.system.id())) {
          var idle = Set.of(held.system.id());
          writes.add(new HoldWrite.Turn(holder, idle, Awaited.NOTHING));
          gave = true;
        }
      }
    }
    wakeNext(writes);
    return writes;
  }

  private void close(Held held, Instant at, HoldWrite.CloseReason reason, List<Write> writes) {
    held.recovers(holder.tenant(), at, writes);
    writes.add(new HoldWrite.Close(holder.tenant(), held.id, at, reason));
    if (held.counts() > 0) {
      writes.add(new HoldWrite.Admit(holder, -held.counts()));
      gave = true;
    }
  }

  /** Whether it gave a system or capacity back, for which somebody may have waited. */
  public synchronized boolean gave() {
    return gave;
  }

  /** The deepest the run has been. */
  public synchronized int peak() {
    return peak;
  }
}
