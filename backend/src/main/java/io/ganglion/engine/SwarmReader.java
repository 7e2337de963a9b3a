package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.expression.Expression;
import io.ganglion.expression.Expressions;
import io.ganglion.kernel.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the arguments of {@code ganglion.swarm}; what is out of bounds is a validation error. */
final class SwarmReader {
  private static final String CHAT = "model.chat";
  private static final BigDecimal MAX_WEIGHT = BigDecimal.valueOf(1_000_000);

  /** Digits of a weight after the point. */
  private static final int MAX_SCALE = 6;

  private final Expressions expressions;

  SwarmReader(Expressions expressions) {
    this.expressions = expressions;
  }

  /** What is read: the visit it belongs to and the arguments but for those of the members. */
  private record Source(Visit visit, JsonNode with, ObjectNode reducer) {
    Unwind.Fault invalid(String detail, Object... values) {
      return visit.fault(WorkflowError.Kind.VALIDATION, detail.formatted(values));
    }

    int integer(JsonNode value, String name, int least, int most) {
      if (!value.isIntegralNumber() || value.longValue() < least || value.longValue() > most) {
        throw invalid("'%s' must be an integer from %,d to %,d", name, least, most);
      }
      return value.intValue();
    }
  }

  Swarm read(Visit visit, JsonNode source) {
    var plain = source.isObject() ? ((ObjectNode) source).deepCopy() : Json.object();
    var arguments = expressions.template(orEmpty(plain.remove("arguments")));
    var raw = orEmpty(plain.path("reducer")).deepCopy();
    var by = expression(((ObjectNode) raw).remove("by"));
    var score = expression(((ObjectNode) raw).remove("score"));
    var judge = Optional.ofNullable(((ObjectNode) raw).remove("judge"));
    plain.set("reducer", raw);
    var with = visit.evaluate(expressions.template(plain));
    var from = new Source(visit, with, (ObjectNode) orEmpty(with.get("reducer")));
    var items = items(from);
    var connections = connections(from);
    var reducer = reducer(from, items.size(), connections, score.isPresent());
    return new Swarm(
        with.path("action").asText(CHAT),
        connections,
        items,
        with.has("concurrency")
            ? from.integer(with.get("concurrency"), "concurrency", 1, Swarm.MAX_CONCURRENCY)
            : Swarm.DEFAULT_CONCURRENCY,
        arguments,
        by,
        score,
        judge.map(j -> judge(j, connections)),
        reducer instanceof Merge,
        new Tally(items.size(), tolerated(from, items.size(), reducer), reducer));
  }

  private Swarm.Judge judge(JsonNode judge, List<String> connections) {
    return new Swarm.Judge(
        judge.path("action").asText(CHAT),
        judge.path("connection").asText(connections.getFirst()),
        expressions.template(orEmpty(judge.get("arguments"))));
  }

  private static List<JsonNode> items(Source from) {
    var items = new ArrayList<JsonNode>();
    if (from.with.has("over")) {
      from.with.path("over").forEach(items::add);
    } else {
      var times = from.with.has("times") ? from.with.path("times") : from.with.path("n");
      int count = from.integer(times, "times", 1, Swarm.MAX_MEMBERS);
      for (int i = 0; i < count; i++) {
        items.add(IntNode.valueOf(i));
      }
    }
    if (items.isEmpty() || items.size() > Swarm.MAX_MEMBERS) {
      throw from.invalid(
          "a swarm has 1 to %,d members; give 'times' or a list 'over'", Swarm.MAX_MEMBERS);
    }
    return items;
  }

  private static List<String> connections(Source from) {
    var names = new ArrayList<String>();
    from.with.path("connections").forEach(name -> names.add(name.asText()));
    if (from.with.has("connection")) {
      names.add(from.with.path("connection").asText());
    }
    if (names.isEmpty()) {
      throw from.invalid("name a 'connection', or several 'connections' to be taken in turn");
    }
    return names;
  }

  private static Reducer reducer(
      Source from, int members, List<String> connections, boolean scored) {
    var type = from.reducer.path("type").asText("majority");
    var one = Collections.nCopies(members, BigDecimal.ONE);
    return switch (type) {
      case "majority" -> Ballot.majority(one);
      case "quorum" -> {
        int needed = from.integer(from.reducer.path("quorum"), "quorum", 1, members);
        yield Ballot.quorum(one, BigDecimal.valueOf(needed));
      }
      case "weighted" -> {
        var weights = weights(from, members, connections);
        var needed = from.reducer.get("needed");
        yield needed == null
            ? Ballot.majority(weights)
            : Ballot.quorum(weights, weight(from, needed, "needed"));
      }
      case "best" -> {
        if (!scored) {
          throw from.invalid("'best' needs a 'score': an expression on each answer");
        }
        yield new Best();
      }
      case "merge" -> new Merge();
      case "first" ->
          new First(
              from.reducer.has("count")
                  ? from.integer(from.reducer.get("count"), "count", 1, members)
                  : 1);
      default ->
          throw from.invalid(
              "there is no reducer '%s'; take quorum, majority, weighted, best, merge or first",
              type);
    };
  }

  /** A list has one weight a member, an object one a connection; who isn't named has 1. */
  private static List<BigDecimal> weights(Source from, int members, List<String> connections) {
    var given = from.reducer.path("weights");
    if (given.isArray() && given.size() != members) {
      throw from.invalid("'weights' has %d for %d members", given.size(), members);
    }
    var weights = new ArrayList<BigDecimal>(members);
    for (int i = 0; i < members; i++) {
      var one = given.isArray() ? given.get(i) : given.get(connections.get(i % connections.size()));
      weights.add(one == null ? BigDecimal.ONE : weight(from, one, "weights"));
    }
    return weights;
  }

  private static BigDecimal weight(Source from, JsonNode value, String name) {
    var weight = value.isNumber() ? value.decimalValue() : BigDecimal.ONE.negate();
    if (weight.signum() < 0
        || weight.compareTo(MAX_WEIGHT) > 0
        || weight.stripTrailingZeros().scale() > MAX_SCALE) {
      throw from.invalid(
          "'%s' takes numbers from 0 to %s with at most %d digits after the point",
          name, MAX_WEIGHT, MAX_SCALE);
    }
    return weight;
  }

  /** Any number where votes are counted or the first ones are taken, none where all are needed. */
  private static int tolerated(Source from, int members, Reducer reducer) {
    var tolerate = from.with.get("tolerate");
    if (tolerate == null) {
      return switch (reducer) {
        case Ballot ballot -> members;
        case First first -> members;
        case Best best -> 0;
        case Merge merge -> 0;
      };
    }
    double share = tolerate.isNumber() ? tolerate.doubleValue() : -1;
    if (share > 0 && share < 1) {
      return (int) (share * members);
    }
    return from.integer(tolerate, "tolerate", 0, members);
  }

  private Optional<Expression> expression(@Nullable JsonNode text) {
    return Optional.ofNullable(text).map(JsonNode::asText).map(expressions::compile);
  }

  private static JsonNode orEmpty(@Nullable JsonNode node) {
    return node == null || !node.isObject() ? Json.object() : node;
  }
}
