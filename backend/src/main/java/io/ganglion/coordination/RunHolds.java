package io.ganglion.coordination;

import io.ganglion.coordination.HoldWrite.ZeroRate;
import io.ganglion.db.Replays;
import io.ganglion.db.Write;
import io.ganglion.kernel.HoldId;
import io.ganglion.kernel.SystemId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The holds one run has open, in its worker's memory; the rows follow in the commits of the acts
 * that change them. Thread-safe: a run's branches share it.
 *
 * <p>A hold opens at the first dispatch on a system and closes at the earliest of park, run end and
 * {@link #TAIL} after the last activity; the tail counts. What a compensation holds stays open
 * until the run parks or ends.
 */
public final class RunHolds {
  /** How long a hold stays open after the last activity on its system. */
  public static final Duration TAIL = Duration.ofSeconds(10);

  /** Environment of the simulated platforms. */
  private static final String LABORATORY = "lab";

  private final ReentrantLock lock = new ReentrantLock();
  private final Holder holder;
  private final int priority;
  private final Map<SystemId, Held> open = new HashMap<>();
  private final Set<SystemId> touched = new HashSet<>();
  private int peak;
  private int depth;
  private boolean queued;
  private boolean lined; // it may wait for capacity, by the database
  private boolean compensating;
  private final Set<SystemId> takenBack = new HashSet<>(); // where a group undoes what landed
  private boolean gave;

  /**
   * What has to be committed before acts on systems may be dispatched.
   *
   * @param guards first in the unit: they may refuse it
   * @param opening holds that open with it, or go on wider
   * @param opened the systems of these
   * @param needs what of them counts against capacity
   * @param wider whether one of them only goes on wider
   */
  public record Entry(
      List<Write> guards,
      List<Write> opening,
      Set<SystemRef> systems,
      Set<SystemId> opened,
      int needs,
      boolean wider) {
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

  private void lines() {
    locked(() -> lined = true);
  }

  private void stands(ResultSet row, boolean waits) throws SQLException {
    var system = new SystemId(row.getObject("system_id", UUID.class));
    locked(
        () -> {
          queued |= waits;
          return touched.add(system);
        });
  }

  /**
   * Begins activity on systems: call before the commit of the intents; then {@link #entered}, or
   * {@link #refused} if it is refused; {@link #left} when the activity is over.
   *
   * <p>Waits in memory while it isn't decided whether a hold that it needs has opened; and where
   * calls count, while as many are in flight as the hold's weight is for, unless it is time to ask
   * for more.
   *
   * @param calls that are expected at once, of those that it is one of; 0 where calls don't count
   * @param alone whether the acts need exclusive systems alone (they are not pure)
   * @param probe the act that begins: who entered after a pause has to tell its answer; null where
   *     nothing is sent yet
   */
  public Entry enter(
      Set<SystemRef> systems,
      int calls,
      boolean alone,
      @Nullable Probe probe,
      InstantSource clock) {
    boolean interrupted = false;
    lock.lock();
    try {
      var busy = busy(systems, calls, clock.instant());
      while (busy.isPresent()) {
        interrupted |= interrupted(busy.get());
        busy = busy(systems, calls, clock.instant());
      }
      return begin(systems, calls, alone, probe, clock.instant());
    } finally {
      lock.unlock();
      if (interrupted) { // meant for the call, which begins now
        Thread.currentThread().interrupt();
      }
    }
  }

  private Optional<Held> busy(Set<SystemRef> systems, int calls, Instant now) {
    return systems.stream()
        .map(system -> open.get(system.id()))
        .filter(Objects::nonNull)
        .filter(held -> held.opening() || (calls > 0 && held.full() && !held.mayAsk(now)))
        .findFirst();
  }

  /** Waits until something has changed or it is time to ask again. */
  private static boolean interrupted(Held held) {
    held.waits();
    try {
      held.changed.awaitNanos(Held.ASK_AGAIN.toNanos());
      return false;
    } catch (InterruptedException e) {
      return true;
    } finally {
      held.waited();
    }
  }

  private Entry begin(
      Set<SystemRef> systems, int calls, boolean alone, @Nullable Probe probe, Instant now) {
    var guards = new ArrayList<Write>();
    var opening = new ArrayList<Write>();
    var admits = new ArrayList<HoldWrite.Admit>();
    var opened = new HashSet<SystemId>();
    boolean wider = false;
    for (var system : systems) {
      var held = open.get(system.id());
      if (held == null) { // else it was met with the hold that is open
        guards.add(new HoldWrite.Meet(holder.tenant(), system));
      }
      if (probe != null) {
        guards.add(probe.asks(holder.tenant(), system.id()));
      }
      if (alone && system.exclusive()) {
        guards.add(
            new HoldWrite.Reserve(
                holder, system.id())); // each time: memory may be wrong, the row can't
        touched.add(system.id());
      }
      if (held == null) {
        held = new Held(system, Held.weight(calls), zeroRate(system), now, lock.newCondition());
        open.put(system.id(), held);
        opening.add(opens(held, now));
        opened.add(system.id());
        depth += held.weight();
        admits.add(admits(held, null, 0));
      } else if (calls > 0 && held.full()) {
        wider = true;
        opened.add(system.id());
        admits.add(becomes(held, held.wants(calls), now, opening));
      }
      held.enters(holder.tenant(), now, opening);
      if (compensating) {
        held.keep();
      }
    }
    peak = Math.max(peak, depth);
    int needs = admits.stream().mapToInt(HoldWrite.Admit::to).sum();
    admits.stream().filter(it -> it.to() > 0).map(it -> it.among(needs)).forEach(guards::add);
    if (lined && needs > 0) {
      opening.add(new HoldWrite.Line(holder, priority, 0));
      lined = false;
    }
    return new Entry(guards, opening, Set.copyOf(systems), Set.copyOf(opened), needs, wider);
  }

  /** A hold goes on as a stretch of another weight. */
  private HoldWrite.Admit becomes(Held held, int weight, Instant now, List<Write> writes) {
    var ends = held.id();
    int from = held.weight();
    writes.add(new HoldWrite.Close(holder.tenant(), ends, now, HoldWrite.CloseReason.WEIGHT));
    held.becomes(weight);
    writes.add(opens(held, now));
    depth += weight - from;
    return admits(held, ends, from);
  }

  private HoldWrite.Open opens(Held held, Instant now) {
    var system = held.system;
    return new HoldWrite.Open(
        holder, held.id(), system.id(), system.connector(), held.weight(), held.zeroRate, now);
  }

  private HoldWrite.Admit admits(Held held, @Nullable HoldId ends, int from) {
    int counted = held.zeroRate == null ? from : 0;
    return new HoldWrite.Admit(holder, held.system.id(), ends, counted, held.counts(), 0);
  }

  private @Nullable ZeroRate zeroRate(SystemRef system) {
    if (system.environment().equals(LABORATORY)) {
      return ZeroRate.LABORATORY;
    }
    return compensating || takenBack.contains(system.id()) ? ZeroRate.COMPENSATION : null;
  }

  /**
   * What the run does from now on takes back what it did: it isn't billed, nor counted against
   * capacity. What it holds goes on as a stretch of its own.
   *
   * @return what is to be committed; nothing where that was said before
   */
  public List<Write> compensates(Instant now) {
    return locked(
        () -> {
          var writes = new ArrayList<Write>();
          if (!compensating) {
            compensating = true;
            end(open.keySet(), null, now, writes);
          }
          return writes;
        });
  }

  /**
   * What the run does on these systems from now on takes back what a group did, until {@link
   * #tookBack}; as {@link #compensates} for them alone.
   */
  public List<Write> takesBack(Set<SystemId> systems, Instant now) {
    return locked(
        () -> {
          var writes = new ArrayList<Write>();
          takenBack.addAll(systems);
          end(systems, null, now, writes);
          return writes;
        });
  }

  /** What the run does on these systems from now on counts again. */
  public List<Write> tookBack(Set<SystemId> systems, Instant now) {
    return locked(
        () -> {
          var writes = new ArrayList<Write>();
          takenBack.removeAll(systems);
          if (!compensating) {
            end(systems, ZeroRate.COMPENSATION, now, writes);
          }
          return writes;
        });
  }

  /** Ends the stretches of systems that are held at such a rate; they go on at another. */
  private void end(
      Set<SystemId> systems, @Nullable ZeroRate rate, Instant now, List<Write> writes) {
    for (var held : List.copyOf(open.values())) {
      if (held.zeroRate == rate && systems.contains(held.system.id())) {
        close(held, now, HoldWrite.CloseReason.ZERO, writes);
      }
    }
    wakeNext(writes);
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

  /** The commit of an entry is through. */
  public void entered(Entry entry) {
    locked(
        () -> {
          for (var system : entry.opened) {
            var held = open.get(system);
            if (held != null) {
              held.settled();
            }
          }
          return null;
        });
  }

  /**
   * The commit of an entry was refused: what it would have opened is not open.
   *
   * @param room whether since there was no room for it
   */
  public void refused(Entry entry, boolean room, Instant now) {
    locked(
        () -> {
          lined |= entry.opening.stream().anyMatch(HoldWrite.Line.class::isInstance);
          for (var system : entry.systems) {
            var held = open.get(system.id());
            if (held != null) {
              withdraws(held, entry, room, now);
            }
          }
          return null;
        });
  }

  private void withdraws(Held held, Entry entry, boolean room, Instant now) {
    held.withdraws(entry.opening);
    if (entry.opened.contains(held.system.id())) {
      depth -= held.weight();
      if (held.refused(room, now)) {
        depth += held.weight();
      } else {
        open.remove(held.system.id());
      }
    }
  }

  /**
   * Activity on systems is over for now; the tail begins.
   *
   * @param fault whether the platform is to blame that it came to nothing
   */
  public void left(Set<SystemRef> systems, Instant now, boolean fault) {
    locked(
        () -> {
          for (var system : systems) {
            var held = open.get(system.id());
            if (held != null) {
              held.leaves(now, fault);
            }
          }
          return null;
        });
  }

  /**
   * Closes everything, for a park or the end; systems without an open fate are given back.
   *
   * @param awaited the systems a parked run waits for
   */
  public List<Write> closeAll(HoldWrite.CloseReason reason, Instant now, Awaited awaited) {
    return locked(
        () -> {
          var writes = new ArrayList<Write>();
          for (var held : List.copyOf(open.values())) {
            boolean over = held.over(now);
            var why = over ? HoldWrite.CloseReason.IDLE : reason;
            close(held, over ? held.tailEnd() : now, why, writes);
          }
          if (lined || awaited.capacity() > 0 || gives(writes)) {
            writes.add(new HoldWrite.Line(holder, priority, awaited.capacity()));
          }
          lined = false;
          if (queued || !touched.isEmpty() || !awaited.systems().isEmpty()) {
            writes.add(new HoldWrite.Turn(holder, Set.copyOf(touched), awaited));
            gave = true;
          }
          touched.clear();
          return writes;
        });
  }

  /**
   * Closes the holds whose tail is over; pools go on with the weight of what they had in flight
   * since the last call, which is to come every second.
   */
  public List<Write> settle(Instant now) {
    return locked(
        () -> {
          var writes = new ArrayList<Write>();
          for (var held : List.copyOf(open.values())) {
            if (held.over(now)) {
              close(held, held.tailEnd(), HoldWrite.CloseReason.IDLE, writes);
              if (touched.remove(held.system.id())) {
                var idle = Set.of(held.system.id());
                writes.add(new HoldWrite.Turn(holder, idle, Awaited.NOTHING));
                gave = true;
              }
            } else {
              held.narrower().ifPresent(weight -> narrow(held, weight, now, writes));
            }
          }
          wakeNext(writes);
          return writes;
        });
  }

  /** Nobody refuses it, and what follows is committed after it. */
  private void narrow(Held held, int weight, Instant now, List<Write> writes) {
    var admit = becomes(held, weight, now, writes);
    held.settled();
    gives(admit, writes);
  }

  private void close(Held held, Instant at, HoldWrite.CloseReason reason, List<Write> writes) {
    held.recovers(holder.tenant(), at, writes);
    writes.add(new HoldWrite.Close(holder.tenant(), held.id(), at, reason));
    int from = held.counts();
    gives(new HoldWrite.Admit(holder, held.system.id(), held.id(), from, 0, 0), writes);
    open.remove(held.system.id());
    depth -= held.weight();
    held.gone();
  }

  private void gives(HoldWrite.Admit admit, List<Write> writes) {
    if (admit.from() > 0) {
      writes.add(admit);
      gave = true;
    }
  }

  /** Whether it gave a system or capacity back, for which somebody may have waited. */
  public boolean gave() {
    return locked(() -> gave);
  }

  /** The deepest the run has been. */
  public int peak() {
    return locked(() -> peak);
  }

  private <T> T locked(Supplier<T> what) {
    lock.lock();
    try {
      return what.get();
    } finally {
      lock.unlock();
    }
  }
}
