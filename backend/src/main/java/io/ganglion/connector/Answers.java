package io.ganglion.connector;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.egress.HttpResult;
import io.ganglion.kernel.Json;
import java.io.IOException;

/** Reads what a platform promises to answer; what is missing makes the answer unreadable. */
public final class Answers {
  private Answers() {}

  /**
   * The body as JSON.
   *
   * @throws IOException if it is not JSON, or beyond the limits of {@link Json}
   */
  public static JsonNode json(HttpResult.Answered answer) throws IOException {
    return Json.parse(answer.body());
  }

  /**
   * A text or a number, as text, at a JSON pointer.
   *
   * @throws IOException if there is none, or it is empty
   */
  public static String text(JsonNode node, String pointer) throws IOException {
    var value = node.at(pointer);
    if ((!value.isTextual() && !value.isIntegralNumber()) || value.asText().isEmpty()) {
      throw JsonMappingException.from((JsonParser) null, "no text at " + pointer);
    }
    return value.asText();
  }
}
