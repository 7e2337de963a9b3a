package io.ganglion.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.db.CommitFailed;
import io.ganglion.db.Commits;
import io.ganglion.db.GroupCommit;
import io.ganglion.db.Replays;
import io.ganglion.db.Write;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One run's journal in its worker: what was recorded before answers a replay, what happens now is
 * appended through the group commit. Thread-safe: branches share it.
 */
public final class Journal {
  /** So many records of pure tasks may ride before they are sent on their way by themselves. */
  private static final int MAX_RIDING = 500;

  private final TenantId tenant;
  private final RunId run;
  private final GroupCommit commits;
  private final History history;
  private final AtomicInteger nextSeq;
  private final ConcurrentLinkedQueue<Write> riding = new ConcurrentLinkedQueue<>();
  private final AtomicInteger ridingCount = new AtomicInteger();
  private final AtomicInteger length;
  private volatile boolean compacted;
  private final Map<String, Start> begun = new ConcurrentHashMap<>();

  /** When visits began that the run was in as it left memory. */
  private final Map<String, Instant> left = new HashMap<>();

  private final Map<String, ReentrantLock> fixing = new ConcurrentHashMap<>();

  private Journal(TenantId tenant, RunId run, GroupCommit commits, History history) {
    this.tenant = tenant;
    this.run = run;
    this.commits = commits;
    this.history = history;
    this.nextSeq =
        new AtomicInteger(
            history.steps().values().stream().mapToInt(Step::seq).max().orElse(-1) + 1);
    this.length = new AtomicInteger(history.steps().size());
  }

  /** The journal of a run nobody has walked before. */
  public static Journal fresh(TenantId tenant, RunId run, GroupCommit commits) {
    return new Journal(tenant, run, commits, History.empty());
  }

  /** Reads what runs have done before, by their ids; the connection sees their tenants. */
  public static Map<UUID, Journal> open(Connection connection, Replays replays, GroupCommit commits)
      throws SQLException {
    var histories = History.load(connection, replays);
    var journals = new HashMap<UUID, Journal>();
    for (var one : replays.runs()) {
      var history = Objects.requireNonNull(histories.get(one.run()));
      var journal = new Journal(new TenantId(one.tenant()), new RunId(one.run()), commits, history);
      journals.put(one.run(), journal);
    }
    return journals;
  }

  public Optional<Step> recorded(String position) {
    return Optional.ofNullable(history.steps().get(position));
  }

  /** When the last visit on record ended. */
  public Optional<Instant> lastEnded() {
    return history.steps().values().stream().map(Step::endedAt).max(Comparator.naturalOrder());
  }

  /** Whether a visit, or one inside of it, is on record. */
  public boolean knows(String position) {
    var inside = history.steps().ceilingEntry(position);
    while (inside != null && inside.getKey().startsWith(position)) {
      if (within(inside.getKey(), position)) {
        return true;
      }
      inside = history.steps().higherEntry(inside.getKey());
    }
    return begun.containsKey(position);
  }

  /**
   * When a visit began: for one that the run was in as it left memory, then; for another container
   * that is replayed, when the first of what is recorded inside it did.
   */
  public Start start(String position, Instant now) {
    var before = begun.get(position);
    if (before != null) {
      return before;
    }
    var inside = history.steps().ceilingEntry(position);
    Step first = null;
    while (inside != null && inside.getKey().startsWith(position)) {
      if (within(inside.getKey(), position)
          && (first == null || inside.getValue().seq() < first.seq())) {
        first = inside.getValue();
      }
      inside = history.steps().higherEntry(inside.getKey());
    }
    return first == null
        ? new Start(nextSeq.getAndIncrement(), left.getOrDefault(position, now))
        : new Start(first.seq(), left.getOrDefault(position, first.startedAt()));
  }

  /** The run was in these visits as it left memory, by position; they had begun then. */
  public void comeBack(JsonNode underWay) {
    underWay.properties().forEach(one -> left.put(one.getKey(), time(one.getValue())));
  }

  private static Instant time(JsonNode text) {
    return Instant.parse(text.asText());
  }

  private static boolean within(String position, String container) {
    return position.length() == container.length()
        || "/[".indexOf(position.charAt(container.length())) >= 0;
  }

