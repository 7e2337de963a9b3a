package io.ganglion.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.testing.Customer;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Troupe;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Agents of ZerePy, taken over by the command line, at work in the laboratory. */
@QuarkusTest
@Tag("client")
class ZerePyImportTest {
  private static final Path CLIENT = Path.of("../clients/typescript");

  @TestHTTPResource("/")
  URI url;

  @TempDir Path temporary;
  private Customer customer;
  private Troupe troupe;

  @BeforeEach
  void connect() {
    customer = Customer.newTenant(url.toString().replaceAll("/$", ""));
    troupe = new Troupe(customer).with("x", "twitter").with("model", "openai").with("x", "fan");
  }

  @Test
  void what_is_imported_does_the_drawn_task_and_a_mention_is_answered_once() throws Exception {
    take("poster", "post-tweet");
    assertThat(run("zerepy/poster", "poster", Json.object()).path("state").asText())
        .isEqualTo("SUCCEEDED");
    assertThat(posts()).hasSize(1);

    take("answerer", "reply-to-tweet");
    var mention = mention();
    run("zerepy/answerer", "answerer", Json.object());
    assertThat(posts()).hasSize(3);
    assertThat(posts())
        .anySatisfy(
            post ->
                assertThat(post.at("/payload/referenced_tweets/0/id").asText()).isEqualTo(mention));
    run("zerepy/answerer", "answerer", Json.object());
    assertThat(posts()).as("it has an answer").hasSize(3);
  }

  private void take(String name, String task) throws Exception {
    var sample =
        (ObjectNode) Json.read(Files.readString(CLIENT.resolve("tests").resolve("zerepy.json")));
    sample.put("name", name);
    sample.putArray("traits");
    sample.putArray("examples");
    sample.putArray("tasks").addObject().put("name", task).put("weight", 1);
    var config = sample.putArray("config");
    config.addObject().put("name", "twitter");
    config.addObject().put("name", "openai").put("model", "lab-small-1");
    var file = Files.writeString(temporary.resolve(name + ".json"), Json.write(sample));
    var build = Program.start(CLIENT, Map.of(), List.of("npm", "run", "-s", "build"));
    assertThat(build.end()).as(build.said()).isZero();
    var environment =
        Map.of("GANGLION_URL", url.toString().replaceAll("/$", ""), "GANGLION_KEY", customer.key());
    var command = List.of("node", "dist/cli/main.js", "import", "zerepy", file.toString());
    var imported = Program.start(CLIENT, environment, command);
    assertThat(imported.end()).as(imported.said()).isZero();
    assertThat(imported.said()).contains("its schedule is paused", "openai: model, production");
  }

  /** Somebody else's post that names the account; gives its identifier. */
  private String mention() {
    var name = "";
    for (var connection : customer.get("/connections").path("data")) {
      if (connection.path("name").asText().equals("twitter")) {
        name = connection.path("label").asText();
      }
    }
    var document =
        """
        document: {dsl: '1.0.3', namespace: zerepy, name: fan, version: '1.0.0'}
        do:
          - ask: {call: x.createPost, with: {connection: fan, text: '${ .text }'}}
        """;
    customer.postYaml("/workflows", document);
    troupe.agent("fan");
    var input = Json.object().put("text", "hello %s, is \"jasmine\" there?".formatted(name));
    return run("zerepy/fan", "fan", input).at("/output/id").asText();
  }

  private JsonNode run(String workflow, String agent, JsonNode input) {
    var id = "";
    for (var one : customer.get("/agents").path("data")) {
      id = one.path("name").asText().equals(agent) ? one.path("id").asText() : id;
    }
    var start = Json.object().put("workflow", workflow).put("agent", id);
    start.set("input", input);
    var run = customer.post("/runs", start).path("id").asText();
    return Patience.await(workflow + " has ended")
        .until(() -> customer.get("/runs/" + run), it -> !it.path("ended_at").isNull());
  }

  private List<JsonNode> posts() {
    return customer.all("/lab/journal?platform=x&kind=post.created");
  }
}
