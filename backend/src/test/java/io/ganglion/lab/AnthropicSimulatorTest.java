package io.ganglion.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class AnthropicSimulatorTest {
  @Inject LabBench lab;
  private TenantId tenant;
  private Visitor claude;

  @BeforeEach
  void open_an_account() {
    tenant = lab.tenant();
    claude = lab.visitor(tenant, Platform.ANTHROPIC);
  }

  @Test
  void a_message_has_anthropics_shape_and_is_journalled() {
    var seen = claude.post("/v1/messages", asked("Write a caption for \"Solar Kettle\""));
    assertThat(seen.status()).isEqualTo(200);
    assertThat(seen.body().path("type").asText()).isEqualTo("message");
    assertThat(seen.body().at("/content/0/text").asText()).contains("Solar Kettle");
    assertThat(seen.body().path("stop_reason").asText()).isEqualTo("end_turn");
    assertThat(seen.body().at("/usage/input_tokens").asInt()).isPositive();
    assertThat(seen.header("anthropic-organization-id")).isEqualTo(claude.account().account());
    assertThat(lab.entries(tenant))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.kind()).isEqualTo("message.created");
              assertThat(entry.reference()).isEqualTo(seen.body().path("id").asText());
            });
  }

  @Test
  void a_model_with_tools_calls_them_and_wants_their_results() {
    var body = asked("Go.\n\ncall look {\"a\":1}\n\nanswer seen");
    body.putArray("tools").addObject().put("name", "look").putObject("input_schema");
    var first = claude.post("/v1/messages", body).body();
    assertThat(first.path("stop_reason").asText()).isEqualTo("tool_use");
    assertThat(first.at("/content/0/input/a").asInt()).isEqualTo(1);
    var messages = body.withArrayProperty("messages");
    messages.addObject().put("role", "assistant").set("content", first.path("content"));
    messages.addObject().put("role", "user").put("content", "well?");
    assertThat(claude.post("/v1/messages", body).status()).isEqualTo(400);
    messages.remove(2);
    messages
        .addObject()
        .put("role", "user")
        .putArray("content")
        .addObject()
        .put("type", "tool_result")
        .put("tool_use_id", first.at("/content/0/id").asText())
        .put("content", "1");
    var second = claude.post("/v1/messages", body).body();
    assertThat(second.at("/content/0/text").asText()).isEqualTo("seen");
  }

  @Test
  void errors_are_anthropics() {
    assertThat(type(claude.post("/v1/messages", asked("hi").put("model", "gpt-99"))))
        .isEqualTo("not_found_error");
    assertThat(type(claude.post("/v1/messages", asked("hi").<ObjectNode>without("max_tokens"))))
        .isEqualTo("invalid_request_error");
    assertThat(type(claude.post("/v1/messages", asked(" ")))).isEqualTo("invalid_request_error");
    var overloaded = claude.post("/v1/messages", asked("hi").put("model", "claude-lab-overloaded"));
    assertThat(overloaded.status()).isEqualTo(529);
    assertThat(type(overloaded)).isEqualTo("overloaded_error");
    var stranger = claude.with("api_key", "sk-nobody").get("/v1/models");
    assertThat(stranger.status()).isEqualTo(401);
    assertThat(type(stranger)).isEqualTo("authentication_error");
    assertThat(lab.happened(tenant)).isEmpty();
  }

  @Test
  void tokens_are_counted_and_models_listed_page_by_page() {
    assertThat(
            claude
                .post("/v1/messages/count_tokens", asked("hello"))
                .body()
                .path("input_tokens")
                .asInt())
        .isPositive();
    var first = claude.get("/v1/models?limit=2").body();
    assertThat(first.path("data").findValuesAsText("id"))
        .containsExactly("claude-lab-1", "claude-lab-2");
    var last = first.path("last_id").asText();
    assertThat(claude.get("/v1/models?limit=1&after_id=" + last).body().at("/data/0/id").asText())
        .isEqualTo("claude-lab-3");
    assertThat(claude.get("/v1/models/claude-lab-7").body().path("type").asText())
        .isEqualTo("model");
    assertThat(lab.happened(tenant)).isEmpty();
  }

  @Test
  void a_batch_is_made_and_stopped() {
    var batch = Json.object();
    batch.putArray("requests").addObject().put("custom_id", "one").set("params", asked("hi"));
    var made = claude.post("/v1/messages/batches", batch).body();
    assertThat(made.path("processing_status").asText()).isEqualTo("in_progress");
    var at = "/v1/messages/batches/" + made.path("id").asText();
    assertThat(claude.post(at + "/cancel").body().at("/request_counts/canceled").asInt())
        .isEqualTo(1);
    assertThat(claude.get(at).body().path("processing_status").asText()).isEqualTo("ended");
    assertThat(lab.happened(tenant)).containsExactly("batch.created", "batch.cancelled");
  }

  private static ObjectNode asked(String prompt) {
    var body = Json.object().put("model", "claude-lab-7").put("max_tokens", 100);
    body.putArray("messages").addObject().put("role", "user").put("content", prompt);
    return body;
  }

  private static String type(Visitor.Seen seen) {
    return seen.body().at("/error/type").asText();
  }
}
