package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answer with the highest score; among equals that of the first member. All answers are waited
 * for, and their order does not matter.
 */
final class Best implements Reducer {
  private @Nullable Answer best;

  @Override
  public void answered(Answer answer) {
    var before = best;
    int better = before == null ? 1 : answer.score().compareTo(before.score());
    if (before == null || better > 0 || (better == 0 && answer.member() < before.member())) {
      best = answer;
    }
  }

  @Override
  public void failed(int member) {}

  @Override
  public boolean decided(int missing) {
    return missing == 0;
  }

  @Override
  public Optional<JsonNode> value() {
    return Optional.ofNullable(best).map(Answer::value);
  }

  @Override
  public void describe(ObjectNode result) {
    var winner = best;
    if (winner != null) {
      result.put("score", winner.score()).put("member", winner.member());
    }
  }
}
