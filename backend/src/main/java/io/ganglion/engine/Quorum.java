package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.expression.Expression;
import io.ganglion.expression.ExpressionFailed;
import io.ganglion.kernel.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Folds answers into the first value that enough members agree on. Thread-safe: members vote as
 * they answer.
 */
final class Quorum {
  private final int members;
  private final int needed;
  private final Optional<Expression> by;
  private final Map<JsonNode, Integer> votes = new LinkedHashMap<>();
  private int answered;
  private int failed;
  private Optional<JsonNode> winner = Optional.empty();

  /**
   * @param needed equal answers that decide
   * @param by what of an answer is compared; the whole answer when empty
   */
  Quorum(int members, int needed, Optional<Expression> by) {
    this.members = members;
    this.needed = needed;
    this.by = by;
  }

  /** Counts an answer; one that has no value by the expression counts as failed. */
  synchronized void vote(JsonNode answer) {
    JsonNode value;
    try {
      value = by.map(expression -> expression.evaluate(answer, Map.of())).orElse(answer);
    } catch (ExpressionFailed e) {
      failed++;
      return;
    }
    answered++;
    int count = votes.merge(value, 1, Integer::sum);
    if (winner.isEmpty() && count >= needed) {
      winner = Optional.of(value);
    }
  }

  synchronized void failed() {
    failed++;
  }

  /**
   * Whether nothing that may still come changes the result: a winner is there, or can't be any
   * more.
   */
  synchronized boolean decided() {
    int best = votes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return winner.isPresent() || best + (members - answered - failed) < needed;
  }

  synchronized Optional<JsonNode> winner() {
    return winner;
  }

  synchronized String summary() {
    int best = votes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return "%d of %d agreed, %d were needed; %d answered, %d failed"
        .formatted(best, members, needed, answered, failed);
  }

  synchronized JsonNode toJson() {
    var json = Json.object();
    json.set("value", winner.orElseThrow());
    json.put("votes", votes.getOrDefault(winner.orElseThrow(), 0));
    json.put("needed", needed)
        .put("members", members)
        .put("answered", answered)
        .put("failed", failed);
    var tally = json.putArray("tally");
    votes.forEach((value, count) -> tally.addObject().put("votes", count).set("value", value));
    return json;
  }
}
