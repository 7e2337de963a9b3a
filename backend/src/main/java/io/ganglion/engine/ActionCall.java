package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.Credentials;
import io.ganglion.connector.RetryClass;
import io.ganglion.connector.Session;
import io.ganglion.connector.endpoint.Authorized;
import io.ganglion.db.Write;
import io.ganglion.effect.Effect;
import io.ganglion.effect.EffectState;
import io.ganglion.effect.Effects;
import io.ganglion.effect.Intent;
import io.ganglion.effect.Settlement;
import io.ganglion.effect.Target;
import io.ganglion.kernel.Json;
import io.ganglion.run.RunState;
import io.ganglion.schema.Schemas;
import io.ganglion.workflow.NamedTask;
import io.ganglion.workflow.Task;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A call of one connector action: one effect, whose fate and step are durable in one commit. */
final class ActionCall {
  /** An effect that needs a person is looked at again this often, should nobody wake the run. */
  private static final Duration ATTENTION = Duration.ofHours(24);

  private static final Set<String> PROTOCOLS = Set.of("mcp", "a2a");

  private final Effects effects;
  private final Targets targets;
  private final Schemas schemas;
  private final CallEvaluation evaluation;
  private final Gate gate;

  ActionCall(
      Effects effects, Targets targets, Schemas schemas, CallEvaluation evaluation, Gate gate) {
    this.effects = effects;
    this.gate = gate;
    this.targets = targets;
    this.schemas = schemas;
    this.evaluation = evaluation;
  }

  JsonNode call(Visit visit, Task.Call task) {
    return made(visit, intent(visit, task, visit.position()));
  }

  /** What a visit's one intent comes to; what landed in an earlier try is not sent again. */
  JsonNode made(Visit visit, Intent intent) {
    var before = visit.frame().retry().flatMap(retry -> retry.landed(visit, intent));
    if (before.isPresent() && !visit.task().task().common().metadata().redo()) {
      var step = visit.completed(output(before.get()), 1);
      visit.append(step, List.of());
      return Leaves.answer(visit, step);
    }
    return perform(visit, intent);
  }

  /** Brings a visit's one intent to its end, once it has the approval that it may need. */
  JsonNode perform(Visit visit, Intent intent) {
    var refused = gate.admit(visit, intent);
    return finish(visit, refused.orElseGet(() -> settle(visit, intent)));
  }

  /** The intent of a call. */
  Intent intent(Visit visit, Task.Call task, String position) {
    var arguments = evaluation.of(visit, task);
    return intent(visit, CallEvaluation.function(task), arguments, position, 0);
  }

  /** The intent of a call's arguments; they must fit the action's input schema. */
  Intent intent(Visit visit, String function, CallArguments given, String position, int ordinal) {
    var with = given.frozen();
    var arguments = with.isObject() ? ((ObjectNode) with).deepCopy() : Json.object();
    var named =
        Targets.unconnected(function) ? NullNode.getInstance() : arguments.remove("connection");
    var connection = named == null ? "" : named.asText();
    var target = targets.open(visit, function, connection, arguments);
    var action = target.action();
    if (visit.task().task().common().metadata().compensate()
        && action.undo().isEmpty()
        && target.connector().retryClass(action, arguments) != RetryClass.PURE) {
      throw visit.fault(
          WorkflowError.Kind.CONFIGURATION,
          "%s has no undo; take 'compensate: auto' away or choose another action"
              .formatted(function));
    }
    var wrong = schemas.check(action.input(), arguments);
    if (!wrong.isEmpty()) {
      var first = wrong.getFirst();
      throw visit.fault(
          WorkflowError.Kind.VALIDATION,
          "%s with%s: %s".formatted(function, first.pointer(), first.detail()));
    }
    var bound = carrying(timed(visit, target, arguments), given);
    return new Intent(position, ordinal, bound, arguments, reads(visit));
  }

  /** What is on no record goes with the session, which lives as long as the call. */
  private static Target carrying(Target target, CallArguments given) {
    if (given.carried() == null) {
      return target;
    }
    var session = target.session();
    return target.with(
        new Session(
            session.baseUrl(),
            session.principal(),
            new Credentials(given.carried()),
            session.origin()));
  }

  private static Target timed(Visit visit, Target target, JsonNode arguments) {
    if (target.connector().retryClass(target.action(), arguments) != RetryClass.PURE) {
      return target;
    }
    var timed = target;
    if (visit.frame().deadline().isPresent()) {
      var end = visit.frame().deadline().get().at();
      timed = timed.through(new TimedConnector(timed.connector(), end, visit.walk().lease()::now));
    }
    if (visit.walk().rivals().isPresent()) {
      var rivals = visit.walk().rivals().get();
      timed = timed.through(new CrowdConnector(timed.connector(), rivals));
    }
    return timed;
  }

  /** Versions of the state entries seen on the way. */
  private static @Nullable JsonNode reads(Visit visit) {
    var read = visit.frame().context().read();
    if (read.isEmpty()) {
      return null;
    }
    var reads = Json.object();
    read.forEach(reads::put);
    return reads;
  }