  /** Order and time of a visit's start. */
  public record Start(int seq, Instant at) {}

  /** Records a pure task: it goes with the next append and is not waited for. */
  public void ride(Step step) {
    if (history.steps().containsKey(step.position())) {
      return;
    }
    length.incrementAndGet();
    riding.add(new RunWrite.Append(tenant, run, step));
    if (ridingCount.incrementAndGet() >= MAX_RIDING) {
      var unit = takeRiding();
      if (!unit.isEmpty()) {
        var unused = commits.submit(run.uuid(), unit);
      }
    }
  }

  /** Appends a step with what belongs to it, atomically; returns when it is durable. */
  public void append(Step step, List<Write> with) {
    var unit = new ArrayList<Write>(with);
    unit.add(new RunWrite.Append(tenant, run, step));
    append(unit);
    length.incrementAndGet();
  }

  /**
   * Commits a unit of this run, with the records that ride; returns when it is durable.
   *
   * @throws CommitFailed.Refused when a guard refuses it; what rode goes with the next
   */
  public void append(List<Write> writes) {
    var rode = takeRiding();
    var unit = new ArrayList<Write>(rode);
    unit.addAll(writes);
    try {
      Commits.await(commits.submit(run.uuid(), unit));
    } catch (CommitFailed.Refused e) {
      riding.addAll(rode);
      ridingCount.addAndGet(rode.size());
      throw e;
    }
  }

  /** Commits what is no part of the record, and takes nothing that rides along. */
  public void note(RunWrite.Rest why) {
    Commits.await(commits.submit(run.uuid(), List.of(why)));
  }

  /** Versions of the agent's state entries that the visit at a position was made from, by key. */
  public Map<String, Long> reads(String position) {
    return history.reads().getOrDefault(position, Map.of());
  }

  /** What the visit at a position has consumed, in its order. */
  public List<Consumed> consumed(String position) {
    return history.consumed().getOrDefault(position, List.of());
  }

  /** When the wait at a position ends: fixed, durably, the first time it is asked. */
  public Instant timer(String position, Instant due) {
    var known = history.timers().get(position);
    return known == null ? fix(position, due) : known;
  }

  /** Who shares a visit may ask at the same time; the first fixes it for all. */
  private Instant fix(String position, Instant due) {
    var one = fixing.computeIfAbsent(position, it -> new ReentrantLock());
    one.lock();
    try {
      var known = history.timers().get(position);
      if (known != null) {
        return known;
      }
      append(List.of(new RunWrite.Timer(tenant, run, position, due)));
      history.timers().put(position, due);
      return due;
    } finally {
      fixing.remove(position, one);
      one.unlock();
    }
  }

  /** The order of the visit that starts next. */
  public int next() {
    return nextSeq.get();
  }

  /** Whether a checkpoint was made since it was opened. */
  public boolean compacted() {
    return compacted;
  }

  /** Steps since the last checkpoint. */
  public int length() {
    return length.get();
  }

  /** When waits and timeouts that were met end, of those at these positions. */
  public Map<String, Instant> timers(Set<String> positions) {
    var found = new TreeMap<>(history.timers());
    found.keySet().retainAll(positions);
    return found;
  }

  /**
   * Lets a replay begin here. Nothing of the run may be under way beside the caller.
   *
   * @param state to begin from
   * @param with what else belongs to the commit
   * @param timers positions whose timers are needed further on
   */
  public void compact(JsonNode state, List<Write> with, Set<String> timers) {
    var unit = new ArrayList<Write>(with);
    unit.add(new RunWrite.Compact(tenant, run, state));
    append(unit);
    history.forget(timers);
    length.set(0);
    compacted = true;
  }

  /**
   * Goes on behind a checkpoint.
   *
   * @param seq order of the next visit
   * @param started visits that were under way, by position
   * @param timers those that were kept
   */
  public void resume(int seq, Map<String, Start> started, Map<String, Instant> timers) {
    nextSeq.accumulateAndGet(seq, Math::max);
    begun.putAll(started);
    history.timers().putAll(timers);
  }

  private List<Write> takeRiding() {
    var unit = new ArrayList<Write>();
    for (var write = riding.poll(); write != null; write = riding.poll()) {
      unit.add(write);
      ridingCount.decrementAndGet();
    }
    return unit;
  }
}
