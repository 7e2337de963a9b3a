package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.RetryClass;
import io.ganglion.effect.Effects;
import io.ganglion.effect.Intent;
import io.ganglion.effect.Settlement;
import io.ganglion.expression.Template;
import io.ganglion.kernel.Json;
import io.ganglion.workflow.Task;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code ganglion.swarm}: one step fans out to many small models and folds their answers. Each
 * member is an effect of its own, numbered by its ordinal, and durable as soon as it has answered.
 * When the result is certain, members that were not started are never started, and those that wait
 * for an answer are sent home.
 */
final class SwarmCall {
  /** A result larger than this, as JSON, is an error. */
  private static final int MAX_RESULT_BYTES = 4 * 1024 * 1024;

  private final ActionCall calls;
  private final Effects effects;
  private final SwarmReader reader;

  SwarmCall(ActionCall calls, Effects effects, SwarmReader reader) {
    this.calls = calls;
    this.effects = effects;
    this.reader = reader;
  }

  /** A swarm under way. */
  private record Fanned(Visit visit, Swarm swarm, Landings landings, Crowd crowd) {
    Map<String, JsonNode> arguments(int member) {
      var own = new HashMap<String, JsonNode>();
      own.put("item", swarm.items().get(member));
      own.put("index", IntNode.valueOf(member));
      own.put("n", IntNode.valueOf(swarm.items().size()));
      return own;
    }
  }

  JsonNode call(Visit visit, Task.Call task) {
    var swarm = reader.read(visit, task.with().source());
    var landings = new Landings(visit.walk().scope(), effects);
    var fanned = new Fanned(visit, swarm, landings, new Crowd());
    var branches = new Branches<Boolean>();
    for (int i = 0; i < swarm.items().size(); i++) {
      int member = i;
      branches.add(() -> swarm.tally().decided() || asked(fanned, member));
    }
    var ended = branches.join(swarm.concurrency());
    landings.await();
    if (!swarm.tally().decided()) {
      Branches.rethrow(ended);
    }
    return finish(visit, swarm.tally());
  }

  private boolean asked(Fanned fanned, int member) {
    var tally = fanned.swarm.tally();
    var answer = answer(fanned, member);
    if (answer.isPresent()) {
      tally.answered(answer.get());
    } else {
      tally.failed(member);
    }
    if (tally.decided()) {
      fanned.crowd.goHome();
    }
    return true;
  }

  /** What a member says, with its score; empty where it says nothing that counts. */
  private Optional<Reducer.Answer> answer(Fanned fanned, int member) {
    var swarm = fanned.swarm;
    var own = fanned.arguments(member);
    var output =
        settled(
            fanned,
            swarm.function(),
            swarm.connection(member),
            swarm.arguments(),
            own,
            member,
            swarm.width());
    if (output.isEmpty()) {
      return Optional.empty();
    }
    try {
      var said = output.get();
      var value = swarm.by().map(by -> fanned.visit.evaluate(by, said, own)).orElse(said);
      if (swarm.merges() && !Merge.takes(value)) {
        return Optional.empty();
      }
      return score(fanned, member, said, own)
          .map(score -> new Reducer.Answer(member, value, score));
    } catch (Unwind.Fault e) { // an answer without what is asked of it
      return Optional.empty();
    }
  }

  private Optional<BigDecimal> score(
      Fanned fanned, int member, JsonNode said, Map<String, JsonNode> own) {
    var swarm = fanned.swarm;
    if (swarm.score().isEmpty()) {
      return Optional.of(BigDecimal.ZERO);
    }
    var judged = Optional.of(said);
    if (swarm.judge().isPresent()) {
      own.put("answer", said);
      var judge = swarm.judge().get();
      int ordinal = swarm.items().size() + member; // after those of the members themselves
      judged =
          settled(
              fanned,
              judge.function(),
              judge.connection(),
              judge.arguments(),
              own,
              ordinal,
              Math.min(swarm.concurrency(), swarm.items().size()));
    }
    return judged
        .map(on -> fanned.visit.evaluate(swarm.score().get(), on, own))
        .filter(JsonNode::isNumber)
        .map(JsonNode::decimalValue);
  }

  /** Brings one call to its end and makes its fate durable; empty when it did not land. */
  private Optional<JsonNode> settled(
      Fanned fanned,
      String function,
      String connection,
      Template template,
      Map<String, JsonNode> own,
      int ordinal,
      int width) {
    var visit = fanned.visit;
    var arguments = visit.evaluate(template, visit.input(), own);
    var with = arguments.isObject() ? ((ObjectNode) arguments).deepCopy() : Json.object();
    with.put("connection", connection);
    var intent =
        calls.intent(visit, function, CallArguments.plain(with), visit.position(), ordinal);
    return switch (calls.settle(visit, pooled(fanned, intent, width))) {
      case Settlement.Landed landed -> {
        fanned.landings.add(landed.effect(), landed.writes());
        var landing = landed.effect().landed();
        yield Optional.of(landing == null ? NullNode.getInstance() : landing.output());
      }
      case Settlement.Failed failed -> {
        fanned.landings.add(failed.effect(), failed.writes());
        yield Optional.empty();
      }
      case Settlement.Wait w -> throw new IllegalStateException("settled");
      case Settlement.Attention a -> throw new IllegalStateException("settled");
      case Settlement.Refused r -> throw new IllegalStateException("settled");
    };
  }

  /** The same intent as one of many at once. */
  private static Intent pooled(Fanned fanned, Intent intent, int width) {
    if (Gate.guards(fanned.visit, intent)) {
      throw fanned.visit.fault(
          WorkflowError.Kind.AUTHORIZATION,
          "%s.%s can't be undone and needs an approval for each act; call it outside of a swarm"
              .formatted(
                  intent.target().connector().manifest().name(), intent.target().action().name()));
    }
    var target = intent.target().pooled(width);
    boolean read =
        target.connector().retryClass(target.action(), intent.arguments()) == RetryClass.PURE;
    var through =
        read ? target.through(new CrowdConnector(target.connector(), fanned.crowd)) : target;
    return new Intent(
        intent.position(), intent.ordinal(), through, intent.arguments(), intent.reads());
  }

  private static JsonNode finish(Visit visit, Tally tally) {
    var value = tally.value();
    if (value.isEmpty()) {
      throw failed(visit, "the swarm came to no result: " + tally.summary());
    }
    var output = Json.object();
    output.set("value", value.get());
    output.setAll(tally.counts());
    if (Json.write(output).length() > MAX_RESULT_BYTES) {
      throw failed(
          visit, "the swarm's result is larger than %,d bytes".formatted(MAX_RESULT_BYTES));
    }
    var step = visit.completed(output, 1);
    visit.walk().journal().append(step, List.of());
    Timeouts.after(visit, step);
    return output;
  }

  private static Unwind failed(Visit visit, String detail) {
    var error = WorkflowError.Kind.RUNTIME.error(visit.task().pointer(), detail);
    var step = visit.faulted(error, 1);
    visit.walk().journal().append(step, List.of());
    Timeouts.after(visit, step);
    return new Unwind.Fault(error);
  }
}
