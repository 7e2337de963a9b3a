package io.ganglion.connector.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Manifests;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.connector.Rehearsal;
import io.ganglion.connector.Subject;
import io.ganglion.kernel.Json;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("connectors")
class AnthropicConnectorTest {
  private static final JsonNode CHAT =
      Json.read(
          """
      {"model": "claude", "temperature": 1.5, "seed": 7, "tool_choice": "required",
       "tools": [{"type": "function", "function": {"name": "x_post", "description": "Posts",
         "parameters": {"properties": {"text": {"type": "string"}}, "oneOf": [{}]}}}],
       "messages": [
         {"role": "system", "content": "be brief"},
         {"role": "user", "content": [{"type": "text", "text": "look"},
           {"type": "image_url", "image_url": {"url": "data:image/png;base64,AAAA"}}]},
         {"role": "assistant", "content": ""},
         {"role": "assistant", "content": "", "tool_calls": [
           {"id": "call_0_0", "type": "function", "function": {"name": "x_post", "arguments": "{\\"text\\":\\"hi\\"}"}},
           {"id": "call_0_1", "type": "function", "function": {"name": "rm -rf", "arguments": "not JSON"}}]},
         {"role": "tool", "content": "posted", "tool_call_id": "call_0_0"},
         {"role": "tool", "content": "no such tool", "tool_call_id": "call_0_1"}]}
      """);

  @Test
  void a_chat_is_said_in_anthropics_form() {
    assertThat(plain(Question.of(CHAT)))
        .isEqualTo(
            Json.read(
                """
                {"model": "claude", "max_tokens": 4096, "system": "be brief",
                 "messages": [
                   {"role": "user", "content": [{"type": "text", "text": "look"},
                     {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": "AAAA"}}]},
                   {"role": "assistant", "content": [
                     {"type": "tool_use", "id": "call_0_0", "name": "x_post", "input": {"text": "hi"}},
                     {"type": "tool_use", "id": "call_0_1", "name": "rm_-rf", "input": {"arguments": "not JSON"}}]},
                   {"role": "user", "content": [
                     {"type": "tool_result", "tool_use_id": "call_0_0", "content": "posted"},
                     {"type": "tool_result", "tool_use_id": "call_0_1", "content": "no such tool"}]}],
                 "temperature": 1,
                 "tools": [{"name": "x_post", "description": "Posts",
                   "input_schema": {"properties": {"text": {"type": "string"}}, "type": "object"}}],
                 "tool_choice": {"type": "any"}}
                """));
  }

  @Test
  void what_a_model_says_and_calls_is_told_as_model_chat_tells_it() {
    var body =
        """
        {"id": "msg_1", "model": "claude", "stop_reason": "tool_use",
         "content": [{"type": "text", "text": "Let me "}, {"type": "thinking", "thinking": "hm"},
                     {"type": "text", "text": "see."},
                     {"type": "tool_use", "id": "toolu_1", "name": "x_post", "input": {"text": "hi"}}],
         "usage": {"input_tokens": 5, "cache_read_input_tokens": 20, "output_tokens": 7}}
        """;
    assertThat(plain(output(send("chat", Reply.json(200, body)))))
        .isEqualTo(
            Json.read(
                """
                {"text": "Let me see.", "model": "claude", "finish_reason": "tool_calls",
                 "usage": {"prompt_tokens": 25, "completion_tokens": 7, "total_tokens": 32},
                 "tool_calls": [{"name": "x_post", "arguments": "{\\"text\\":\\"hi\\"}"}]}
                """));
  }

  @Test
  void chat_asks_and_answers_as_model_chat_does() {
    var ours = Objects.requireNonNull(Manifests.load("anthropic").actions().get("chat"));
    var theirs = Objects.requireNonNull(Manifests.load("model").actions().get("chat"));
    assertThat(ours.input()).isEqualTo(theirs.input());
    assertThat(ours.output()).isEqualTo(theirs.output());
  }

  @Test
  void an_overload_proves_that_nothing_was_done_and_says_when_to_come_back() {
    var overloaded =
        new Reply(
            529,
            Map.of("retry-after", "5"),
            "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}");
    assertThat(send("chat", overloaded))
        .isEqualTo(
            new Outcome.NotLanded(
                529,
                "Anthropic answered 529: Overloaded",
                Optional.of(Subject.NOW.plusSeconds(5)),
                true));
  }

  @Test
  void without_the_standards_header_the_limit_that_is_used_up_says_when() {
    var limited =
        new Reply(
            429,
            Map.of(
                "anthropic-ratelimit-requests-remaining", "10",
                "anthropic-ratelimit-requests-reset", "2026-11-22T13:00:00Z",
                "anthropic-ratelimit-tokens-remaining", "0",
                "anthropic-ratelimit-tokens-reset", "2026-11-22T12:00:30Z"),
            "{}");
    assertThat(send("chat", limited))
        .isInstanceOfSatisfying(
            Outcome.NotLanded.class,
            n -> assertThat(n.notBefore()).contains(Subject.NOW.plusSeconds(30)));
  }

  @Test
  void a_message_without_content_is_unreadable() {
    assertThat(send("chat", Reply.json(200, "{\"model\":\"claude\",\"type\":\"message\"}")))
        .isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void tokens_are_counted_and_models_listed() {
    assertThat(output(send("countTokens", Reply.json(200, "{\"input_tokens\":14}"))).toString())
        .isEqualTo("{\"input_tokens\":14}");
    var models = "{\"data\":[{\"id\":\"claude\",\"display_name\":\"Claude\"}],\"has_more\":true}";
    var listed = output(send("models", Reply.json(200, models)));
    assertThat(listed.at("/models/0/display_name").asText()).isEqualTo("Claude");
    assertThat(listed.path("has_more").asBoolean()).isTrue();
  }

  /** As it is read from the wire: a number's type is that of its text. */
  private static JsonNode plain(JsonNode node) {
    return Json.read(Json.write(node));
  }

  private static JsonNode output(Outcome outcome) {
    return ((Outcome.Landed) outcome).output();
  }

  private static Outcome send(String action, Reply reply) {
    try (var anthropic =
        new Rehearsal(
            AnthropicConnector::new,
            Json.object().put("api_key", "sk-ant-secret"),
            "",
            request -> reply)) {
      return anthropic.send(action, CHAT);
    }
  }
}
