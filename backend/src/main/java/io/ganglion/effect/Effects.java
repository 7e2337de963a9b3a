package io.ganglion.effect;

import com.fasterxml.jackson.databind.node.NullNode;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Preparation;
import io.ganglion.coordination.HoldWrite;
import io.ganglion.coordination.Probe;
import io.ganglion.coordination.SystemRef;
import io.ganglion.db.CommitFailed;
import io.ganglion.db.Write;
import io.ganglion.effect.CrashPoints.Boundary;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Carries effects from intent to fate. Blocks the calling virtual thread; holds no transaction
 * while it talks to a platform.
 *
 * <p>Every method may be called again after a crash or a wait: it goes on from the ledger's line.
 */
public final class Effects {
  /** Makes an intent durable (if it is not yet) and brings it as far as it goes now. */
  public Settlement perform(Scope scope, Intent intent) {
    var known = scope.ledger().find(intent.position(), intent.ordinal(), null);
    scope.pass(Boundary.BEFORE_INTENT);
    return drive(
        scope, intent.target(), known.orElseGet(() -> intend(scope, intent)), known.isPresent());
  }

  /**
   * Takes back an effect that landed, by its action's undo; the undo is an effect of its own.
   *
   * @param undo where the undo goes: the same system, the manifest's undo action
   * @return empty settlement writes mark the original UNDONE when it landed
   */
  public Settlement undo(Scope acting, Effect landed, Target original, Target undo) {
    var scope = acting.undoing(); // compensation runs on cancellation too
    var known =
        scope.ledger().find(landed.frozen().position(), landed.frozen().ordinal(), landed.id());
    if (known.isPresent()) {
      return marking(scope, landed, drive(scope, undo, known.get(), true));
    }
    var landing = java.util.Objects.requireNonNull(landed.landed());
    var arguments =
        original
            .connector()
            .undoArguments(
                Drive.act(landed, original),
                new Outcome.Landed(
                    landing.output(), landing.reference(), java.util.Optional.empty()));
    if (arguments.isEmpty()) {
      var done = landed.undone();
      return new Settlement.Landed(done, update(done));
    }
    var intent =
        new Intent(
            landed.frozen().position(), landed.frozen().ordinal(), undo, arguments.get(), null);
    return marking(scope, landed, drive(scope, undo, intend(scope, intent, landed.id()), false));
  }

  /** Writes an intent down without dispatching it: a group's participants before the barrier. */
  public Effect intend(Scope scope, Intent intent) {
    return scope
        .ledger()
        .find(intent.position(), intent.ordinal(), null)
        .orElseGet(() -> intend(scope, intent, null));
  }

  /**
   * Takes all systems of intents, and makes those durable that are not yet, in one commit.
   *
   * @return null when that is done; else nothing was written, and the run waits or stops
   */
  public @Nullable Settlement enrol(Scope scope, List<Target> targets, List<Effect> intents) {
    var systems = systems(targets);
    var fresh = unwritten(scope, intents);
    var inserts = new ArrayList<Write>();
    fresh.forEach(intent -> inserts.addAll(EffectEvent.with(new EffectWrite.Insert(intent))));
    var probe = new Probe();
    var waiting = Admission.enter(scope, systems, 0, true, probe, guards(targets), inserts);
    if (waiting == null) {
      var told = probe.answered(false); // nothing was sent that says how the platforms do
      if (!told.isEmpty()) {
        scope.commit(List.copyOf(told));
      }
      scope.holds().left(systems, scope.lease().now(), false);
      fresh.forEach(intent -> recorded(scope, intent));
    }
    return waiting;
  }

  /**
   * Takes all systems of acts that follow, or none of them.
   *
   * @return null when that is done; else the run waits or stops
   */
  public @Nullable Settlement hold(Scope scope, List<Target> targets) {
    var systems = systems(targets);
    var waiting = Admission.enter(scope, systems, 0, true, null, guards(targets), List.of());
    if (waiting == null) {
      scope.holds().left(systems, scope.lease().now(), false);
    }
    return waiting;
  }

  private static Set<SystemRef> systems(List<Target> targets) {
    return targets.stream().map(Target::system).collect(Collectors.toSet());
  }

  private static List<Write> guards(List<Target> targets) {
    return targets.stream().flatMap(target -> target.guard().stream()).toList();
  }

  /**
   * Makes intents durable that wait for somebody's word: nothing is held and nothing is sent.
   *
   * @param with what belongs to it, in the same commit
   * @return null when that is done; else nothing was written, and the run stops
   */
  public Settlement.@Nullable Refused freeze(
      Scope scope, List<Target> targets, List<Effect> intents, List<Write> with) {
    var unit = new ArrayList<Write>(scope.guards().acts());
    targets.forEach(
        target -> {
          unit.addAll(target.guard());
          unit.add(new HoldWrite.Meet(scope.tenant(), target.system()));
        });
    var fresh = unwritten(scope, intents);
    fresh.forEach(intent -> unit.addAll(EffectEvent.with(new EffectWrite.Insert(intent))));
    unit.addAll(with);
    try {
      scope.commit(unit);
    } catch (CommitFailed.Refused e) {
      return new Settlement.Refused(e.refusal());
    }
    fresh.forEach(intent -> recorded(scope, intent));
    return null;
  }

