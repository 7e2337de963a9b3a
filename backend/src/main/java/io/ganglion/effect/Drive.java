package io.ganglion.effect;

import com.fasterxml.jackson.databind.node.NullNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Finding;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.RetryClass;
import io.ganglion.coordination.Cost;
import io.ganglion.coordination.Pace;
import io.ganglion.coordination.Probe;
import io.ganglion.coordination.SpendWrite;
import io.ganglion.coordination.UpstreamWrite;
import io.ganglion.db.CommitFailed;
import io.ganglion.db.Write;
import io.ganglion.effect.CrashPoints.Boundary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings one effect as far as it goes now: asks {@link EffectRules} for the next move and makes it.
 * Used once.
 */
final class Drive {
  private static final String RESPONSE = "response";
  private static final String LOOKUP = "lookup";
  private static final int FORBIDDEN = 403;

  private final Scope scope;
  private final Target target;
  private final boolean orphan;
  private Effect effect;
  private boolean written;
  private final boolean provingOnly;
  private int prepares;
  private List<UpstreamWrite> answered = List.of();

  /**
   * @param provingOnly whether to find out its fate without ever sending it again
   */
  Drive(Scope scope, Target target, Effect effect, boolean written, boolean provingOnly) {
    this.scope = scope;
    this.target = target;
    this.orphan = effect.state() == EffectState.DISPATCHED;
    this.effect = effect.orphaned();
    this.written = written;
    this.provingOnly = provingOnly;
  }

  Settlement run() {
    Settlement settled = null;
    while (settled == null) {
      settled =
          switch (EffectRules.next(effect, target.action(), now())) {
            case EffectRules.Move.Prepare p -> prepare();
            case EffectRules.Move.Dispatch d when provingOnly -> unsent();
            case EffectRules.Move.Dispatch d -> dispatch();
            case EffectRules.Move.LookUp l -> lookUp();
            case EffectRules.Move.Wait w -> new Settlement.Wait(w.until(), "upstream", reason());
            case EffectRules.Move.Done d -> new Settlement.Landed(effect, List.of());
            case EffectRules.Move.Fail f -> given();
            case EffectRules.Move.Attention a -> attention();
          };
    }
    return settled;
  }

  /** The system is held and the intent on record before the platform hears of it; null to go on. */
  private @Nullable Settlement prepare() {
    var probe = new Probe();
    var waiting =
        enter(probe, written ? List.of() : EffectEvent.with(new EffectWrite.Insert(effect)));
    if (waiting != null) {
      return waiting;
    }
    if (!written) {
      recorded();
    }
    var prepared = Effects.prepare(target, effect);
    left(false);
    boolean well = prepared instanceof Effects.Prepared.Ready;
    answered = probe.answered(well); // with the dispatch, whose place it is then
    if (!well) {
      tell();
    }
    return switch (prepared) {
      case Effects.Prepared.Ready ready -> {
        effect = ready.effect();
        yield null;
      }
      case Effects.Prepared.Refused refused -> {
        if (refused.retryable() && ++prepares < target.action().attempts()) {
          yield null;
        }
        effect = effect.abandoned(refused.miss(), now());
        yield new Settlement.Failed(effect, update());
      }
    };
  }

  private @Nullable Settlement dispatch() {
    var now = now();
    var intended = effect;
    effect = effect.dispatched(now, judgeAfterSend(now));
    var writes = new ArrayList<Write>();
    var probe = new Probe();
    writes.addAll(answered);
    target.takes().budgets().forEach(use -> writes.add(probe.asks(scope.tenant(), use)));
    target.takes().cost().ifPresent(cost -> writes.add(reserves(cost)));
    writes.addAll(
        EffectEvent.with(
            written ? new EffectWrite.Update(effect) : new EffectWrite.Insert(effect)));
    var waiting = enter(probe, writes);
    if (waiting != null) {
      effect = intended;
      tell();
      return waiting;
    }
    answered = List.of();
    recorded();
    scope.pass(Boundary.INTENT_WRITTEN);
    while (now().isAfter(now.plus(EffectRules.SEND_WITHIN))) { // a commit that slow: say it anew
      now = now();
      effect = effect.postponed(now, judgeAfterSend(now));
      scope.commit(update());
      recorded();
    }
    if (!scope
        .lease()
        .mayDispatch()) { // checked directly before the write; the pause between can't be excluded
      throw new CommitFailed.Fenced();
    }
    var outcome = target.connector().send(target.session(), act(effect, target));
    scope.pass(Boundary.SENT);
    left(failed(outcome));
    effect = inDoubt(intended) ? judgeAgain(outcome) : judge(outcome);
    unreadIsNotInDoubt();
    scope.pass(Boundary.BEFORE_OUTCOME);
    if (effect.state() == EffectState.LANDED) {
      var landed = new ArrayList<>(update());
      landed.addAll(probe.answered(true));
      return new Settlement.Landed(effect, landed);
    }
    return missed(outcome, probe);
  }

