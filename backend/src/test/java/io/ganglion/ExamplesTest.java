package io.ganglion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.PlatformServer;
import io.ganglion.connector.a2a.A2aPeer;
import io.ganglion.connector.mcp.McpPeer;
import io.ganglion.kernel.Json;
import io.ganglion.testing.Customer;
import io.ganglion.testing.LoopbackPlatform;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Troupe;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every example, run through the API as a reader would. */
@QuarkusTest
@Tag("it")
class ExamplesTest {
  private static final Path EXAMPLES = Path.of("..", "examples");
  private static final Set<String> ENDED =
      Set.of("SUCCEEDED", "COMPENSATED", "FAILED", "CANCELLED", "NEEDS_ATTENTION");

  /**
   * Those that other tests run, since they need a second party: ApprovalTest, EventExamplesTest.
   */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "approval",
          "listen",
          "scheduled",
          "schedule-every",
          "schedule-cron",
          "schedule-after",
          "schedule-any");

  @TestHTTPResource("/")
  String url = "";

  @Test
  void every_example_ends_as_it_says() throws IOException {
    var names = new TreeSet<String>();
    try (var files = Files.list(EXAMPLES)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".yaml"))
          .forEach(file -> names.add(file.replace(".yaml", "")));
    }
    names.removeAll(ELSEWHERE);
    var customer = Customer.newTenant(url.replaceAll("/$", ""));
    var agent = agent(customer);
    try (var platform = new LoopbackPlatform();
        var shop = new PlatformServer(new PetShop());
        var tools = new PlatformServer(new McpPeer(true));
        var writer = new PlatformServer(new A2aPeer())) {
      platform.answers(entry -> answer(entry, platform));
      for (var name : names) {
        var yaml = Files.readString(EXAMPLES.resolve(name + ".yaml"));
        var document = yaml.replace("https://pets.example", shop.url().toString());
        var run = ended(customer, agent, document, input(name, platform, tools, writer));
        assertThat(run.path("state").asText())
            .as("%s: %s", name, Json.write(run))
            .isEqualTo(name.startsWith("compensation") ? "COMPENSATED" : "SUCCEEDED");
        assertThat(run.path("coherent").asBoolean()).as(name).isTrue();
        check(name, run.path("output"));
      }
      assertThat(shop.journal())
          .extracting(it -> it.method() + " " + it.path())
          .containsSubsequence(
              "POST /v2/bookings",
              "PUT /v2/labels/rex",
              "DELETE /v2/labels/rex",
              "DELETE /v2/bookings/7");
    }
  }

  @Test
  void the_session_does_what_it_was_asked_for() throws IOException {
    var customer = Customer.newTenant(url.replaceAll("/$", ""));
    var start = Json.object().put("session", true).put("agent", agent(customer));
    var run = "/runs/" + customer.post("/runs", start).path("id").asText();
    for (var request : Json.read(Files.readString(EXAMPLES.resolve("session.json")))) {
      if (request.has("put")) {
        var path = run + request.path("put").asText() + "?wait=20s";
        var step = customer.put(path, request.path("body"));
        assertThat(step.path("state").asText()).as(Json.write(step)).isEqualTo("completed");
      } else {
        customer.post(run + request.path("post").asText(), Json.object());
      }
    }
    var end = ended(customer, run);
    assertThat(end.path("state").asText()).isEqualTo("SUCCEEDED");
    assertThat(end.path("coherent").asBoolean()).isTrue();
  }

  private static String agent(Customer customer) {
    var troupe = new Troupe(customer);
    for (var platform : Set.of("x", "instagram", "model", "image", "binance", "evm")) {
      troupe.with(platform, platform);
    }
    var login = Json.object().put("name", "login").put("connector", "http");
    login.put("environment", "secret");
    login.putObject("credentials").put("username", "ada").put("password", "lovelace");
    return troupe.also(login).agent("reader");
  }

  private static String answer(LoopbackPlatform.Entry entry, LoopbackPlatform platform) {
    return switch (entry.path()) {
      case "/openapi.json" ->
          """
          {"openapi": "3.0.0", "info": {"title": "Pets", "version": "1"}, "servers": [{"url": "%s"}],
           "paths": {"/pets": {"get": {"operationId": "findPetsByStatus",
             "parameters": [{"name": "status", "in": "query", "schema": {"type": "string"}}],
             "responses": {"200": {"description": "pets"}}}}}}
          """
              .formatted(platform.url(""));
      default -> "[{\"name\": \"Rex\"}, {\"name\": \"Tom\"}]";
    };
  }

  private static ObjectNode input(
      String name, LoopbackPlatform platform, PlatformServer tools, PlatformServer writer) {
    var input = Json.object();
    return switch (name) {
      case "authentication", "functions", "retry" -> input.put("url", platform.url("/pets"));
      case "openapi" -> input.put("description", platform.url("/openapi.json"));
      case "a2a" -> input.put("agent", writer.url() + "/.well-known/agent-card.json");
      case "mcp" -> input.put("server", tools.url().toString());
      case "schemas" ->
          (ObjectNode) Json.read("{\"order\":{\"lines\":[{\"price\":3,\"count\":4}]}}");
      default -> input;
    };
  }

  /** What a reader would look at. */
  private static void check(String name, JsonNode output) {
    switch (name) {
      case "compete" -> assertThat(output.path("winner").asText()).isEqualTo("fast");
      case "a2a" -> assertThat(output.asText()).isEqualTo("You said: tea");
      case "mcp" -> assertThat(output.asText()).isEqualTo("hello");
      case "memory", "counter" -> assertThat(output.asInt()).isEqualTo(1);
      case "openapi" -> assertThat(output.asInt()).isEqualTo(2);
      case "authentication", "functions" -> assertThat(output.asInt()).isEqualTo(200);
      case "http" ->
          assertThat(output)
              .isEqualTo(
                  Json.read(
                      "{\"petId\":7,\"name\":\"Rex\",\"status\":200,\"type\":\"application/json\",\"photo\":\"cG5n\",\"found\":2}"));
      case "tokens" ->
          assertThat(output.valueStream().map(JsonNode::asText))
              .containsExactly("Bearer", "key", "Digest", "Bearer", "Bearer");
      case "descriptors" -> {
        assertThat(output.at("/look/place").asText()).isEqualTo("/do/0/look");
        assertThat(output.at("/look/runtime").asText()).isEqualTo("Ganglion");
        assertThat(output.path("visited")).isEqualTo(Json.read("[\"/do/0/look\"]"));
      }
      case "extensions" ->
          assertThat(output)
              .isEqualTo(Json.read("{\"text\":\"Hello, Rex\",\"done\":[\"/do/1/greet\"]}"));
      case "flow" ->
          assertThat(output)
              .isEqualTo(Json.read("{\"budget\":1,\"bought\":[1,2,3],\"closed\":\"early\"}"));
      case "errors" -> assertThat(output).isEqualTo(Json.read("{\"answer\":\"Rex\",\"tries\":2}"));
      case "sub-run-no-wait" -> assertThat(output).isEqualTo(Json.read("{\"answer\":null}"));
      case "swarm-reducers" -> {
        assertThat(output.path("most").asText()).isIn("left", "right");
        assertThat(output.path("enough")).isEqualTo(output.path("most"));
        assertThat(output.path("together").properties()).hasSize(2);
        assertThat(output.path("fastest")).hasSize(2);
        assertThat(output.path("judged").asText()).isNotEmpty();
      }
      case "listen-strategies" ->
          assertThat(output)
              .isEqualTo(
                  Json.read(
                      "{\"one\":\"com.example.strategies.placed\",\"all\":[7,7],\"readings\":[\"0: 20\",\"1: 22\"]}"));
      case "raise" ->
          assertThat(output.path("refused").asText()).isEqualTo("1200 is more than 1000");
      case "schemas" -> assertThat(output.path("text").asText()).isEqualTo("To pay: 12");
      default -> assertThat(output.isMissingNode()).as(name).isFalse();
    }
  }

  private static JsonNode ended(Customer customer, String agent, String document, JsonNode input) {
    var workflow = customer.postYaml("/workflows", document);
    var body = Json.object().put("workflow", workflow.path("id").asText()).put("agent", agent);
    body.set("input", input);
    var run = customer.post("/runs", body).path("id").asText();
    return ended(customer, "/runs/" + run);
  }

  private static JsonNode ended(Customer customer, String run) {
    return Patience.await(run)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> customer.get(run), it -> ENDED.contains(it.path("state").asText()));
  }
}
