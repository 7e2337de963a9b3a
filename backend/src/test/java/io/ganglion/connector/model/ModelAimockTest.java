package io.ganglion.connector.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.AtPeer;
import io.ganglion.connector.Connector;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.RealPeer;
import io.ganglion.kernel.Json;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Against a server of models that somebody else wrote. */
@Tag("connectors")
@Tag("long")
class ModelAimockTest {
  @RegisterExtension static final RealPeer PEER = new RealPeer("aimock");

  private final AtPeer aimock = new AtPeer(PEER, ModelConnector::new);

  @AfterEach
  void close() {
    aimock.close();
  }

  private static ObjectNode chat(String says) {
    var arguments = Json.object().put("model", "gpt-4o");
    arguments.putArray("messages").addObject().put("role", "user").put("content", says);
    return arguments;
  }

  @Test
  void the_key_is_known_and_the_models_are_listed() {
    assertThat(aimock.whoami()).isInstanceOf(Connector.Whoami.Known.class);
    assertThat(aimock.output("models", Json.object()).path("models").toString()).contains("gpt-4o");
  }

  @Test
  void a_chat_is_answered_or_calls_a_tool() {
    var answer = aimock.output("chat", chat("hello"));
    assertThat(answer.path("text").asText()).isEqualTo("Hello from a deterministic model");
    assertThat(answer.at("/usage/total_tokens").asInt()).isPositive();
    var call = aimock.output("chat", chat("plan")).at("/tool_calls/0");
    assertThat(call.path("name").asText()).isEqualTo("post_message");
  }

  @Test
  void texts_become_vectors_and_are_judged() {
    var arguments = Json.object().put("model", "text-embedding-3-small").put("dimensions", 8);
    arguments.putArray("input").add("tea").add("four");
    var vectors = aimock.output("embed", arguments).path("embeddings");
    assertThat(vectors).hasSize(2);
    assertThat(vectors.get(0)).hasSize(8);
    var verdict = aimock.output("moderate", Json.object().put("text", "a cup of tea"));
    assertThat(verdict.path("flagged").asBoolean(true)).isFalse();
  }

  @Test
  void a_429_says_when_and_what_the_server_lacks_is_a_refusal() throws Exception {
    chaos("POST", "{\"rateLimitRate\":1}");
    try {
      assertThat(aimock.send("chat", chat("hello")))
          .isInstanceOfSatisfying(
              Outcome.NotLanded.class,
              limited -> {
                assertThat(limited.status()).isEqualTo(429);
                assertThat(limited.notBefore()).isPresent();
              });
    } finally {
      chaos("DELETE", "");
    }
    var old = Json.object().put("model", "gpt-4o").put("prompt", "Once upon");
    assertThat(aimock.send("complete", old))
        .isInstanceOfSatisfying(
            Outcome.NotLanded.class, refused -> assertThat(refused.status()).isEqualTo(404));
  }

  private void chaos(String method, String body) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(aimock.at("/__aimock/chaos"))
              .header("Content-Type", "application/json")
              .method(method, HttpRequest.BodyPublishers.ofString(body))
              .build();
      assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(200);
    }
  }
}
