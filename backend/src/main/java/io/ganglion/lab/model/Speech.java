package io.ganglion.lab.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;

/**
 * What one of the weak models says, whatever form its server speaks.
 *
 * @param text empty where it calls tools
 * @param calls in the form of an OpenAI-compatible server
 */
public record Speech(String text, ArrayNode calls) {
  /** As many models may be named. */
  public static final int MODELS = WeakModel.COUNT;

  /**
   * The right one of the choices of a question that states a key.
   *
   * @param choices without their dashes
   */
  public static String right(String key, List<String> choices) {
    return Answers.right(key, choices);
  }

  /**
   * What it says.
   *
   * @param number of the model, from 1
   * @param body a chat's tools and messages, in the form of an OpenAI-compatible server
   * @param prompt all messages as one text
   */
  public static Speech of(int number, long seed, JsonNode body, String prompt) {
    var calls = Script.next(body);
    var text =
        calls.isEmpty()
            ? Script.answer(body).orElseGet(() -> Answers.by(new WeakModel(number), seed, prompt))
            : "";
    return new Speech(text, calls);
  }
}
