package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.ganglion.connector.RetryClass;
import io.ganglion.effect.Effect;
import io.ganglion.effect.EffectState;
import io.ganglion.effect.PastEffects;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.Json;
import io.ganglion.run.Journal;
import io.ganglion.run.SessionConfig;
import io.ganglion.run.SessionEnding;
import io.ganglion.run.SessionInbox;
import io.ganglion.run.SessionStep;
import io.ganglion.workflow.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Does what a session's agent asks for, several things at once, and leaves memory while there is
 * nothing to do. An error of a step is the agent's to judge: the session goes on.
 */
final class SessionProgram implements Program {
  private final SessionInbox inbox;
  private final ActionCall calls;
  private final Group groups;
  private final Settling settling;
  private final Undoing undoing;
  private final PastEffects past;
  private final Targets targets;
  private final SessionConfig config;

  SessionProgram(
      SessionInbox inbox,
      ActionCall calls,
      Group groups,
      Settling settling,
      Undoing undoing,
      PastEffects past,
      Targets targets,
      SessionConfig config) {
    this.inbox = inbox;
    this.calls = calls;
    this.groups = groups;
    this.settling = settling;
    this.undoing = undoing;
    this.past = past;
    this.targets = targets;
    this.config = config;
  }

  @Override
  public JsonNode run(Walk walk) {
    SessionEnding ending;
    try (var stay = new SessionStay(walk, inbox, config, this::perform)) {
      ending = stay.untilEnd();
    }
    return switch (ending) {
      case COMPLETE -> NullNode.getInstance();
      case IDLE -> throw idle(walk);
      case COMPENSATE -> throw compensation(walk);
    };
  }

  /**
   * Brings one step or group to its end, which is on record then, an error too.
   *
   * @throws Unwind.Parked while it has to wait
   */
  private void perform(Walk walk, SessionInbox.Asked asked) {
    var visit = visit(walk, asked);
    try {
      switch (asked.place().kind()) {
        case STEP -> {
          var task = (Task.Call) visit.task().task();
          var intent = intended(visit, () -> calls.intent(visit, task, visit.position()));
          intent.ifPresent(it -> calls.perform(visit, it));
        }
        case GROUP -> {
          var task = (Task.Fork) visit.task().task();
          var participants = intended(visit, () -> groups.intend(visit, task));
          participants.ifPresent(them -> groups.commit(visit, them));
        }
        case UNDO -> undo(visit, EffectId.fromString(asked.place().key()));
      }
    } catch (Unwind.Fault fault) {
      if (asked.place().kind() == SessionStep.Kind.UNDO) {
        throw fault; // the session is for nothing else
      }
      if (!visit.onRecord()) { // else the agent reads it there
        visit.append(visit.faulted(fault.error(), 1), List.of());
      }
    }
  }

  /** Takes back what a run did that has ended. */
  private void undo(Visit visit, EffectId id) {
    var walk = visit.walk();
    Settling.unbilled(walk);
    var effect = past.find(walk.run().tenant(), id).orElseThrow();
    undoing.undo(visit, effect);
    if (walk.scope().ledger().current(effect).state() != EffectState.UNDONE) {
      var error =
          WorkflowError.Kind.RUNTIME.error(
              visit.task().pointer(), "%s was not undone".formatted(id));
      visit.append(visit.faulted(error, 1), List.of());
      throw new Unwind.Fault(error);
    }
    visit.append(visit.completed(Json.object().put("effect", id.toString()), 1), List.of());
  }

  /** What can't even be intended is on record with its reason. */
  private static <T> Optional<T> intended(Visit visit, Supplier<T> intent) {
    try {
      return Optional.of(intent.get());
    } catch (Unwind.Fault fault) {
      visit.append(visit.faulted(fault.error(), 1), List.of());
      return Optional.empty();
    }
  }

  private static Visit visit(Walk walk, SessionInbox.Asked asked) {
    var task = SessionTasks.of(asked);
    var frame = Frame.of(new Frame.Context(NullNode.getInstance()));
    var input = walk.run().input();
    var start = new Journal.Start(asked.seq(), asked.at());
    return new Visit(walk, task, task.pointer(), frame, input, input, start);
  }

  private Unwind idle(Walk walk) {
    var detail = "nobody asked the session for anything for %s".formatted(config.idle());
    return Interpreter.whole(walk).fault(WorkflowError.Kind.TIMEOUT, detail);
  }

  /** Everything that landed and has an undo is to be undone; the rest is the run's error. */
  private Unwind compensation(Walk walk) {
    settling.settle(walk); // else nobody knows what landed
    var stays = new ArrayList<String>();
    for (var effect : walk.scope().ledger().all()) {
      boolean landed = effect.state() == EffectState.LANDED || effect.state() == EffectState.UNDONE;
      if (!landed || effect.frozen().undoOf() != null || pure(effect)) {
        continue;
      }
      if (targets.undoable(effect)) {
        walk.compensable().undo(effect);
      } else {
        stays.add("%s of %s".formatted(effect.id(), effect.frozen().function()));
      }
    }
    return stays.isEmpty()
        ? new Unwind.Cancelled()
        : Interpreter.whole(walk)
            .fault(WorkflowError.Kind.RUNTIME, "no undo exists for " + String.join(", ", stays));
  }

  private static boolean pure(Effect effect) {
    return effect.frozen().retryClass() == RetryClass.PURE;
  }
}
