package io.ganglion.coordination;

import io.ganglion.coordination.HoldWrite.ZeroRate;
import io.ganglion.db.Write;
import io.ganglion.kernel.HoldId;
import io.ganglion.kernel.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import org.jspecify.annotations.Nullable;

/**
 * One system that a run holds, in its worker's memory: the stretch that is open now, and what
 * belongs to the stretches before it. Guarded by the lock of its {@link RunHolds}.
 */
final class Held {
  /** So many calls in flight at once weigh as much as one system. */
  static final int CALLS_A_WEIGHT = 100;

  /** After there was no room for more calls at once, when that is asked for again. */
  static final Duration ASK_AGAIN = Duration.ofSeconds(1);

  private static final int ANY = Integer.MAX_VALUE;

  final SystemRef system;
  final @Nullable ZeroRate zeroRate;

  /** Told when the stretch's commit is decided, and when a call ends. */
  final Condition changed;

  private HoldId id;
  private int weight;
  private @Nullable Stretch before; // what a wider one that isn't durable yet would end
  private boolean opening; // its commit isn't decided
  private int waiting; // acts that want to begin
  private int active;
  private int busiest; // the most calls in flight since the last look
  private int most = ANY; // the weight that is worth asking for
  private Instant askAgain = Instant.MIN;
  private Instant last;
  private Instant began; // the first of the acts under way, or of those that ended last
  private boolean worked; // one of them was answered as it should be
  private @Nullable Instant faulty; // none was: since then
  private boolean kept; // it has no tail: it closes with the compensation that needs it
  private final Set<HoldId> since = new HashSet<>(); // stretches that ended while they went on
  private final Set<HoldId> told = new HashSet<>(); // whose faults were told last
  private final List<HoldWrite.Fault> owed = new ArrayList<>(); // told in a commit that was refused

  private record Stretch(HoldId id, int weight) {}

  Held(SystemRef system, int weight, @Nullable ZeroRate zeroRate, Instant now, Condition changed) {
    this.system = system;
    this.id = HoldId.next();
    this.weight = weight;
    this.zeroRate = zeroRate;
    this.changed = changed;
    this.opening = true;
    this.last = now;
    this.began = now;
  }

  /** What so many calls at once weigh; 0: calls don't count. */
  static int weight(int calls) {
    return Math.max(1, Math.ceilDiv(calls, CALLS_A_WEIGHT));
  }

  HoldId id() {
    return id;
  }

  int weight() {
    return weight;
  }

  /** What it counts against capacity. */
  int counts() {
    return zeroRate == null ? weight : 0;
  }

  /** Whether acts have to wait until it is known that they are held. */
  boolean opening() {
    return opening;
  }

  /** Whether nothing has happened on it for longer than its tail. */
  boolean over(Instant now) {
    return active == 0 && !kept && tailEnd().isBefore(now);
  }

  /** It stays open however long nothing happens on it, until its run parks or ends. */
  void keep() {
    kept = true;
  }

  /** When it closes if nothing happens any more. */
  Instant tailEnd() {
    return last.plus(RunHolds.TAIL);
  }

  /** Somebody waits to begin an act; until {@link #waited}. */
  void waits() {
    waiting++;
  }

  void waited() {
    waiting--;
  }

  /** Whether there are as many calls in flight as its weight is for. */
  boolean full() {
    return active >= weight * CALLS_A_WEIGHT;
  }

  /** Whether a further weight may be asked for; else a call has to end, or time to pass. */
  boolean mayAsk(Instant now) {
    return !now.isBefore(askAgain);
  }

  /**
   * The weight to ask for.
   *
   * @param calls that are expected at once
   */
  int wants(int calls) {
    int wide = weight(Math.max(calls, active + waiting + 1));
    return Math.max(weight + 1, Math.min(wide, most));
  }

  /** Goes on as another stretch, whose commit is to be {@link #settled} or {@link #refused}. */
  void becomes(int other) {
    before = new Stretch(id, weight);
    if (!worked) { // else nothing that went on is the platform's fault
      since.add(id);
    }
    id = HoldId.next();
    weight = other;
    opening = true;
  }

  /** What was in flight at most since the last look weighs less. */
  Optional<Integer> narrower() {
    int needs = weight(busiest);
    busiest = active;
    return opening || needs >= weight ? Optional.empty() : Optional.of(needs);
  }

  /** The commit of its stretch is through. */
  void settled() {
    opening = false;
    before = null;
    most = ANY;
    changed.signalAll();
  }

  /**
   * The commit of its stretch was refused.
   *
   * @param room whether since there was no room for it
   * @return whether the stretch before it goes on; else nothing is held
   */
  boolean refused(boolean room, Instant now) {
    opening = false;
    changed.signalAll();
    var narrow = before;
    if (narrow == null) {
      return false;
    }
    int gap = weight - narrow.weight;
    if (room) {
      most = gap > 1 ? narrow.weight + gap / 2 : ANY;
      askAgain = gap > 1 ? Instant.MIN : now.plus(ASK_AGAIN);
    }
    since.remove(narrow.id);
    id = narrow.id;
    weight = narrow.weight;
    before = null;
    return true;
  }

  /** It has closed: who waits opens another. */
  void gone() {
    changed.signalAll();
  }

  /** An act begins; the time since a platform failed is over. */
  void enters(TenantId tenant, Instant now, List<Write> writes) {
    if (active++ == 0) {
      recovers(tenant, now, writes);
      since.clear();
      began = now;
      worked = false;
    }
    busiest = Math.max(busiest, active);
    last = now;
  }

  /** An act that was refused didn't begin. */
  void withdraws(List<Write> refused) {
    active--;
    for (var write : refused) {
      if (write instanceof HoldWrite.Fault fault && told.contains(fault.id())) {
        owed.add(fault); // to be told again; an idle hold is as it was
        faulty = active == 0 ? fault.to() : faulty;
      }
    }
    changed.signal();
  }

  void leaves(Instant now, boolean fault) {
    worked |= !fault;
    if (worked) {
      since.clear();
    }
    if (--active == 0 && !worked && faulty == null) {
      faulty = began;
    }
    last = now;
    changed.signal();
  }

  void recovers(TenantId tenant, Instant now, List<Write> writes) {
    writes.addAll(owed);
    owed.clear();
    if (faulty != null && zeroRate == null) {
      told.clear();
      told.addAll(since);
      told.add(id);
      for (var stretch : told) {
        writes.add(new HoldWrite.Fault(tenant, stretch, faulty, now));
      }
    }
    faulty = null;
  }
}
