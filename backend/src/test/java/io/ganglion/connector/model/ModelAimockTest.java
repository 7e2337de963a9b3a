package io.ganglion.connector.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.ganglion.connector.Act;
import io.ganglion.connector.Connector;
import io.ganglion.connector.Credentials;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Session;
import io.ganglion.egress.LoopbackEgress;
import io.ganglion.egress.Origin;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * Against a server that somebody else wrote: npm package {@code @copilotkit/aimock} 1.43.0, {@code
 * dist/cli.js -p 8765 -f DIR} with a copy of {@code resources/peers/aimock.json} in DIR.
 */
@Tag("connectors")
@EnabledIfEnvironmentVariable(
    named = "GANGLION_TEST_AIMOCK",
    matches = "http://127.0.0.1:\\d+",
    disabledReason = "no server: set GANGLION_TEST_AIMOCK to the address of an aimock")
class ModelAimockTest {
  private final LoopbackEgress egress = new LoopbackEgress();
  private final ModelConnector connector = new ModelConnector(egress);
  private final Session session =
      new Session(
          URI.create(Objects.requireNonNullElse(System.getenv("GANGLION_TEST_AIMOCK"), "http://x")),
          "",
          new Credentials(Json.object().put("api_key", "sk-any-key")),
          Origin.TENANT);

  @AfterEach
  void close() {
    egress.close();
  }

  private Outcome send(String action, ObjectNode arguments) {
    var declared = Objects.requireNonNull(connector.manifest().actions().get(action));
    var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    assertThat(schema.getSchema(declared.input()).validate(arguments)).isEmpty();
    var act = new Act(declared, EffectId.next(), arguments, NullNode.getInstance(), Instant.EPOCH);
    var outcome = connector.send(session, act);
    if (outcome instanceof Outcome.Landed landed) {
      assertThat(schema.getSchema(declared.output()).validate(landed.output())).isEmpty();
    }
    return outcome;
  }

  private ObjectNode output(String action, ObjectNode arguments) {
    var outcome = send(action, arguments);
    assertThat(outcome).isInstanceOf(Outcome.Landed.class);
    return (ObjectNode) ((Outcome.Landed) outcome).output();
  }

  private static ObjectNode chat(String says) {
    var arguments = Json.object().put("model", "gpt-4o");
    arguments.putArray("messages").addObject().put("role", "user").put("content", says);
    return arguments;
  }

  @Test
  void the_key_is_known_and_the_models_are_listed() {
    assertThat(connector.whoami(session)).isInstanceOf(Connector.Whoami.Known.class);
    assertThat(output("models", Json.object()).path("models").toString()).contains("gpt-4o");
  }

  @Test
  void a_chat_is_answered_or_calls_a_tool() {
    var answer = output("chat", chat("hello"));
    assertThat(answer.path("text").asText()).isEqualTo("Hello from a deterministic model");
    assertThat(answer.at("/usage/total_tokens").asInt()).isPositive();
    var call = output("chat", chat("plan")).at("/tool_calls/0");
    assertThat(call.path("name").asText()).isEqualTo("post_message");
  }

  @Test
  void texts_become_vectors_and_are_judged() {
    var arguments = Json.object().put("model", "text-embedding-3-small").put("dimensions", 8);
    arguments.putArray("input").add("tea").add("four");
    var vectors = output("embed", arguments).path("embeddings");
    assertThat(vectors).hasSize(2);
    assertThat(vectors.get(0)).hasSize(8);
    var verdict = output("moderate", Json.object().put("text", "a cup of tea"));
    assertThat(verdict.path("flagged").asBoolean(true)).isFalse();
  }

  @Test
  void a_429_says_when_and_what_the_server_lacks_is_a_refusal() throws Exception {
    chaos("POST", "{\"rateLimitRate\":1}");
    try {
      assertThat(send("chat", chat("hello")))
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
    assertThat(send("complete", old))
        .isInstanceOfSatisfying(
            Outcome.NotLanded.class, refused -> assertThat(refused.status()).isEqualTo(404));
  }

  private void chaos(String method, String body) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(session.baseUrl().resolve("/__aimock/chaos"))
              .header("Content-Type", "application/json")
              .method(method, HttpRequest.BodyPublishers.ofString(body))
              .build();
      assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(200);
    }
  }
}
