package io.ganglion.lab.anthropic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes.Request;
import io.ganglion.lab.Scene;
import io.ganglion.lab.model.Speech;
import java.util.Optional;
import java.util.regex.Pattern;

/** The models: weak ones, and one that is always overloaded. */
final class Models {
  static final String OVERLOADED = "claude-lab-overloaded";

  private static final Pattern NAME = Pattern.compile("claude-lab-([1-9][0-9]{0,3})");
  private static final int DEFAULT_LIMIT = 20;
  private static final int MAX_LIMIT = 1_000;

  private Models() {}

  /** The number of a model of that name. */
  static Optional<Integer> number(String name) {
    var match = NAME.matcher(name);
    return match.matches()
        ? Optional.of(Integer.valueOf(match.group(1))).filter(number -> number <= Speech.MODELS)
        : Optional.empty();
  }

  static Reply list(Scene scene, Request request) {
    var parameters = request.call().parameters();
    var limit = parameters.getOrDefault("limit", Integer.toString(DEFAULT_LIMIT));
    if (!limit.matches("[0-9]{1,4}")
        || Integer.parseInt(limit) < 1
        || Integer.parseInt(limit) > MAX_LIMIT) {
      return AnthropicErrors.invalid("limit: must be between 1 and 1000");
    }
    int after = number(parameters.getOrDefault("after_id", "")).orElse(0);
    int last = Math.min(Speech.MODELS, after + Integer.parseInt(limit));
    var body = Json.object();
    var data = body.putArray("data");
    for (int number = after + 1; number <= last; number++) {
      data.add(shown("claude-lab-" + number));
    }
    body.put("has_more", last < Speech.MODELS);
    body.put("first_id", data.at("/0/id").textValue());
    body.put("last_id", data.isEmpty() ? null : data.get(data.size() - 1).path("id").textValue());
    return Reply.ok(body);
  }

  static Reply read(Scene scene, Request request) {
    return number(request.name()).isPresent()
        ? Reply.ok(shown(request.name()))
        : AnthropicErrors.notFound("model: " + request.name());
  }

  private static ObjectNode shown(String name) {
    return Json.object()
        .put("type", "model")
        .put("id", name)
        .put("display_name", "Laboratory " + name)
        .put("created_at", "2026-10-01T00:00:00Z");
  }
}