  private static List<Effect> unwritten(Scope scope, List<Effect> intents) {
    return intents.stream().filter(intent -> !scope.ledger().holds(intent)).toList();
  }

  /** Gives an intent up since somebody refused it. */
  public Settlement.Failed refuse(Scope scope, Effect effect, String why) {
    var given = effect.abandoned(new Effect.Miss(0, why), scope.lease().now());
    return new Settlement.Failed(given, update(given));
  }

  /** The ledger's memory follows a commit the caller made. */
  public void recorded(Scope scope, Effect effect) {
    scope.ledger().put(effect);
  }

  /** The ledger's memory follows all that the caller committed of a settlement. */
  public void recorded(Scope scope, List<Write> committed) {
    for (var write : committed) {
      if (write instanceof EffectWrite.Update update) {
        recorded(scope, update.effect());
      }
    }
  }

  /** Notes that something else took back what an effect did; what the caller is to commit. */
  public List<Write> countered(Effect landed) {
    return update(landed.undone());
  }

  /** Gives an intent up that was never sent. */
  public List<Write> abandon(Scope scope, Effect effect, String why) {
    return update(effect.abandoned(new Effect.Miss(0, why), scope.lease().now()));
  }

  /**
   * Prepares an intended effect, if its action prepares.
   *
   * @return the effect with its handle in memory (durable with the dispatch), or why it would not
   *     be taken
   */
  public static Prepared prepare(Target target, Effect effect) {
    if (!target.action().prepares()) {
      return new Prepared.Ready(effect);
    }
    return switch (target.connector().prepare(target.session(), Drive.act(effect, target))) {
      case Preparation.Ready ready -> {
        boolean nothing = ready.handle().isNull(); // prepared, with nothing to remember
        yield new Prepared.Ready(effect.withHandle(nothing ? Json.object() : ready.handle()));
      }
      case Preparation.Refused refused ->
          new Prepared.Refused(
              new Effect.Miss(refused.status(), refused.reason()), refused.retryable());
    };
  }

  /** Whether the ledger will never send this effect again and it did not land. */
  public static boolean failed(Target target, Effect effect, Instant now) {
    return EffectRules.next(effect, target.action(), now) instanceof EffectRules.Move.Fail;
  }

  /** What preparing came to. */
  public sealed interface Prepared {
    record Ready(Effect effect) implements Prepared {}

    record Refused(Effect.Miss miss, boolean retryable) implements Prepared {}
  }

  /**
   * Finds out the fate of an effect without sending it again: its run has ended or left it behind.
   */
  public Settlement prove(Scope scope, Target target, Effect effect) {
    return new Drive(scope, target, effect, true, true).run();
  }

  /** Goes on with an effect whose preparation is in hand. */
  public Settlement commitPrepared(Scope scope, Target target, Effect prepared) {
    return drive(scope, target, prepared, true);
  }

  private Effect intend(Scope scope, Intent intent, @Nullable EffectId undoOf) {
    var target = intent.target();
    var frozen =
        new Effect.Frozen(
            scope.tenant(),
            EffectId.next(),
            scope.run(),
            intent.position(),
            intent.ordinal(),
            undoOf,
            target.connection(),
            target.connector().manifest().name(),
            target.action().name(),
            target.system().id(),
            target.connector().retryClass(target.action(), intent.arguments()),
            target.action().undoClass(),
            intent.arguments(),
            Json.hash(intent.arguments()),
            intent.reads());
    return new Effect(
        frozen,
        NullNode.getInstance(),
        EffectState.INTENDED,
        Effect.Tries.NONE,
        null,
        null,
        null,
        Effect.Times.NONE);
  }

  private static Settlement drive(Scope scope, Target target, Effect start, boolean durable) {
    return new Drive(scope, target, start, durable, false).run();
  }

  private Settlement marking(Scope scope, Effect original, Settlement settlement) {
    if (settlement instanceof Settlement.Landed landed) {
      var writes = new ArrayList<Write>(landed.writes());
      writes.addAll(update(original.undone()));
      return new Settlement.Landed(original.undone(), writes);
    }
    return settlement;
  }

  /** What puts an effect on record as it is now. */
  public static List<Write> written(Effect effect) {
    return update(effect);
  }

  private static List<Write> update(Effect effect) {
    return EffectEvent.with(new EffectWrite.Update(effect));
  }
}
