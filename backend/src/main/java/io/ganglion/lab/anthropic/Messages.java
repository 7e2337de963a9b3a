package io.ganglion.lab.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes.Request;
import io.ganglion.lab.Scene;
import io.ganglion.lab.model.Speech;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Optional;

/** {@code POST /v1/messages} and the count of its tokens. */
final class Messages {
  private Messages() {}

  static Reply create(Scene scene, Request request) throws SQLException {
    var body = request.call().json().orElseGet(Json::object);
    var refusal = refusal(body);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (!body.path("max_tokens").isInt() || body.path("max_tokens").intValue() < 1) {
      return AnthropicErrors.invalid("max_tokens: Field required");
    }
    if (body.path("stream").asBoolean()) {
      return AnthropicErrors.invalid("stream: not supported by this model");
    }
    return Reply.ok(message(scene, body));
  }

  static Reply count(Scene scene, Request request) {
    var body = request.call().json().orElseGet(Json::object);
    return refusal(body)
        .orElseGet(
            () ->
                Reply.ok(Json.object().put("input_tokens", Prompt.tokens(Prompt.of(body).text()))));
  }

  static Optional<Reply> refusal(JsonNode body) {
    var model = body.path("model").asText("");
    if (model.isEmpty()) {
      return Optional.of(AnthropicErrors.invalid("model: Field required"));
    }
    if (model.equals(Models.OVERLOADED)) {
      return Optional.of(AnthropicErrors.overloaded());
    }
    return Models.number(model).isEmpty()
        ? Optional.of(AnthropicErrors.notFound("model: " + model))
        : Prompt.refusal(body);
  }

  /** What the model says, journalled. */
  static ObjectNode message(Scene scene, JsonNode body) throws SQLException {
    var prompt = Prompt.of(body);
    var model = body.path("model").asText();
    var speech = Speech.of(Models.number(model).orElseThrow(), 0, prompt.chat(), prompt.text());
    var id = "msg_lab" + scene.number();
    var message =
        Json.object()
            .put("id", id)
            .put("type", "message")
            .put("role", "assistant")
            .put("model", model);
    var content = message.putArray("content");
    if (speech.calls().isEmpty()) {
      content.addObject().put("type", "text").put("text", speech.text());
    }
    int number = 0;
    for (var call : speech.calls()) {
      content
          .addObject()
          .put("type", "tool_use")
          .put("id", "toolu_lab%s_%d".formatted(id.substring(7), number++))
          .put("name", call.at("/function/name").asText())
          .set("input", input(call.at("/function/arguments").asText("")));
    }
    message.put("stop_reason", speech.calls().isEmpty() ? "end_turn" : "tool_use");
    message.putNull("stop_sequence");
    int answered = Prompt.tokens(Json.write(content));
    message
        .putObject("usage")
        .put("input_tokens", Prompt.tokens(prompt.text()))
        .put("cache_creation_input_tokens", 0)
        .put("cache_read_input_tokens", 0)
        .put("output_tokens", answered);
    var entry = Json.object().put("model", model).put("prompt_sha256", Json.sha256(prompt.text()));
    entry.set("content", content);
    entry.set("usage", message.path("usage"));
    scene.journal("message.created", id, entry);
    return message;
  }

  /** Anthropic's models write objects; what a script says else goes as it is. */
  private static JsonNode input(String arguments) {
    try {
      return Json.parse(arguments.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      return Json.object();
    }
  }
}
