package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import java.util.Optional;

/** The first so many answers, in the order they came. */
final class First implements Reducer {
  private final int wanted;
  private final ArrayNode answers = Json.mapper().createArrayNode();

  First(int wanted) {
    this.wanted = wanted;
  }

  @Override
  public void answered(Answer answer) {
    if (answers.size() < wanted) {
      answers.add(answer.value());
    }
  }

  @Override
  public void failed(int member) {}

  @Override
  public boolean decided(int missing) {
    return answers.size() == wanted || answers.size() + missing < wanted;
  }

  @Override
  public Optional<JsonNode> value() {
    return answers.size() == wanted ? Optional.of(answers) : Optional.empty();
  }

  @Override
  public void describe(ObjectNode result) {
    result.put("wanted", wanted);
  }
}
