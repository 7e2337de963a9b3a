package io.ganglion.api.a2a;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message that was sent to an agent.
 *
 * @param id the message's own name
 * @param task that it goes on with
 * @param context the conversation it belongs to
 * @param skill what it asks for, where it says so
 * @param input of a run: the one part of data, or what was said
 * @param message as it was sent
 */
record Incoming(
    String id,
    Optional<String> task,
    Optional<String> context,
    Optional<String> skill,
    JsonNode input,
    JsonNode message) {
  private static final int MAX_NAME = 200;
  private static final String TEXT = "text";
  private static final String DATA = "data";

  /** What a part may hold; the protocol has it hold one of them. */
  private static final List<String> CONTENTS = List.of(TEXT, "raw", "url", DATA);

  /**
   * @throws A2aError if it is none that can be taken
   */
  static Incoming read(JsonNode params, int maxParts) {
    var message = params.path("message");
    if (!message.isObject()) {
      throw A2aError.params("'message' has to be an object");
    }
    var id =
        name(message, "messageId")
            .orElseThrow(() -> A2aError.params("name the message: messageId"));
    if (!message.path("role").asText().equals("ROLE_USER")) {
      throw A2aError.params("'role' has to be ROLE_USER");
    }
    var skill =
        name(message.path("metadata"), "skill").or(() -> name(params.path("metadata"), "skill"));
    return new Incoming(
        id,
        name(message, "taskId"),
        name(message, "contextId"),
        skill,
        input(message.path("parts"), maxParts),
        message);
  }

  private static Optional<String> name(JsonNode of, String field) {
    var value = of.path(field);
    if (value.isMissingNode() || value.isNull() || value.asText().isEmpty()) {
      return Optional.empty();
    }
    if (!value.isTextual() || value.textValue().length() > MAX_NAME) {
      throw A2aError.params(
          "'%s' has to be a text of at most %d characters".formatted(field, MAX_NAME));
    }
    return Optional.of(value.textValue());
  }

  private static JsonNode input(JsonNode parts, int maxParts) {
    if (!parts.isArray() || parts.isEmpty() || parts.size() > maxParts) {
      throw A2aError.params("'parts' has to be a list of 1 to %d".formatted(maxParts));
    }
    var data = new ArrayList<JsonNode>();
    var text = new ArrayList<String>();
    for (var part : parts) {
      var content = content(part);
      if (content.equals(DATA)) {
        data.add(part.path(DATA));
      } else if (!part.path(content).isTextual()) {
        throw A2aError.params("a part's '%s' has to be a text".formatted(content));
      } else if (content.equals(TEXT)) {
        text.add(part.path(TEXT).textValue());
      } else {
        throw A2aError.contentType();
      }
    }
    if (text.isEmpty() && data.size() == 1 && data.getFirst().isObject()) {
      return data.getFirst();
    }
    var input = Json.object().put("text", String.join("\n", text));
    if (!data.isEmpty()) {
      data.forEach(input.putArray("data")::add);
    }
    return input;
  }

  /** Which one of the kinds of content a part has. */
  private static String content(JsonNode part) {
    var found = CONTENTS.stream().filter(field -> has(part, field)).toList();
    if (found.size() != 1) {
      throw A2aError.params("each of 'parts' has one of " + String.join(", ", CONTENTS));
    }
    return found.getFirst();
  }

  /** Null is a datum; elsewhere it is as if the field weren't there. */
  private static boolean has(JsonNode part, String field) {
    return field.equals(DATA) ? part.has(field) : part.hasNonNull(field);
  }
}
