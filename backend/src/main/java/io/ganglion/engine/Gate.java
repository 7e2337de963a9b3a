package io.ganglion.engine;

import io.ganglion.agent.Policy;
import io.ganglion.approval.Approval;
import io.ganglion.approval.OnTimeout;
import io.ganglion.approval.RunApprovals;
import io.ganglion.connector.RetryClass;
import io.ganglion.connector.UndoClass;
import io.ganglion.db.Write;
import io.ganglion.effect.Effect;
import io.ganglion.effect.EffectState;
import io.ganglion.effect.Effects;
import io.ganglion.effect.Intent;
import io.ganglion.effect.Settlement;
import io.ganglion.effect.Target;
import io.ganglion.identity.Approvers;
import io.ganglion.kernel.ApprovalId;
import io.ganglion.kernel.Json;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Acts that can't be undone pass once somebody has approved them. The intent is frozen before
 * anybody is asked, so what is approved is what is sent.
 */
final class Gate {
  /** How long people have to approve an act. */
  static final Duration PATIENCE = Duration.ofDays(7);

  private final Deciding deciding;
  private final Effects effects;
  private final Targets targets;

  Gate(Deciding deciding, Effects effects, Targets targets) {
    this.deciding = deciding;
    this.effects = effects;
    this.targets = targets;
  }

  /** An act that may need a word: where it goes and its line of the ledger. */
  record Act(Target target, Effect effect) {}

  /**
   * Whether the agent's policy wants an approval for what a call would do. Nobody is asked about a
   * call to an address of its own, which uses none of the agent's accounts; a policy that denies
   * what can't be undone refuses it.
   */
  static boolean guards(Visit visit, Intent intent) {
    return guards(
        visit,
        intent.target(),
        intent.target().connector().retryClass(intent.target().action(), intent.arguments()));
  }

  private static boolean guards(Visit visit, Target target, RetryClass retryClass) {
    return target.connection() != null
        && retryClass != RetryClass.PURE
        && target.action().undoClass() == UndoClass.IRREVERSIBLE
        && visit
            .walk()
            .agent()
            .map(agent -> agent.irreversible() == Policy.Irreversible.APPROVE)
            .orElse(false);
  }

  /**
   * Lets one intent pass.
   *
   * @return empty when it may be sent; else it is given up
   * @throws Unwind.Parked while nobody has decided
   */
  Optional<Settlement> admit(Visit visit, Intent intent) {
    boolean asked = visit.walk().approvals().find(intent.position(), intent.ordinal()).isPresent();
    if (!asked && !guards(visit, intent)) {
      return Optional.empty();
    }
    var scope = visit.walk().scope();
    var act = new Act(intent.target(), effects.intend(scope, intent));
    var refused = refused(visit, List.of(act));
    if (refused.isEmpty()) {
      refused = ask(visit, List.of(act));
    }
    return refused.map(approval -> effects.refuse(scope, act.effect(), Deciding.words(approval)));
  }

  /**
   * What people said of the acts that were put to them before.
   *
   * @return the first that was not granted; empty when nothing stands against them
   * @throws Unwind.Parked while one of them is undecided and none is refused
   */
  Optional<Approval> refused(Visit visit, List<Act> acts) {
    Unwind.Parked waiting = null;
    for (var act : acts) {
      var asked = asked(visit, act.effect());
      if (asked.isEmpty() || act.effect().state() != EffectState.INTENDED) {
        continue;
      }
      try {
        var settled = deciding.settled(visit, asked.get());
        if (!settled.granted()) {
          return Optional.of(settled);
        }
      } catch (Unwind.Parked parked) {
        waiting = waiting == null || parked.due().isBefore(waiting.due()) ? parked : waiting;
      }
    }
    if (waiting != null) {
      throw waiting;
    }
    return Optional.empty();
  }

  /** Learns what people have decided since. */
  void look(Visit visit, List<Act> acts) {
    acts.stream()
        .flatMap(act -> asked(visit, act.effect()).stream())
        .filter(Approval::pending)
        .forEach(approval -> deciding.again(visit.walk(), approval));
  }

  /** Puts the acts that need it and were not put yet to people, all in one commit. */
  Optional<Approval> ask(Visit visit, List<Act> acts) {
    var open =
        acts.stream()
            .filter(act -> act.effect().state() == EffectState.INTENDED)
            .filter(act -> asked(visit, act.effect()).isEmpty())
            .filter(act -> guards(visit, act.target(), act.effect().frozen().retryClass()))
            .toList();
    if (open.isEmpty()) {
      return Optional.empty();
    }
    var questions = open.stream().map(act -> question(visit, act.effect())).toList();
    var writes = new ArrayList<Write>();
    questions.forEach(question -> writes.addAll(RunApprovals.ask(question)));
    var into = open.stream().map(Act::target).toList();
    var intents = open.stream().map(Act::effect).toList();
    var stopped = effects.freeze(visit.walk().scope(), into, intents, writes);
    while (stopped != null) {
      targets.changed(visit, into, stopped.refusal());
      stopped = effects.freeze(visit.walk().scope(), into, intents, writes);
    }
    questions.forEach(one -> visit.walk().approvals().put(Approval.pending(one)));
    return refused(visit, acts);
  }

  private static Approval.Asked question(Visit visit, Effect effect) {
    var walk = visit.walk();
    var frozen = effect.frozen();
    var now = walk.lease().now().truncatedTo(ChronoUnit.MICROS); // as it is stored
    var detail =
        Json.object().put("function", frozen.function()).put("connection", frozen.connection());
    detail.set("arguments", frozen.arguments());
    detail.put("arguments_hash", frozen.argumentsHash());
    return new Approval.Asked(
        frozen.tenant(),
        ApprovalId.next(),
        frozen.run(),
        frozen.position(),
        frozen.ordinal(),
        walk.run().agent(),
        effect.id(),
        title(frozen),
        detail,
        OnTimeout.FAIL,
        walk.agent().map(agent -> agent.policy().approvers()).orElse(Approvers.ANYBODY),
        now,
        now.plus(PATIENCE));
  }

  private static String title(Effect.Frozen frozen) {
    var title = "%s through %s can't be undone".formatted(frozen.function(), frozen.connection());
    return title.substring(0, Math.min(title.length(), Approval.MAX_TITLE));
  }

  /** What was asked about an effect. */
  static Optional<Approval> asked(Visit visit, Effect effect) {
    var frozen = effect.frozen();
    return frozen.undoOf() == null
        ? visit.walk().approvals().find(frozen.position(), frozen.ordinal())
        : Optional.empty();
  }
}
