package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.ganglion.approval.Approval;
import io.ganglion.connector.RetryClass;
import io.ganglion.connector.UndoClass;
import io.ganglion.db.Write;
import io.ganglion.effect.Effect;
import io.ganglion.effect.EffectState;
import io.ganglion.effect.Effects;
import io.ganglion.effect.Intent;
import io.ganglion.effect.Settlement;
import io.ganglion.effect.Target;
import io.ganglion.kernel.Json;
import io.ganglion.workflow.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A coordinated commit: all participants prepare, then they commit, irreversible ones last; any
 * failed prepare, and nothing is public; a failed commit undoes what landed, in reverse order.
 *
 * <p>Every stage may be cut by a crash: the ledger's states alone tell where a replay goes on.
 */
final class Group {
  private static final int CONFLICT = 409;

  private final Effects effects;
  private final ActionCall calls;
  private final Undoing undoing;
  private final Targets targets;
  private final Gate gate;

  Group(Effects effects, ActionCall calls, Undoing undoing, Targets targets, Gate gate) {
    this.effects = effects;
    this.gate = gate;
    this.targets = targets;
    this.calls = calls;
    this.undoing = undoing;
  }

  /** One branch: its visit, where it goes, and its effect as the ledger has it. */
  record Participant(Visit visit, Intent intent, Effect effect) {
    Target target() {
      return intent.target();
    }

    Participant now(Effect changed) {
      return new Participant(visit, intent, changed);
    }

    boolean dead() {
      return Effects.failed(target(), effect, visit.walk().lease().now());
    }

    UndoClass undoClass() {
      return effect.frozen().undoClass();
    }
  }

  JsonNode commit(Visit visit, Task.Fork task) {
    return commit(visit, intend(visit, task));
  }

  /** Brings participants to their common end, which is on record when this returns or faults. */
  JsonNode commit(Visit visit, List<Participant> intended) {
    var participants = intended;
    if (participants.stream().noneMatch(p -> p.dead() || p.effect().attempts() > 0)) {
      participants = atBarrier(visit, participants);
    }
    try {
      participants = committed(visit, participants);
    } catch (Unwind.Cancelled cut) {
      owed(visit, participants);
      throw cut;
    }
    var failed = participants.stream().filter(Participant::dead).toList();
    if (!failed.isEmpty()) {
      throw undone(visit, participants, cause(failed));
    }
    return finish(visit, participants);
  }

  /** All or none, for whom is cancelled in its middle too: the run takes back what landed. */
  private static void owed(Visit visit, List<Participant> participants) {
    var walk = visit.walk();
    participants.stream()
        .map(p -> walk.scope().ledger().current(p.effect()))
        .filter(effect -> effect.attempts() > 0) // it may turn out to have landed
        .filter(effect -> effect.frozen().retryClass() != RetryClass.PURE)
        .forEach(walk.compensable()::undo);
  }

  /** Whose failure speaks for the group: one that somebody or its platform refused. */
  private static Participant cause(List<Participant> failed) {
    return failed.stream()
        .filter(p -> Gate.asked(p.visit(), p.effect()).filter(a -> !a.granted()).isPresent())
        .findFirst()
        .or(() -> failed.stream().filter(p -> status(p.effect()) != 0).findFirst())
        .orElseGet(failed::getFirst);
  }

  private static int status(Effect effect) {
    return effect.last() == null ? 0 : effect.last().status();
  }

  /**
   * What the branches are to do, known before any of it is done.
   *
   * @throws Unwind.Fault when one of them can't be done as it is asked for
   */
  List<Participant> intend(Visit visit, Task.Fork task) {
    var participants = new ArrayList<Participant>();
    for (int i = 0; i < task.branches().size(); i++) {
      var branch = task.branches().get(i);
      var path = visit.position() + "/fork/branches/" + i + "/" + branch.name();
      var inner =
          new Visit(
              visit.walk(),
              branch,
              path,
              visit.frame(),
              visit.input(),
              visit.input(),
              visit.start());
      var call = (Task.Call) branch.task();
      var intent = calls.intent(inner, call, path);
      participants.add(
          new Participant(inner, intent, effects.intend(visit.walk().scope(), intent)));
    }
    return participants;
  }

  /**
   * Nothing is refused, all systems are the run's, all is prepared, and what needs it is approved.
   * What was prepared is too old by the time people have decided: all of it is done anew then.
   * While they think the run leaves memory, or this branch rests beside a busy one.
   */
  private List<Participant> atBarrier(Visit visit, List<Participant> participants) {
    var asking = visit.in(visit.walk().restless());
    for (int looked = 0; ; looked++) {
      try {
        return passed(visit, asking, participants);
      } catch (Undecided undecided) {
        Waiter.again(visit, looked, undecided.parked);
        Timeouts.beforeNew(visit);
        gate.look(visit, acts(participants));
      }
    }
  }