  /** The send may begin as late as that; until it is over nothing that is not found proves much. */
  private Instant judgeAfterSend(Instant recorded) {
    return EffectRules.judgeAfterDispatch(target.action(), recorded.plus(EffectRules.SEND_WITHIN));
  }

  private @Nullable Settlement missed(Outcome outcome, Probe probe) {
    var writes = new ArrayList<Write>(update());
    if (outcome instanceof Outcome.NotLanded no && no.notBefore().isPresent()) {
      var rest = new Pace.Rest(no.notBefore().get());
      writes.add(new UpstreamWrite.OfSystem(scope.tenant(), target.system().id(), rest));
      // other tenants have systems of their own for the same account or address
      target
          .takes()
          .budgets()
          .forEach(use -> writes.add(new UpstreamWrite.OfBudget(scope.tenant(), use, rest)));
    } else {
      writes.addAll(probe.answered(answeredWell(outcome)));
    }
    if (EffectRules.next(effect, target.action(), now()) instanceof EffectRules.Move.Fail) {
      return new Settlement.Failed(effect, writes);
    }
    scope.commit(writes);
    recorded();
    return null;
  }

  private @Nullable Settlement lookUp() {
    var act = act(effect, target).beside(new Rivals(scope, effect));
    var finding = target.connector().lookUp(target.session(), act);
    var now = now();
    var judgeAfter = EffectRules.judgeAfter(effect, now);
    return switch (finding) {
      case Finding.Found found -> {
        effect = effect.landed(landing(found.landed()), LOOKUP, now);
        yield new Settlement.Landed(effect, update());
      }
      case Finding.Absent absent when now.isBefore(judgeAfter) ->
          new Settlement.Wait(
              pace(now, judgeAfter),
              "upstream",
              "not found on the platform yet; that proves nothing before its search has caught up");
      case Finding.Absent absent -> {
        effect = absent(now);
        scope.commit(update());
        recorded();
        yield null;
      }
      case Finding.Inconclusive unclear when resendable(now, judgeAfter) -> dispatch();
      case Finding.Inconclusive unclear ->
          new Settlement.Wait(pace(now, Instant.MAX), "upstream", unclear.reason());
    };
  }

  /** It proved not to be there; what the platform refused would be refused again. */
  private Effect absent(Instant now) {
    var last = effect.last();
    if (last != null && last.status() == FORBIDDEN) { // as another's duplicate, say
      return effect.notLanded(last, LOOKUP, null, now);
    }
    var miss = new Effect.Miss(503, "the platform does not have it");
    var again = EffectRules.later(now, EffectRules.notBefore(effect, now));
    return effect.notLanded(miss, LOOKUP, again, now);
  }

  /** The very same bytes may go again once the attempt before can't be under way any more. */
  private boolean resendable(Instant now, Instant judgeAfter) {
    return !provingOnly
        && effect.frozen().retryClass() == RetryClass.IDEMPOTENT
        && !now.isBefore(judgeAfter)
        && !now.isBefore(EffectRules.notBefore(effect, now))
        && EffectRules.attemptLeft(effect, target.action());
  }

  /**
   * When to look again: sooner for a fresh effect, never much past the time at which absence proves
   * something.
   */
  private Instant pace(Instant now, Instant judgeAfter) {
    var dispatched = effect.times().dispatched();
    var age = dispatched == null ? Duration.ZERO : Duration.between(dispatched, now);
    var delay = age.dividedBy(2);
    if (delay.compareTo(EffectRules.FIRST_DELAY) < 0) {
      delay = EffectRules.FIRST_DELAY;
    }
    var next = now.plus(delay.compareTo(EffectRules.MAX_DELAY) < 0 ? delay : EffectRules.MAX_DELAY);
    return next.isBefore(judgeAfter) ? next : judgeAfter;
  }

  private Settlement given() {
    boolean recorded = effect.state() != EffectState.UNKNOWN;
    unreadIsNotInDoubt();
    return new Settlement.Failed(effect, recorded ? List.of() : update());
  }

  /** A read that is given up leaves nothing outside that anybody could be unsure of. */
  private void unreadIsNotInDoubt() {
    boolean unread =
        effect.state() == EffectState.UNKNOWN
            && EffectRules.next(effect, target.action(), now()) instanceof EffectRules.Move.Fail;
    if (unread) {
      var last = effect.last();
      var miss = last == null ? new Effect.Miss(0, "its worker died") : last;
      effect = effect.notLanded(miss, null, null, now());
    }
  }

  /** It could be sent again, but nobody wants it any more. */
  private Settlement unsent() {
    if (effect.frozen().retryClass() == RetryClass.PURE) {
      effect =
          effect.notLanded(
              new Effect.Miss(0, "nobody waits for its answer any more"), null, null, now());
      return new Settlement.Failed(effect, update());
    }
    return effect.state() == EffectState.NOT_LANDED
        ? new Settlement.Failed(effect, List.of())
        : attention();
  }

