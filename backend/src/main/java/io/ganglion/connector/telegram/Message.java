package io.ganglion.connector.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.Answers;
import io.ganglion.connector.Outcome;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Messages in Telegram's words, and what came of them in ours. Pure. */
final class Message {
  static final int MAX_TEXT = 4_096;
  static final int MAX_CAPTION = 1_024;
  private static final int MAX_CALLBACK_BYTES = 64;

  private Message() {}

  /** Why it would not be taken; empty if it would, as far as can be known here. */
  static Optional<String> refusal(JsonNode arguments) {
    if (!arguments.has("parse_mode")) { // else marks count that nobody will see
      var text = arguments.path("text").asText("").length();
      if (text > MAX_TEXT) {
        return Optional.of(
            "the text has %d characters; Telegram takes %d".formatted(text, MAX_TEXT));
      }
      var caption = arguments.path("caption").asText("").length();
      if (caption > MAX_CAPTION) {
        return Optional.of(
            "the caption has %d characters; Telegram takes %d".formatted(caption, MAX_CAPTION));
      }
    }
    for (var row : arguments.path("buttons")) {
      for (var button : row) {
        var data = button.path("callback_data").asText("").getBytes(StandardCharsets.UTF_8);
        if (data.length > MAX_CALLBACK_BYTES) {
          return Optional.of(
              "callback_data has %d bytes; Telegram takes %d"
                  .formatted(data.length, MAX_CALLBACK_BYTES));
        }
      }
    }
    return Optional.empty();
  }

  /** The arguments as the Bot API names them. */
  static ObjectNode body(JsonNode arguments) {
    var body = Json.object();
    for (var member : arguments.properties()) {
      switch (member.getKey()) {
        case "reply_to_message_id" ->
            body.putObject("reply_parameters").set("message_id", member.getValue());
        case "link_preview" ->
            body.putObject("link_preview_options")
                .put("is_disabled", !member.getValue().asBoolean(true));
        case "buttons" -> body.putObject("reply_markup").set("inline_keyboard", member.getValue());
        default -> body.set(member.getKey(), member.getValue());
      }
    }
    return body;
  }

  /**
   * What sendMessage and sendPhoto answer.
   *
   * @throws IOException if the message has no identifier: then nobody knows whether it is there
   */
  static Outcome sent(JsonNode message) throws IOException {
    var chat = Long.parseLong(number(message, "/chat/id"));
    var id = Long.parseLong(number(message, "/message_id"));
    var output =
        Json.object()
            .put("chat_id", chat)
            .put("message_id", id)
            .put("date", message.path("date").asLong());
    return new Outcome.Landed(
        output, chat + ":" + id, url(message.at("/chat/username").asText(""), id));
  }

  private static String number(JsonNode node, String pointer) throws IOException {
    var text = Answers.text(node, pointer);
    if (!text.matches("-?[0-9]{1,18}")) {
      throw new IOException("no number at " + pointer);
    }
    return text;
  }

  /** Only chats with a public name have addresses. */
  private static Optional<URI> url(String username, long id) {
    return username.matches("[A-Za-z0-9_]{4,64}")
        ? Optional.of(URI.create("https://t.me/%s/%d".formatted(username, id)))
        : Optional.empty();
  }
}