  /**
   * Brings an effect to its end: landed, or failed for good. Waits in memory or parks the run in
   * between.
   */
  Settlement settle(Visit visit, Intent intent) {
    while (true) {
      var settlement = effects.perform(visit.walk().scope(), intent);
      switch (settlement) {
        case Settlement.Landed landed -> {
          return landed;
        }
        case Settlement.Failed failed -> {
          return failed;
        }
        case Settlement.Wait wait -> Waiter.until(visit, wait);
        case Settlement.Attention attention -> throw attention(visit, attention.effect());
        case Settlement.Refused refused ->
            targets.changed(visit, List.of(intent.target()), refused.refusal());
      }
    }
  }

  static Unwind.Parked attention(Visit visit, Effect effect) {
    return new Unwind.Parked(
        RunState.NEEDS_ATTENTION,
        visit.walk().lease().now().plus(ATTENTION),
        "attention",
        "%s of %s is UNKNOWN: say whether it landed (POST /effects/%s/resolve)"
            .formatted(effect.id(), effect.frozen().function(), effect.id()));
  }

  /** Commits step and fate together and gives the output, or the fault. */
  private JsonNode finish(Visit visit, Settlement settled) {
    var walk = visit.walk();
    return switch (settled) {
      case Settlement.Landed(Effect effect, List<Write> writes) -> {
        var step = visit.completed(output(effect), Math.max(effect.attempts(), 1));
        visit.append(step, writes);
        effects.recorded(walk.scope(), effect);
        remember(visit);
        Timeouts.after(visit, step);
        yield Leaves.answer(visit, step);
      }
      case Settlement.Failed(Effect effect, List<Write> writes) when beaten(visit, effect) -> {
        visit.append(visit.cancelled(), writes);
        effects.recorded(walk.scope(), effect);
        throw new Unwind.Cancelled();
      }
      case Settlement.Failed(Effect effect, List<Write> writes) -> {
        var error = error(visit, effect);
        var step = visit.faulted(error, Math.max(effect.attempts(), 1));
        visit.append(step, writes);
        effects.recorded(walk.scope(), effect);
        Timeouts.after(visit, step);
        throw new Unwind.Fault(error);
      }
      case Settlement.Wait w -> throw new IllegalStateException("settled");
      case Settlement.Attention a -> throw new IllegalStateException("settled");
      case Settlement.Refused r -> throw new IllegalStateException("settled");
    };
  }

  /** Whether a read was given up because another branch had won. */
  private static boolean beaten(Visit visit, Effect effect) {
    return effect.frozen().retryClass() == RetryClass.PURE
        && visit.walk().rivals().filter(Crowd::over).isPresent();
  }

  private static JsonNode output(Effect effect) {
    var landed = effect.landed();
    return landed == null ? NullNode.getInstance() : landed.output();
  }

  static WorkflowError error(Visit visit, Effect effect) {
    var approval = Gate.asked(visit, effect);
    if (approval.isPresent()
        && effect.state() == EffectState.ABANDONED
        && !approval.get().granted()) {
      return Deciding.refusal(visit, approval.get(), effect.frozen().function());
    }
    var last = effect.last();
    int status = last == null || last.status() == 0 ? 503 : last.status();
    var reason = last == null ? "it did not land" : last.reason();
    return kind(effect)
        .error(
            visit.task().pointer(), status, "%s: %s".formatted(effect.frozen().function(), reason));
  }

  /** The DSL asks for {@code runtime} where a call of these fails, whatever the reason. */
  private static WorkflowError.Kind kind(Effect effect) {
    if (PROTOCOLS.contains(effect.frozen().connector())) {
      return WorkflowError.Kind.RUNTIME;
    }
    var last = effect.last();
    boolean unsent = last != null && last.reason().startsWith(Authorized.NO_CREDENTIALS);
    return unsent ? WorkflowError.Kind.AUTHENTICATION : WorkflowError.Kind.COMMUNICATION;
  }

  /**
   * Notes what this visit and the visits inside it landed for the run's compensation, if its task
   * asks for one.
   */
  static void remember(Visit visit) {
    visit
        .task()
        .task()
        .common()
        .metadata()
        .compensation()
        .ifPresent(counter -> remember(visit, counter));
    if (!visit.task().task().common().metadata().compensate()) {
      return;
    }
    visit.walk().scope().ledger().all().stream()
        .filter(effect -> of(visit, effect))
        .filter(effect -> effect.frozen().undoOf() == null)
        .filter(effect -> effect.frozen().retryClass() != RetryClass.PURE)
        .filter(
            effect -> effect.state() == EffectState.LANDED || effect.state() == EffectState.UNDONE)
        .forEach(effect -> visit.walk().compensable().undo(effect));
  }

  private static void remember(Visit visit, NamedTask counter) {
    visit
        .walk()
        .scope()
        .ledger()
        .find(visit.position(), 0, null)
        .filter(
            effect -> effect.state() == EffectState.LANDED || effect.state() == EffectState.UNDONE)
        .ifPresent(
            effect ->
                visit
                    .walk()
                    .compensable()
                    .counter(
                        effect,
                        new Owed.Counter(
                            visit.asSeen(), counter, output(effect), Optional.of(effect))));
  }

  /** Whether it may have landed, and nobody knows. */
  static boolean sent(Effect effect) {
    return effect.state() == EffectState.DISPATCHED || effect.state() == EffectState.UNKNOWN;
  }

  /** Whether an effect is a visit's, or of a visit inside it. */
  static boolean of(Visit visit, Effect effect) {
    var position = effect.frozen().position();
    return position.equals(visit.position()) || position.startsWith(visit.position() + "/");
  }
}
