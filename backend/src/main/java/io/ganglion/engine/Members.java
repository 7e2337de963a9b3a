package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.RetryClass;
import io.ganglion.effect.Intent;
import io.ganglion.effect.Settlement;
import io.ganglion.expression.Expression;
import io.ganglion.expression.Template;
import io.ganglion.kernel.Json;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The members of a swarm under way: what each says, and how good that is. */
record Members(ActionCall calls, Visit visit, Swarm swarm, Landings landings, Crowd crowd) {
  private Map<String, JsonNode> arguments(int member) {
    var own = new HashMap<String, JsonNode>();
    own.put("item", swarm.items().get(member));
    own.put("index", IntNode.valueOf(member));
    own.put("n", IntNode.valueOf(swarm.items().size()));
    return own;
  }

  /** What a member says, with its score; empty where it says nothing that counts. */
  Optional<Reducer.Answer> answer(int member) {
    var own = arguments(member);
    var output =
        settled(swarm.function(), swarm.connection(member), swarm.arguments(), own, member);
    if (output.isEmpty()) {
      return Optional.empty();
    }
    var said = output.get();
    var value = swarm.by().isEmpty() ? output : evaluated(swarm.by().get(), said, own);
    return value
        .filter(counted -> !swarm.merges() || Merge.takes(counted))
        .flatMap(
            counted ->
                score(member, said, own).map(score -> new Reducer.Answer(member, counted, score)));
  }

  /** Empty for an answer without what is asked of it. */
  private Optional<JsonNode> evaluated(
      Expression expression, JsonNode on, Map<String, JsonNode> own) {
    try {
      return Optional.of(visit.evaluate(expression, on, own)).filter(it -> !it.isNull());
    } catch (Unwind.Fault e) {
      return Optional.empty();
    }
  }

  private Optional<BigDecimal> score(int member, JsonNode said, Map<String, JsonNode> own) {
    if (swarm.score().isEmpty()) {
      return Optional.of(BigDecimal.ZERO);
    }
    var judged = Optional.of(said);
    if (swarm.judge().isPresent()) {
      own.put("answer", said);
      var judge = swarm.judge().get();
      int ordinal = swarm.items().size() + member; // after those of the members themselves
      judged = settled(judge.function(), judge.connection(), judge.arguments(), own, ordinal);
    }
    return judged
        .flatMap(on -> evaluated(swarm.score().get(), on, own))
        .filter(JsonNode::isNumber)
        .map(JsonNode::decimalValue);
  }

  /** Brings one call to its end and makes its fate durable; empty when it did not land. */
  private Optional<JsonNode> settled(
      String function,
      String connection,
      Template template,
      Map<String, JsonNode> own,
      int ordinal) {
    var intent = intent(function, connection, template, own, ordinal);
    return switch (calls.settle(visit, pooled(intent))) {
      case Settlement.Landed landed -> {
        landings.add(landed.effect(), landed.writes());
        var landing = landed.effect().landed();
        yield Optional.of(landing == null ? NullNode.getInstance() : landing.output());
      }
      case Settlement.Failed failed -> {
        landings.add(failed.effect(), failed.writes());
        yield Optional.empty();
      }
      case Settlement.Wait w -> throw new IllegalStateException("settled");
      case Settlement.Attention a -> throw new IllegalStateException("settled");
      case Settlement.Refused r -> throw new IllegalStateException("settled");
    };
  }

  private Intent intent(
      String function,
      String connection,
      Template template,
      Map<String, JsonNode> own,
      int ordinal) {
    var arguments = visit.evaluate(template, visit.input(), own);
    var with = arguments.isObject() ? ((ObjectNode) arguments).deepCopy() : Json.object();
    with.put("connection", connection);
    return calls.intent(visit, function, CallArguments.plain(with), visit.position(), ordinal);
  }

  /** The same intent as one of many at once. */
  private Intent pooled(Intent intent) {
    if (Gate.guards(visit, intent)) {
      throw visit.fault(
          WorkflowError.Kind.AUTHORIZATION,
          "%s.%s can't be undone and needs an approval for each act; call it outside of a swarm"
              .formatted(
                  intent.target().connector().manifest().name(), intent.target().action().name()));
    }
    var target = intent.target().pooled(swarm.width());
    boolean read =
        target.connector().retryClass(target.action(), intent.arguments()) == RetryClass.PURE;
    var through = read ? target.through(new CrowdConnector(target.connector(), crowd)) : target;
    return new Intent(
        intent.position(), intent.ordinal(), through, intent.arguments(), intent.reads());
  }
}