  private Settlement attention() {
    if (orphan) { // say so in the ledger
      scope.commit(update());
      recorded();
    }
    return new Settlement.Attention(effect);
  }

  /** Whoever waits for the answer to what was prepared hears it, at once. */
  private void tell() {
    if (!answered.isEmpty()) {
      scope.commit(List.copyOf(answered));
      answered = List.of();
    }
  }

  private @Nullable Settlement enter(Probe probe, List<? extends Write> writes) {
    boolean alone = effect.frozen().retryClass() != RetryClass.PURE;
    return Admission.enter(
        scope,
        Set.of(target.system()),
        target.takes().calls(),
        alone,
        probe,
        target.guard(),
        writes);
  }

  private Effect judge(Outcome outcome) {
    var now = now();
    AttemptCounts.count(effect.frozen().connector(), outcome);
    return switch (outcome) {
      case Outcome.Landed landed -> effect.landed(landing(landed), RESPONSE, now);
      case Outcome.NotLanded missed -> {
        var again =
            missed.notBefore().orElseGet(() -> now.plus(EffectRules.delayAfter(effect.attempts())));
        var miss = new Effect.Miss(missed.status(), missed.reason());
        yield effect.notLanded(miss, RESPONSE, missed.retryable() ? again : null, now);
      }
      case Outcome.Unknown unknown ->
          effect.unknown(
              new Effect.Miss(unknown.status(), unknown.reason()),
              unknown.status() > 0
                  ? EffectRules.judgeAfterAnswer(target.action(), now)
                  : EffectRules.judgeAfterDispatch(target.action(), now),
              EffectRules.restAfterAnswer(effect.attempts(), unknown.notBefore(), now));
    };
  }

  /** Whether an earlier attempt, which nothing can look up, may have landed. */
  private static boolean inDoubt(Effect before) {
    return before.frozen().retryClass() == RetryClass.IDEMPOTENT
        && before.state() == EffectState.UNKNOWN;
  }

  /** That the same bytes were refused this time says nothing of the time before. */
  private Effect judgeAgain(Outcome outcome) {
    if (!(outcome instanceof Outcome.NotLanded missed)) {
      return judge(outcome);
    }
    var again =
        missed.notBefore().orElseGet(() -> now().plus(EffectRules.delayAfter(effect.attempts())));
    var reason = "an earlier attempt may have landed; this one did not: " + missed.reason();
    return effect.unknown(new Effect.Miss(missed.status(), reason), again, again);
  }

  private void recorded() {
    scope.ledger().put(effect);
    written = true;
  }

  private List<Write> update() {
    var writes = new ArrayList<>(EffectEvent.with(new EffectWrite.Update(effect)));
    target.takes().cost().flatMap(this::settles).ifPresent(writes::add);
    writes.addAll(Observed.of(effect, target.action(), now()));
    return writes;
  }

  private SpendWrite.Reserve reserves(Cost cost) {
    long most = cost.price().most(effect.frozen().arguments());
    return new SpendWrite.Reserve(scope.tenant(), effect.id(), cost, most);
  }

  /** Money is set aside while an act is under way or in doubt. */
  private Optional<Write> settles(Cost cost) {
    return switch (effect.state()) {
      case INTENDED, DISPATCHED, UNKNOWN, UNDONE -> Optional.empty();
      case NOT_LANDED, ABANDONED ->
          Optional.of(new SpendWrite.Settle(scope.tenant(), effect.id(), 0));
      case LANDED -> {
        var landed = effect.landed();
        var output = landed == null ? NullNode.getInstance() : landed.output();
        long spent = cost.price().of(effect.frozen().arguments(), output);
        yield Optional.of(new SpendWrite.Settle(scope.tenant(), effect.id(), spent));
      }
    };
  }

  private void left(boolean fault) {
    scope.holds().left(Set.of(target.system()), now(), fault);
  }

  /** Whether the platform is to blame: nobody pays for that time. */
  private static boolean failed(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Landed landed -> false;
      case Outcome.NotLanded missed -> missed.status() == 429 || missed.status() >= 500;
      case Outcome.Unknown unknown -> true;
    };
  }

  /** Whether the platform took it, if only to refuse what it says: it bears one more at once. */
  private static boolean answeredWell(Outcome outcome) {
    return !failed(outcome)
        && !(outcome instanceof Outcome.NotLanded missed && missed.status() == 0);
  }

  private Instant now() {
    return scope.lease().now();
  }

  private String reason() {
    var last = effect.last();
    return last == null ? "an earlier attempt may still be under way" : last.reason();
  }

  private static Effect.Landing landing(Outcome.Landed landed) {
    return new Effect.Landing(
        landed.output(), landed.reference(), landed.url().map(Object::toString).orElse(null));
  }

  static Act act(Effect effect, Target target) {
    var first = effect.times().firstDispatched();
    return new Act(
        target.action(),
        effect.id(),
        effect.frozen().arguments(),
        effect.handle(),
        first == null ? Instant.EPOCH : first);
  }
}
