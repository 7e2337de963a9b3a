package io.ganglion.lab.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.lab.Reply;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * A request as the weak models read it, or what is wrong with it.
 *
 * @param chat tools and messages in the form of an OpenAI-compatible server
 * @param text all messages as one text
 */
record Prompt(ObjectNode chat, String text) {
  /** Roughly what English needs. */
  private static final int CHARACTERS_PER_TOKEN = 4;

  /** What Anthropic would refuse; empty if nothing. */
  static Optional<Reply> refusal(JsonNode body) {
    var messages = body.path("messages");
    if (!messages.isArray() || messages.isEmpty()) {
      return Optional.of(AnthropicErrors.invalid("messages: at least one message is required"));
    }
    var open = new HashSet<String>();
    for (int i = 0; i < messages.size(); i++) {
      var message = messages.get(i);
      var role = message.path("role").asText("");
      if (!role.equals("user") && !role.equals("assistant")) {
        return Optional.of(
            AnthropicErrors.invalid(
                "messages.%d.role: Input should be 'user' or 'assistant'".formatted(i)));
      }
      var answered = uses(message, "tool_result", "tool_use_id");
      if (!answered.containsAll(open)) {
        return Optional.of(
            AnthropicErrors.invalid(
                "messages.%d: `tool_use` ids were found without `tool_result` blocks immediately after"
                    .formatted(i - 1)));
      }
      open.clear();
      open.addAll(uses(message, "tool_use", "id"));
      var blank = blank(message.path("content"));
      if (blank) {
        return Optional.of(
            AnthropicErrors.invalid(
                "messages.%d: text content blocks must be non-empty".formatted(i)));
      }
    }
    return Optional.empty();
  }

  static Prompt of(JsonNode body) {
    var chat = Json.object();
    if (body.path("tools").isArray()) {
      chat.set("tools", body.path("tools"));
    }
    var messages = chat.putArray("messages");
    var text = new StringBuilder(told(body.path("system")));
    for (var message : body.path("messages")) {
      var role = message.path("role").asText();
      var results = !uses(message, "tool_result", "tool_use_id").isEmpty();
      var said =
          messages
              .addObject()
              .put("role", results ? "tool" : role)
              .put("content", told(message.path("content")));
      uses(message, "tool_use", "id").forEach(id -> said.withArrayProperty("tool_calls").add(id));
      text.append('\n').append(role).append(": ").append(told(message.path("content")));
    }
    return new Prompt(chat, text.toString());
  }

  static int tokens(String text) {
    return Math.max(1, Math.ceilDiv(text.length(), CHARACTERS_PER_TOKEN));
  }

  private static String told(JsonNode content) {
    return content.isTextual()
        ? content.textValue()
        : String.join("\n", content.findValuesAsText("text"));
  }

  private static List<String> uses(JsonNode message, String type, String member) {
    return message
        .path("content")
        .valueStream()
        .filter(block -> block.path("type").asText().equals(type))
        .map(block -> block.path(member).asText())
        .toList();
  }

  private static boolean blank(JsonNode content) {
    return content.isTextual()
        ? content.textValue().isBlank()
        : content.isEmpty()
            || content
                .valueStream()
                .anyMatch(
                    block ->
                        block.path("type").asText().equals("text")
                            && block.path("text").asText().isBlank());
  }
}
