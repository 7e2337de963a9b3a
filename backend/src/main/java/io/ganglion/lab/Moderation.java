package io.ganglion.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.lab.Routes.Request;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How OpenAI-compatible servers judge what is put before them. */
public final class Moderation {
  /** Words by which the laboratory tells; a text that has none of them is harmless. */
  private static final Map<String, String> WORDS =
      Map.of("kill", "violence", "hate", "hate", "suicide", "self-harm");

  private static final List<String> CATEGORIES =
      List.of("harassment", "hate", "self-harm", "sexual", "violence");

  private Moderation() {}

  /** {@code POST /v1/moderations}. */
  public static Reply moderate(Scene scene, Request request) {
    var json = request.call().json();
    if (json.isEmpty() || json.get().path("input").isEmpty()) {
      return OpenAi.invalid("input", "Missing required parameter: 'input'.");
    }
    var text = words(json.get().path("input")).toLowerCase(Locale.ROOT);
    var body =
        Json.object()
            .put("id", "modr-" + Json.sha256(text).substring(0, 24))
            .put("model", "lab-moderation");
    var result = body.putArray("results").addObject();
    var categories = verdict(text);
    result.put("flagged", categories.valueStream().anyMatch(JsonNode::asBoolean));
    result.set("categories", categories);
    return Reply.ok(body);
  }

  private static ObjectNode verdict(String text) {
    var categories = Json.object();
    CATEGORIES.forEach(category -> categories.put(category, false));
    WORDS.forEach(
        (word, category) -> {
          if (text.contains(word)) {
            categories.put(category, true);
          }
        });
    return categories;
  }

  private static String words(JsonNode input) {
    return input.isTextual() ? input.asText() : String.join("\n", input.findValuesAsText("text"));
  }
}
