package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.db.Write;
import io.ganglion.effect.Effect;
import io.ganglion.run.RunWrite;
import io.ganglion.workflow.NamedTask;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Bounds what a replay of a long run reads, and what its walk keeps in memory: between two rounds
 * of a {@code for} in the workflow's own list, and where that list goes back to an earlier task,
 * nothing else of the run is under way, and what it has come to is small. Once the journal has
 * grown by {@link #STEPS} that is stored, and a replay begins there.
 *
 * <p>Used by the one thread that walks the workflow's own list.
 */
final class Compaction {
  /** Steps between two checkpoints; a replay reads at most these and one round's. */
  static final int STEPS = 500;

  private final Optional<Resume> from;
  private @Nullable NamedTask current;
  private Resume.@Nullable Round pending;
  private int task;
  private JsonNode data;
  private JsonNode context;
  private boolean compensable;
  private int next = STEPS;

  /**
   * @param from the checkpoint that the run is walked from
   */
  Compaction(Optional<Resume> from) {
    this.from = from;
    this.data = com.fasterxml.jackson.databind.node.NullNode.getInstance();
    this.context = data;
    this.pending = from.flatMap(Resume::round).orElse(null);
    this.compensable = from.map(Resume::compensable).orElse(false);
  }

  /** Where the workflow's own list begins; what was before is put back into the walk. */
  Optional<Resume> begin(Walk walk, Frame frame) {
    from.ifPresent(
        resume -> {
          frame.context().set(resume.context());
          frame.context().saw(resume.seen().events(), resume.seen().versions());
          walk.visited(resume.visits());
          walk.tasks().set(resume.counts().tasks());
          if (resume.wrote().any()) {
            walk.wrote().note(resume.wrote().asked());
          }
        });
    return from;
  }

  /** The workflow's own list comes to a task. */
  void at(int index, NamedTask next, JsonNode input, Frame frame) {
    task = index;
    current = next;
    data = input;
    context = frame.context().get();
  }

  /** Whether a visit is of a loop that goes on in its middle. */
  boolean resumes(Visit visit) {
    var round = pending;
    return round != null && round.position().equals(visit.position());
  }

  /** Where a loop goes on, if its visit was in its middle at the checkpoint; asked once. */
  Optional<Resume.Round> round(Visit visit) {
    var round = pending;
    if (round == null || !round.position().equals(visit.position())) {
      return Optional.empty();
    }
    pending = null;
    visit.frame().context().set(round.context());
    return Optional.of(round);
  }

  /** A round of a loop has ended, the next one would have this number and this input. */
  void rounded(Visit visit, int next, JsonNode input) {
    var walk = visit.walk();
    walk.forget(visit.position() + "[" + (next - 1) + "]/");
    if (visit.task() == current && due(walk)) {
      var round =
          new Resume.Round(
              visit.position(), visit.start(), next, input, visit.frame().context().get());
      store(walk, visit.frame(), Optional.of(round));
    }
  }

  /** The workflow's own list goes back to a task it had come to before. */
  void jumped(Walk walk, int index, NamedTask next, JsonNode input, Frame frame) {
    if (due(walk)) {
      at(index, next, input, frame);
      store(walk, frame, Optional.empty());
    }
  }

  /**
   * What a compensation that is a task would see is in memory alone; so is which of the effects
   * that nobody knows the fate of would have to be compensated.
   */
  private boolean due(Walk walk) {
    var owed = walk.compensable();
    int length = walk.journal().length();
    if (length < next || owed.counters()) {
      return false;
    }
    owed.doubts().forEach(ActionCall::remember);
    if (owed.counters() || doubtful(walk)) {
      next = length + STEPS; // looked at again no sooner
      return false;
    }
    return true;
  }

  private static boolean doubtful(Walk walk) {
    var owed = walk.compensable();
    return !owed.doubtedRuns().isEmpty()
        || walk.scope().ledger().all().stream()
            .filter(ActionCall::sent)
            .anyMatch(effect -> owed.doubts().stream().anyMatch(it -> ActionCall.of(it, effect)));
  }

  private void store(Walk walk, Frame frame, Optional<Resume.Round> round) {
    var asked = walk.compensable().effects();
    compensable |= !asked.isEmpty();
    var kept = new HashSet<>(timers(""));
    round.ifPresent(it -> kept.addAll(timers(it.position())));
    var state = state(walk, frame, round, kept);
    walk.journal().compact(state.toJson(), writes(walk, asked), kept);
    walk.compensable().clear();
    next = STEPS;
    walk.scope().ledger().forgetSettled();
    walk.visits().keySet().retainAll(places(walk).keySet());
  }

  private Resume state(Walk walk, Frame frame, Optional<Resume.Round> round, Set<String> timers) {
    var visits = places(walk);
    round.ifPresent(it -> visits.merge(place(walk, task), -1, Integer::sum)); // visited anew
    var tasks = walk.tasks().get() - round.stream().count();
    return new Resume(
        task,
        data,
        context,
        round,
        visits,
        new Resume.Counts(tasks, walk.journal().next()),
        new Resume.Seen(frame.context().events(), Map.copyOf(frame.context().read())),
        new Resume.Wrote(walk.wrote().any(), walk.wrote().asked()),
        compensable,
        walk.journal().timers(timers),
        walk.scope().ledger().all().stream()
            .filter(effect -> effect.state().open())
            .map(effect -> effect.id().uuid())
            .toList());
  }

  /** Of what goes on behind the checkpoint; what was fixed there once can't be fixed again. */
  private static Set<String> timers(String position) {
    return Set.of(position + Timeouts.END, position + Visit.NOW);
  }

  private static List<Write> writes(Walk walk, List<Effect> asked) {
    var run = walk.run();
    var writes = new ArrayList<Write>();
    for (var effect : asked) {
      writes.add(new RunWrite.Compensable(run.tenant(), run.id(), effect.id()));
    }
    return writes;
  }

  /** How often the places of the workflow's own list were visited; all others are done with. */
  private static Map<String, Integer> places(Walk walk) {
    var places = new HashMap<String, Integer>();
    for (int i = 0; i < walk.definition().tasks().size(); i++) {
      var visits = walk.visits().get(place(walk, i));
      if (visits != null) {
        places.put(place(walk, i), visits.get());
      }
    }
    return places;
  }

  private static String place(Walk walk, int index) {
    return TopList.PATH + "/" + index + "/" + walk.definition().tasks().get(index).name();
  }

  /** Whether effects that are in memory no more ask for compensation. */
  boolean compensable() {
    return compensable;
  }

  /** Whether effects of the run may be in memory no more. */
  boolean forgot(Walk walk) {
    return from.isPresent() || walk.journal().compacted();
  }
}
