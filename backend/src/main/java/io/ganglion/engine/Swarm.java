package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.expression.Expression;
import io.ganglion.expression.Template;
import java.util.List;
import java.util.Optional;

/**
 * A swarm's settings, evaluated.
 *
 * @param connections the members take them in turn
 * @param items one a member
 * @param by what of an answer counts; the whole answer when empty
 * @param score of an answer, or of the judge's where there is one
 */
record Swarm(
    String function,
    List<String> connections,
    List<JsonNode> items,
    int concurrency,
    Template arguments,
    Optional<Expression> by,
    Optional<Expression> score,
    Optional<Judge> judge,
    boolean merges,
    Tally tally) {
  /** The most members. */
  static final int MAX_MEMBERS = 10_000;

  /** The most members under way at one instant. */
  static final int MAX_CONCURRENCY = 1_000;

  static final int DEFAULT_CONCURRENCY = 100;

  /** Who scores the answers: one more call for each of them. */
  record Judge(String function, String connection, Template arguments) {}

  String connection(int member) {
    return connections.get(member % connections.size());
  }

  /** Calls that one connection has in flight at once, as far as there is capacity for them. */
  int width() {
    int pools = Math.max(1, Math.min(connections.size(), items.size()));
    return Math.ceilDiv(Math.min(concurrency, items.size()), pools);
  }
}
