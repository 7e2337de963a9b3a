package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Folds the answers of a swarm's members into one. Pure, and used by one thread at a time; {@link
 * Tally} sees to both ends of it: nothing is told to a reducer that has decided.
 */
sealed interface Reducer permits Ballot, Best, Merge, First {
  /**
   * One member's answer.
   *
   * @param member from 0
   * @param score how good it is; zero where nobody asks
   */
  record Answer(int member, JsonNode value, BigDecimal score) {}

  void answered(Answer answer);

  /** A member gave none and will give none. */
  void failed(int member);

  /**
   * Whether nothing that may still come changes the result.
   *
   * @param missing members that have neither answered nor failed
   */
  boolean decided(int missing);

  /** The result; empty while there is none, and where there can be none any more. */
  Optional<JsonNode> value();

  /** What else is worth knowing of the result, and why there is none. */
  void describe(ObjectNode result);
}
