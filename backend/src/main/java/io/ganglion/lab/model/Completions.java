package io.ganglion.lab.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.lab.OpenAi;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes.Request;
import io.ganglion.lab.Scene;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** {@code POST /v1/chat/completions}, and the older {@code /v1/completions}. */
final class Completions {
  /** Roughly what English needs. */
  private static final int CHARACTERS_PER_TOKEN = 4;

  private static final int TOKENS_PER_MESSAGE = 4;

  private Completions() {}

  static Reply create(Scene scene, Request request) throws SQLException {
    var json = request.call().json();
    if (json.isEmpty()) {
      return OpenAi.invalid("body", "We could not parse the JSON body of your request.");
    }
    var body = json.get();
    var name = body.path("model").asText("");
    var model = WeakModel.named(name);
    if (model.isEmpty()) {
      return OpenAi.unknownModel(name);
    }
    var messages = body.path("messages");
    if (!messages.isArray() || messages.isEmpty()) {
      return OpenAi.invalid("messages", "Missing required parameter: 'messages'.");
    }
    if (body.path("stream").asBoolean()) {
      return OpenAi.invalid("stream", "Streaming is not supported by this model.");
    }
    return complete(scene, request, model.get(), body);
  }

  private static Reply complete(Scene scene, Request request, WeakModel model, JsonNode body)
      throws SQLException {
    var prompt = prompt(body.path("messages"));
    long seed = body.path("seed").asLong(0);
    var calls = Script.next(body);
    var answer =
        calls.isEmpty()
            ? Script.answer(body).orElseGet(() -> Answers.by(model, seed, prompt))
            : Json.write(calls);
    int asked = tokens(prompt) + TOKENS_PER_MESSAGE * body.path("messages").size();
    int answered = tokens(answer);
    var id = "chatcmpl-lab" + scene.number();
    var usage = usage(asked, answered);
    var entry =
        Json.object()
            .put("model", model.name())
            .put("seed", seed)
            .put("prompt_sha256", Json.sha256(prompt))
            .put("answer", answer)
            .put("cost_micros", model.costMicros());
    entry.set("usage", usage);
    request.call().header("idempotency-key").ifPresent(key -> entry.put("idempotency_key", key));
    scene.journal("model.completed", id, entry);

    var reply =
        Json.object()
            .put("id", id)
            .put("object", "chat.completion")
            .put("created", scene.now().getEpochSecond())
            .put("model", model.name());
    var choice = reply.putArray("choices").addObject().put("index", 0);
    var message = choice.putObject("message").put("role", "assistant").putNull("refusal");
    if (calls.isEmpty()) {
      message.put("content", answer);
    } else {
      message.putNull("content").set("tool_calls", calls);
    }
    choice.putNull("logprobs").put("finish_reason", calls.isEmpty() ? "stop" : "tool_calls");
    reply.set("usage", usage);
    reply.put("system_fingerprint", "fp_lab");
    return Reply.ok(reply);
  }

  /** {@code POST /v1/completions}. */
  static Reply goOn(Scene scene, Request request) throws SQLException {
    var body = request.call().json().orElseGet(Json::object);
    var name = body.path("model").asText("");
    var model = WeakModel.named(name);
    if (model.isEmpty()) {
      return OpenAi.unknownModel(name);
    }
    var prompt = body.path("prompt").asText("");
    if (prompt.isEmpty()) {
      return OpenAi.invalid("prompt", "Missing required parameter: 'prompt'.");
    }
    var answer = Answers.by(model.get(), body.path("seed").asLong(0), prompt);
    var id = "cmpl-lab" + scene.number();
    var usage = usage(tokens(prompt), tokens(answer));
    var entry = Json.object().put("model", name).put("prompt_sha256", Json.sha256(prompt));
    entry.put("answer", answer).put("cost_micros", model.get().costMicros());
    entry.set("usage", usage);
    scene.journal("model.completed", id, entry);
    var reply = Json.object().put("id", id).put("object", "text_completion");
    reply.put("created", scene.now().getEpochSecond()).put("model", name);
    var choice = reply.putArray("choices").addObject().put("index", 0).put("text", answer);
    choice.putNull("logprobs").put("finish_reason", "stop");
    return Reply.ok(reply.set("usage", usage));
  }

  private static ObjectNode usage(int asked, int answered) {
    return Json.object()
        .put("prompt_tokens", asked)
        .put("completion_tokens", answered)
        .put("total_tokens", asked + answered);
  }

  /** All messages as one text; content may be a string or a list of parts. */
  private static String prompt(JsonNode messages) {
    return StreamSupport.stream(messages.spliterator(), false)
        .map(message -> message.path("role").asText() + ": " + content(message.path("content")))
        .collect(Collectors.joining("\n"));
  }

  private static String content(JsonNode content) {
    return content.isTextual()
        ? content.textValue()
        : content.findValuesAsText("text").stream().collect(Collectors.joining("\n"));
  }

  static int tokens(String text) {
    return Math.ceilDiv(text.length(), CHARACTERS_PER_TOKEN);
  }
}
