package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import java.util.List;

/** What a model has been told and has said so far, in the wire's form. */
final class Conversation {
  /** More of one result is not shown to the model, in characters. */
  static final int MAX_RESULT = 16 * 1024;

  private final ArrayNode messages = Json.mapper().createArrayNode();

  Conversation(Reasoning asked) {
    asked.instructions().ifPresent(text -> say("system", text));
    say("user", asked.goal());
  }

  private ObjectNode say(String role, String text) {
    return messages.addObject().put("role", role).put("content", text);
  }

  ArrayNode messages() {
    return messages.deepCopy();
  }

  /** The model has said nothing of use. */
  void urge() {
    say("assistant", "");
    say("user", "You said nothing. Call a tool, or give your final answer.");
  }

  /** The model wants calls made; their identifiers are ours, whatever it called them. */
  void chose(int turn, String text, List<Choice> choices) {
    var calls = say("assistant", text).putArray("tool_calls");
    for (int i = 0; i < choices.size(); i++) {
      var call = calls.addObject().put("id", id(turn, i)).put("type", "function");
      call.putObject("function")
          .put("name", choices.get(i).name())
          .put("arguments", choices.get(i).arguments());
    }
  }

  void result(int turn, int call, JsonNode output) {
    tool(turn, call, Json.write(output));
  }

  void error(int turn, int call, String detail) {
    tool(turn, call, Json.write(Json.object().put("error", detail)));
  }

  private void tool(int turn, int call, String text) {
    boolean fits = text.length() <= MAX_RESULT;
    say("tool", fits ? text : text.substring(0, MAX_RESULT) + "… (cut)")
        .put("tool_call_id", id(turn, call));
  }

  private static String id(int turn, int call) {
    return "call_%d_%d".formatted(turn, call);
  }
}
