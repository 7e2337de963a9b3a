package io.ganglion.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class ModelSimulatorTest {
  @Inject LabBench lab;
  private TenantId tenant;
  private Visitor model;

  @BeforeEach
  void open_an_account() {
    tenant = lab.tenant();
    model = lab.visitor(tenant, Platform.MODEL);
  }

  @Test
  void a_completion_has_the_openai_shape_and_is_journalled() {
    var body = chat("lab-small-7", "Write a caption for \"Solar Kettle\"").body();
    assertThat(body.path("object").asText()).isEqualTo("chat.completion");
    assertThat(body.at("/choices/0/message/role").asText()).isEqualTo("assistant");
    assertThat(body.at("/choices/0/message/content").asText()).contains("Solar Kettle");
    assertThat(body.at("/choices/0/finish_reason").asText()).isEqualTo("stop");
    assertThat(body.at("/usage/total_tokens").asInt())
        .isEqualTo(
            body.at("/usage/prompt_tokens").asInt() + body.at("/usage/completion_tokens").asInt());
    assertThat(lab.entries(tenant))
        .singleElement()
        .satisfies(entry -> assertThat(entry.reference()).isEqualTo(body.path("id").asText()));
  }

  @Test
  void the_same_model_seed_and_prompt_give_the_same_answer() {
    assertThat(answer("lab-small-3", "once")).isEqualTo(answer("lab-small-3", "once"));
  }

  @Test
  void fifty_models_at_once_agree_on_the_best_choice_without_being_of_one_mind() throws Exception {
    var votes = new HashMap<String, Integer>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> answers =
          IntStream.rangeClosed(1, 50)
              .mapToObj(
                  i ->
                      threads.submit(
                          () ->
                              answer(
                                  "lab-small-" + i, "Pick one:\n- red\n- green\n- blue\n- grey")))
              .toList();
      for (var answer : answers) {
        votes.merge(answer.get(), 1, Integer::sum);
      }
    }
    assertThat(votes.keySet()).isSubsetOf("red", "green", "blue", "grey");
    assertThat(votes.size()).isGreaterThan(1);
    assertThat(votes.values()).anyMatch(count -> count >= 20);
    assertThat(lab.happened(tenant)).hasSize(50).containsOnly("model.completed");
  }

  @Test
  void a_model_with_tools_calls_them_as_it_is_told_and_then_answers() {
    var body = Json.object().put("model", "lab-small-1");
    var tool = body.putArray("tools").addObject().put("type", "function");
    tool.putObject("function").put("name", "look");
    var messages = body.putArray("messages");
    messages
        .addObject()
        .put("role", "user")
        .put("content", "Go.\n\ncall look {\"a\":\n\nanswer seen");
    var first = model.post("/v1/chat/completions", body).body().at("/choices/0");
    assertThat(first.path("finish_reason").asText()).isEqualTo("tool_calls");
    assertThat(first.at("/message/content").isNull()).isTrue();
    assertThat(first.at("/message/tool_calls/0/function/name").asText()).isEqualTo("look");
    assertThat(first.at("/message/tool_calls/0/function/arguments").asText()).isEqualTo("{\"a\":");
    messages.add(first.path("message"));
    var second = model.post("/v1/chat/completions", body).body().at("/choices/0");
    assertThat(second.path("finish_reason").asText()).isEqualTo("stop");
    assertThat(second.at("/message/content").asText()).isEqualTo("seen");
  }

  @Test
  void models_are_listed() {
    var body = model.get("/v1/models").body();
    assertThat(body.path("data").findValuesAsText("id")).contains("lab-small-1", "lab-small-50");
    assertThat(model.get("/v1/models").header("openai-organization"))
        .isEqualTo(model.account().account());
  }

  @Test
  void errors_are_openais() {
    var unknown = chat("gpt-99", "hello");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.body().at("/error/code").asText()).isEqualTo("model_not_found");
    assertThat(
            model.post("/v1/chat/completions", Json.object().put("model", "lab-small-1")).status())
        .isEqualTo(400);
    var stranger = model.with("api_key", "sk-nobody").get("/v1/models");
    assertThat(stranger.status()).isEqualTo(401);
    assertThat(stranger.body().at("/error/code").asText()).isEqualTo("invalid_api_key");
    assertThat(lab.happened(tenant)).isEmpty();
  }

  private String answer(String name, String prompt) {
    return chat(name, prompt).body().at("/choices/0/message/content").asText();
  }

  private Visitor.Seen chat(String name, String prompt) {
    var body = Json.object().put("model", name).put("seed", 1);
    body.putArray("messages").addObject().put("role", "user").put("content", prompt);
    return model.post("/v1/chat/completions", body);
  }
}
