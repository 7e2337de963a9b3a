package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.db.Write;
import io.ganglion.effect.Effect;
import io.ganglion.effect.Effects;
import io.ganglion.effect.Intent;
import io.ganglion.effect.Settlement;
import io.ganglion.effect.Target;
import io.ganglion.expression.Expressions;
import io.ganglion.expression.Template;
import io.ganglion.kernel.Json;
import io.ganglion.workflow.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * {@code ganglion.swarm}: one step fans out to many small models and folds their answers. Each
 * member is an effect of its own, numbered by its ordinal; members that were not started when the
 * result is certain are never started.
 */
final class SwarmCall {
  private final ActionCall calls;
  private final Effects effects;
  private final Expressions expressions;

  SwarmCall(ActionCall calls, Effects effects, Expressions expressions) {
    this.calls = calls;
    this.effects = effects;
    this.expressions = expressions;
  }

  /** A swarm's settings, evaluated. */
  private record Swarm(
      String function,
      String connection,
      List<JsonNode> items,
      int concurrency,
      Template arguments,
      Quorum quorum) {}

  JsonNode call(Visit visit, Task.Call task) {
    var swarm = read(visit, task.with().source());
    var settled = new ConcurrentLinkedQueue<Write>();
    var effectsDone = new ConcurrentLinkedQueue<Effect>();
    var branches = new Branches<Boolean>();
    for (int i = 0; i < swarm.items().size(); i++) {
      int index = i;
      branches.add(
          () -> {
            if (!swarm.quorum().decided()) {
              member(visit, swarm, index, settled, effectsDone);
            }
            return true;
          });
    }
    var ended = branches.join(swarm.concurrency());
    if (swarm.quorum().winner().isEmpty()) {
      Branches.rethrow(ended);
    }
    return finish(visit, swarm, new ArrayList<>(settled), effectsDone);
  }

  private void member(
      Visit visit,
      Swarm swarm,
      int index,
      ConcurrentLinkedQueue<Write> writes,
      ConcurrentLinkedQueue<Effect> done) {
    var settlement = calls.settle(visit, intent(visit, swarm, index));
    switch (settlement) {
      case Settlement.Landed landed -> {
        writes.addAll(landed.writes());
        done.add(landed.effect());
        var landing = landed.effect().landed();
        swarm.quorum().vote(landing == null ? NullNode.getInstance() : landing.output());
      }
      case Settlement.Failed failed -> {
        writes.addAll(failed.writes());
        done.add(failed.effect());
        swarm.quorum().failed();
      }
      case Settlement.Wait w -> throw new IllegalStateException("settled");
      case Settlement.Attention a -> throw new IllegalStateException("settled");
      case Settlement.Refused r -> throw new IllegalStateException("settled");
    }
  }

  private Intent intent(Visit visit, Swarm swarm, int index) {
    var own =
        Map.of(
            "item", swarm.items().get(index),
            "index", (JsonNode) IntNode.valueOf(index),
            "n", IntNode.valueOf(swarm.items().size()));
    var arguments = visit.evaluate(swarm.arguments(), visit.input(), own);
    var with = arguments.isObject() ? ((ObjectNode) arguments).deepCopy() : Json.object();
    with.put("connection", swarm.connection());
    var intent =
        calls.intent(visit, swarm.function(), CallArguments.plain(with), visit.position(), index);
    if (Gate.guards(visit, intent)) {
      throw visit.fault(
          WorkflowError.Kind.AUTHORIZATION,
          "%s can't be undone and needs an approval for each act; call it outside of a swarm"
              .formatted(swarm.function()));
    }
    Target pooled = intent.target().pooled(Math.min(swarm.concurrency(), swarm.items().size()));
    return new Intent(
        intent.position(), intent.ordinal(), pooled, intent.arguments(), intent.reads());
  }

  private JsonNode finish(Visit visit, Swarm swarm, List<Write> writes, Iterable<Effect> done) {
    var walk = visit.walk();
    var winner = swarm.quorum().winner();
    if (winner.isEmpty()) {
      var error =
          WorkflowError.Kind.RUNTIME.error(
              visit.task().pointer(), "the swarm reached no quorum: " + swarm.quorum().summary());
      var step = visit.faulted(error, 1);
      walk.journal().append(step, writes);
      done.forEach(effect -> effects.recorded(walk.scope(), effect));
      Timeouts.after(visit, step);
      throw new Unwind.Fault(error);
    }
    var output = swarm.quorum().toJson();
    var step = visit.completed(output, 1);
    walk.journal().append(step, writes);
    done.forEach(effect -> effects.recorded(walk.scope(), effect));
    Timeouts.after(visit, step);
    return output;
  }

  private Swarm read(Visit visit, JsonNode source) {
    var plain = source.isObject() ? ((ObjectNode) source).deepCopy() : Json.object();
    var arguments = expressions.template(orEmpty(plain.remove("arguments")));
    var reducer = orEmpty(plain.remove("reducer")); // a majority, when none is given
    var with = visit.evaluate(expressions.template(plain));
    var items = new ArrayList<JsonNode>();
    if (with.path("over").isArray()) {
      with.path("over").forEach(items::add);
    } else {
      for (int i = 0; i < with.path("n").asInt(); i++) {
        items.add(IntNode.valueOf(i));
      }
    }
    if (items.isEmpty()) {
      throw visit.fault(
          WorkflowError.Kind.VALIDATION, "the swarm has no members; give 'n' or a list 'over'");
    }
    int needed =
        "majority".equals(reducer.path("type").asText())
            ? items.size() / 2 + 1
            : reducer.path("quorum").asInt(items.size() / 2 + 1);
    var by = Optional.ofNullable(reducer.get("by")).map(text -> expressions.compile(text.asText()));
    return new Swarm(
        with.path("action").asText("model.chat"),
        with.path("connection").asText(),
        items,
        with.path("concurrency").asInt(100),
        arguments,
        new Quorum(items.size(), needed, by));
  }

  private static JsonNode orEmpty(@Nullable JsonNode node) {
    return node == null ? Json.object() : node;
  }
}
