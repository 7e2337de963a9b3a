package io.ganglion.connector.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The arguments of {@code chat}, which are those of an OpenAI-compatible server, in Anthropic's
 * form. Pure. There is no seed, and the temperature ends at 1.
 */
final class Question {
  /** Anthropic wants a limit; what a chat that names none may have at most. */
  static final int DEFAULT_TOKENS = 4096;

  private static final BigDecimal HOTTEST = BigDecimal.ONE;
  private static final Pattern DATA_URL = Pattern.compile("data:([a-z]+/[a-z0-9.+-]+);base64,(.+)");
  private static final Pattern FOREIGN = Pattern.compile("[^a-zA-Z0-9_-]");
  private static final int MAX_NAME = 128;

  /**
   * Anthropic takes no alternatives at the top of a tool's schema; the engine checks them itself.
   */
  private static final List<String> ALTERNATIVES =
      List.of("oneOf", "anyOf", "allOf", "not", "if", "then", "else");

  private Question() {}

  static ObjectNode of(JsonNode chat) {
    var question = Json.object().put("model", chat.path("model").asText());
    question.put("max_tokens", chat.path("max_tokens").asInt(DEFAULT_TOKENS));
    var system = system(chat.path("messages"));
    if (!system.isEmpty()) {
      question.put("system", system);
    }
    question.set("messages", messages(chat.path("messages")));
    if (chat.path("temperature").isNumber()) {
      question.put("temperature", chat.path("temperature").decimalValue().min(HOTTEST));
    }
    if (chat.path("tools").isArray()) {
      question.set("tools", tools(chat.path("tools")));
      choice(chat.path("tool_choice")).ifPresent(choice -> question.set("tool_choice", choice));
    }
    return question;
  }

  private static String system(JsonNode messages) {
    return messages
        .valueStream()
        .filter(message -> Set.of("system", "developer").contains(role(message)))
        .map(message -> text(message.path("content")))
        .collect(Collectors.joining("\n\n"));
  }

  private static ArrayNode messages(JsonNode messages) {
    var said = Json.mapper().createArrayNode();
    for (var message : messages) {
      var blocks =
          switch (role(message)) {
            case "user" -> parts(message.path("content"));
            case "assistant" -> assistant(message);
            case "tool" -> result(message);
            default -> Json.mapper().createArrayNode(); // stands in the system's text
          };
      var role = role(message).equals("assistant") ? "assistant" : "user";
      if (!blocks.isEmpty()) { // an empty text is refused
        say(said, role, blocks);
      }
    }
    return said;
  }

  /** Results of all calls of one turn belong into one message. */
  private static void say(ArrayNode said, String role, ArrayNode blocks) {
    var last = said.isEmpty() ? Json.object() : said.get(said.size() - 1);
    if (role(last).equals(role)) {
      ((ArrayNode) last.path("content")).addAll(blocks);
    } else {
      said.addObject().put("role", role).set("content", blocks);
    }
  }

  private static ArrayNode parts(JsonNode content) {
    var blocks = Json.mapper().createArrayNode();
    if (content.isTextual()) {
      text(blocks, content.textValue());
      return blocks;
    }
    for (var part : content) {
      var url = part.at("/image_url/url").asText("");
      if (url.isEmpty()) {
        text(blocks, part.path("text").asText(""));
      } else {
        blocks.addObject().put("type", "image").set("source", image(url));
      }
    }
    return blocks;
  }

  private static ObjectNode image(String url) {
    var data = DATA_URL.matcher(url);
    return data.matches()
        ? Json.object()
            .put("type", "base64")
            .put("media_type", data.group(1))
            .put("data", data.group(2))
        : Json.object().put("type", "url").put("url", url);
  }

  private static ArrayNode assistant(JsonNode message) {
    var blocks = parts(message.path("content"));
    for (var call : message.path("tool_calls")) {
      blocks
          .addObject()
          .put("type", "tool_use")
          .put("id", name(call.path("id").asText("")))
          .put("name", name(call.at("/function/name").asText("")))
          .set("input", input(call.at("/function/arguments").asText("")));
    }
    return blocks;
  }

  /** What the model had written was not always an object. */
  private static JsonNode input(String arguments) {
    try {
      var input = Json.parse(arguments.getBytes(StandardCharsets.UTF_8));
      return input.isObject() ? input : Json.object().put("arguments", arguments);
    } catch (IOException e) {
      return arguments.isBlank() ? Json.object() : Json.object().put("arguments", arguments);
    }
  }

  private static ArrayNode result(JsonNode message) {
    var blocks = Json.mapper().createArrayNode();
    blocks
        .addObject()
        .put("type", "tool_result")
        .put("tool_use_id", name(message.path("tool_call_id").asText("")))
        .put("content", text(message.path("content")));
    return blocks;
  }

  private static ArrayNode tools(JsonNode tools) {
    var wire = Json.mapper().createArrayNode();
    for (var tool : tools) {
      var function = tool.path("function");
      var shown = wire.addObject().put("name", name(function.path("name").asText("")));
      if (function.path("description").isTextual()) {
        shown.set("description", function.path("description"));
      }
      shown.set("input_schema", schema(function.path("parameters")));
    }
    return wire;
  }

  private static ObjectNode schema(JsonNode parameters) {
    var schema = parameters instanceof ObjectNode object ? object.deepCopy() : Json.object();
    schema.remove(ALTERNATIVES);
    return schema.put("type", "object");
  }

  private static Optional<JsonNode> choice(JsonNode choice) {
    if (choice.isObject()) {
      var name = name(choice.at("/function/name").asText(""));
      return Optional.of(Json.object().put("type", "tool").put("name", name));
    }
    return switch (choice.asText("")) {
      case "auto", "none" -> Optional.of(Json.object().put("type", choice.asText()));
      case "required" -> Optional.of(Json.object().put("type", "any"));
      default -> Optional.empty();
    };
  }

  private static void text(ArrayNode blocks, String text) {
    if (!text.isBlank()) {
      blocks.addObject().put("type", "text").put("text", text);
    }
  }

  private static String text(JsonNode content) {
    return content.isTextual()
        ? content.textValue()
        : content
            .valueStream()
            .map(part -> part.path("text").asText(""))
            .collect(Collectors.joining("\n"));
  }

  private static String role(JsonNode message) {
    return message.path("role").asText("");
  }

  /** Names in the only letters that Anthropic takes. */
  private static String name(String text) {
    var plain = FOREIGN.matcher(text).replaceAll("_");
    return plain.isEmpty() ? "_" : plain.substring(0, Math.min(plain.length(), MAX_NAME));
  }
}
