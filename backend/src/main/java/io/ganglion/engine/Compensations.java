package io.ganglion.engine;

import io.ganglion.effect.Effect;
import io.ganglion.kernel.RunId;
import io.ganglion.workflow.Task;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * What the walk of a run owes should the run fail, in the order in which it was begun. A replay
 * comes to the same. Thread-safe.
 */
final class Compensations {
  /** By what identifies the act, without its kind: identifiers are in the order of their making. */
  private final ConcurrentSkipListMap<String, Owed> owed = new ConcurrentSkipListMap<>();

  /** Visits that were stopped or failed; what they did may turn out to have landed. */
  private final Queue<Visit> doubts = new ConcurrentLinkedQueue<>();

  private volatile boolean counters;

  void doubt(Visit visit) {
    doubts.add(visit);
  }

  Queue<Visit> doubts() {
    return doubts;
  }

  /** Those of runs that it started, which may have succeeded all the same. */
  List<Visit> doubtedRuns() {
    return doubts.stream()
        .filter(visit -> visit.task().task() instanceof Task.Run)
        .filter(visit -> visit.task().task().common().metadata().compensation().isPresent())
        .toList();
  }

  void undo(Effect effect) {
    owed.put(key(effect.id().toString()), new Owed.Undo(effect));
  }

  void counter(Effect of, Owed.Counter counter) {
    counters = true;
    owed.put(key(of.id().toString()), counter);
  }

  void counter(RunId of, Owed.Counter counter) {
    counters = true;
    owed.put(key(of.toString()), counter);
  }

  private static String key(String id) {
    return id.substring(id.indexOf('_') + 1);
  }

  boolean isEmpty() {
    return owed.isEmpty();
  }

  /** The latest first. */
  Collection<Owed> latestFirst() {
    return owed.descendingMap().values();
  }

  /** Whether it holds what no checkpoint can keep. */
  boolean counters() {
    return counters;
  }

  List<Effect> effects() {
    return owed.values().stream()
        .filter(Owed.Undo.class::isInstance)
        .map(one -> ((Owed.Undo) one).effect())
        .toList();
  }

  /** All of it is kept elsewhere, and no fate is open. */
  void clear() {
    owed.clear();
    doubts.clear();
  }
}
