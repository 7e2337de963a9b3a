package io.ganglion.connector.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.connector.Outcome;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.connector.Rehearsal;
import io.ganglion.kernel.Json;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("connectors")
class ModelConnectorTest {
  @Test
  void a_429_that_waiting_does_not_cure_is_not_tried_again() {
    var body = "{\"error\":{\"code\":\"insufficient_quota\",\"message\":\"no money\"}}";
    assertThat(chat(Reply.json(429, body)))
        .isEqualTo(
            new Outcome.NotLanded(
                429, "the model server answered 429: no money", Optional.empty(), false));
  }

  @Test
  void a_completion_without_text_is_a_tool_call() {
    var body =
        "{\"model\":\"m\",\"choices\":[{\"message\":{\"content\":null},\"finish_reason\":\"tool_calls\"}]}";
    var landed = (Outcome.Landed) chat(Reply.json(200, body));
    assertThat(landed.output().path("text").asText()).isEmpty();
    assertThat(landed.output().path("finish_reason").asText()).isEqualTo("tool_calls");
  }

  @Test
  void what_a_model_calls_is_bounded_and_left_as_it_was_written() {
    var message = Json.object();
    var calls = message.putArray("tool_calls");
    for (int i = 0; i < 40; i++) {
      calls
          .addObject()
          .putObject("function")
          .put("name", "n".repeat(300))
          .put("arguments", "{".repeat(70_000));
    }
    var read = ToolCalls.read(message);
    assertThat(read).hasSize(ToolCalls.MAX_CALLS);
    assertThat(read.at("/0/name").asText()).hasSize(ToolCalls.MAX_NAME);
    assertThat(read.at("/0/arguments").asText()).hasSize(ToolCalls.MAX_ARGUMENTS);
  }

  @Test
  void an_answer_without_a_choice_is_unreadable() {
    assertThat(chat(Reply.json(200, "{\"model\":\"m\",\"choices\":[]}")))
        .isInstanceOf(Outcome.Unknown.class);
  }

  private static Outcome chat(Reply reply) {
    try (var model =
        new Rehearsal(
            ModelConnector::new, Json.object().put("api_key", "sk-secret"), "", r -> reply)) {
      return model.send("chat", Json.object().put("model", "m"));
    }
  }
}