  /** People have not decided yet. */
  private static final class Undecided extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Unwind.Parked parked;

    Undecided(Unwind.Parked parked) {
      super(null, null, false, false);
      this.parked = parked;
    }
  }

  private List<Participant> passed(Visit visit, Visit asking, List<Participant> participants)
      throws Undecided {
    var refused = said(() -> gate.refused(asking, acts(participants)));
    if (refused.isPresent()) {
      return refused(visit, participants, refused.get());
    }
    enter(visit, participants);
    var ready = prepared(visit, participants);
    if (ready.stream().anyMatch(Participant::dead)) {
      return ready;
    }
    refused = said(() -> gate.ask(asking, acts(ready)));
    return refused.isPresent() ? refused(visit, participants, refused.get()) : ready;
  }

  private static Optional<Approval> said(Supplier<Optional<Approval>> question) throws Undecided {
    try {
      return question.get();
    } catch (Unwind.Parked parked) {
      throw new Undecided(parked);
    }
  }

  private List<Participant> refused(
      Visit visit, List<Participant> participants, Approval approval) {
    int index = 0;
    while (!participants.get(index).effect().id().equals(approval.asked().effect())) {
      index++;
    }
    var refusal = new Effect.Miss(CONFLICT, Deciding.words(approval));
    return abandoned(visit, participants, index, refusal, "was not approved");
  }

  private static List<Gate.Act> acts(List<Participant> participants) {
    return participants.stream().map(p -> new Gate.Act(p.target(), p.effect())).toList();
  }

  /** All intents and all holds in one commit, or the run waits for the system it lacks. */
  private void enter(Visit visit, List<Participant> participants) {
    var into = participants.stream().map(Participant::target).toList();
    var intents = participants.stream().map(Participant::effect).toList();
    targets.enter(visit, into, () -> effects.enrol(visit.walk().scope(), into, intents));
  }

  /**
   * Prepares all at once; when one is refused every intent is abandoned, durably, before anybody
   * hears of it.
   */
  private List<Participant> prepared(Visit visit, List<Participant> participants) {
    var branches = new Branches<Effects.Prepared>();
    participants.forEach(p -> branches.add(() -> Effects.prepare(p.target(), p.effect())));
    var ended = branches.join(participants.size());
    Branches.rethrow(ended);
    var ready = new ArrayList<Participant>();
    Effect.Miss refusal = null;
    int refused = -1;
    for (int i = 0; i < participants.size(); i++) {
      var participant = participants.get(i);
      switch (java.util.Objects.requireNonNull(ended.get(i).value())) {
        case Effects.Prepared.Ready it -> ready.add(participant.now(it.effect()));
        case Effects.Prepared.Refused it -> {
          refused = refused < 0 ? i : refused;
          refusal = refusal == null ? it.miss() : refusal;
          ready.add(participant);
        }
      }
    }
    return refusal == null
        ? ready
        : abandoned(visit, participants, refused, refusal, "could not be prepared");
  }

  private List<Participant> abandoned(
      Visit visit, List<Participant> participants, int refused, Effect.Miss refusal, String fate) {
    var scope = visit.walk().scope();
    var result = new ArrayList<Participant>();
    var writes = new ArrayList<Write>(visit.walk().approvals().withdraw(visit.position()));
    for (int i = 0; i < participants.size(); i++) {
      var participant = participants.get(i);
      var why =
          i == refused
              ? new Effect.Miss(
                  refusal.status() == 0 ? CONFLICT : refusal.status(), refusal.reason())
              : new Effect.Miss(
                  0, "the group's %s %s".formatted(name(participants.get(refused)), fate));
      var dropped = participant.effect().abandoned(why, scope.lease().now());
      writes.addAll(Effects.written(dropped));
      result.add(participant.now(dropped));
    }
    visit.walk().journal().append(writes);
    result.forEach(p -> effects.recorded(scope, p.effect()));
    return result;
  }

  private static String name(Participant participant) {
    return participant.visit().task().name();
  }

  /** Commits in the order of the undo classes; stops at the first that fails. */
  private List<Participant> committed(Visit visit, List<Participant> participants) {
    if (participants.stream().anyMatch(Participant::dead)) {
      return participants;
    }
    var result = new ArrayList<>(participants);
    var order = new ArrayList<Integer>();
    for (int i = 0; i < participants.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparing(i -> participants.get(i).undoClass()));
    for (int i : order) {
      var settled = result.get(i).now(settle(visit, result.get(i)));
      result.set(i, settled);
      if (settled.dead()) {
        break;
      }
    }
    return result;
  }

  private Effect settle(Visit visit, Participant participant) {
    var scope = visit.walk().scope();
    if (participant.effect().state() == EffectState.LANDED
        || participant.effect().state() == EffectState.UNDONE) {
      return participant.effect();
    }
    var current = participant.effect();
    while (true) {
      switch (effects.commitPrepared(scope, participant.target(), current)) {
        case Settlement.Landed(Effect effect, List<Write> writes) -> {
          return durable(participant, effect, writes);
        }
        case Settlement.Failed(Effect effect, List<Write> writes) -> {
          return durable(participant, effect, writes);
        }
        case Settlement.Wait wait -> {
          Waiter.until(participant.visit(), wait);
          current = scope.ledger().current(current);
        }
        case Settlement.Attention attention ->
            throw ActionCall.attention(visit, attention.effect());
        case Settlement.Refused refused ->
            targets.changed(visit, List.of(participant.target()), refused.refusal());
      }
    }
  }

  private Effect durable(Participant participant, Effect effect, List<Write> writes) {
    var walk = participant.visit().walk();
    walk.journal().append(writes);
    effects.recorded(walk.scope(), effect);
    return effect;
  }

  /** After a failure: what was never sent is abandoned, what landed is undone in reverse order. */
  private Unwind.Fault undone(Visit visit, List<Participant> participants, Participant failed) {
    var walk = visit.walk();
    var unsent =
        participants.stream().filter(p -> p.effect().state() == EffectState.INTENDED).toList();
    var dropped = new ArrayList<Write>();
    unsent.forEach(
        p -> dropped.addAll(effects.abandon(walk.scope(), p.effect(), "the group failed")));
    if (!dropped.isEmpty()) {
      walk.journal().append(dropped);
      effects.recorded(walk.scope(), dropped);
    }
    takeBack(
        visit,
        participants.stream()
            .filter(p -> p.effect().state() == EffectState.LANDED)
            .filter(p -> p.effect().frozen().retryClass() != RetryClass.PURE)
            .sorted(Comparator.comparing((Participant p) -> firstDispatched(p.effect())).reversed())
            .toList());
    var error = ActionCall.error(failed.visit(), failed.effect());
    for (var participant : participants) {
      if (participant == failed) {
        participant.visit().failed(new Unwind.Fault(error));
      } else {
        ended(participant, walk.scope().ledger().current(participant.effect()));
      }
    }
    visit.append(visit.faulted(error, 1), List.of());
    return new Unwind.Fault(error);
  }

  /** What is held for that is free, as all undoing is; the run may go on and pay again. */
  private void takeBack(Visit visit, List<Participant> landed) {
    var walk = visit.walk();
    var holds = walk.scope().holds();
    var systems =
        landed.stream().map(p -> p.target().system().id()).collect(Collectors.toUnmodifiableSet());
    append(walk, holds.takesBack(systems, walk.lease().now()));
    landed.forEach(p -> undoing.undo(visit, p.effect()));
    append(walk, holds.tookBack(systems, walk.lease().now()));
  }

  private static void append(Walk walk, List<Write> writes) {
    if (!writes.isEmpty()) {
      walk.journal().append(writes);
    }
  }

  /** What a participant of a group that another one failed came to goes with the group's record. */
  private static void ended(Participant participant, Effect effect) {
    var branch = participant.visit();
    switch (effect.state()) {
      case LANDED, UNDONE ->
          branch.ride(branch.completed(output(effect.landed()), effect.attempts()));
      case INTENDED, DISPATCHED, NOT_LANDED, UNKNOWN, ABANDONED -> branch.stopped();
    }
  }

  private static java.time.Instant firstDispatched(Effect effect) {
    return Optional.ofNullable(effect.times().firstDispatched()).orElse(java.time.Instant.EPOCH);
  }

  private static JsonNode finish(Visit visit, List<Participant> participants) {
    var output = Json.mapper().createArrayNode();
    for (var participant : participants) {
      var value = output(participant.effect().landed());
      output.add(value);
      var branch = participant.visit();
      branch.ride(branch.completed(value, participant.effect().attempts()));
    }
    var step = visit.completed(output, 1);
    visit.append(step, List.of());
    Timeouts.after(visit, step); // it stays done, and the time is up all the same
    return output;
  }

  private static JsonNode output(Effect.@Nullable Landing landing) {
    return landing == null ? NullNode.getInstance() : landing.output();
  }
}
