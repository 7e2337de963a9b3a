package io.ganglion.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.PlatformServer;
import io.ganglion.connector.mcp.McpPeer;
import io.ganglion.kernel.Json;
import io.ganglion.testing.Customer;
import io.ganglion.testing.LoopbackPlatform;
import io.ganglion.testing.LoopbackPlatform.Entry;
import io.ganglion.testing.LoopbackPlatform.Fault;
import io.ganglion.testing.Patience;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Runs that act through connectors a tenant made itself, judged by the journal of the server behind
 * them.
 */
@QuarkusTest
@Tag("it")
class OwnConnectorRunTest {
  private static final Set<String> ENDED =
      Set.of("SUCCEEDED", "COMPENSATED", "FAILED", "CANCELLED", "NEEDS_ATTENTION");

  @TestHTTPResource("/")
  String url = "";

  private Customer customer;
  private LoopbackPlatform platform;
  private String agent = "";
  private int number;

  @BeforeEach
  void open() throws IOException {
    customer = Customer.newTenant(url.replaceAll("/$", ""));
    platform = new LoopbackPlatform();
    platform.answers(entry -> "{\"id\":7,\"token\":\"shop-key-0123456789\"}");
    var connector = Json.object().put("name", "my-shop");
    connector.put(
        "document",
        """
        openapi: 3.0.3
        info: {title: Shop, version: '1'}
        servers: [{url: '%s'}]
        components: {securitySchemes: {key: {type: http, scheme: bearer}}}
        security: [{key: []}]
        paths:
          /items:
            get: {operationId: listItems, parameters: [{name: tag, in: query, schema: {type: string}}], responses: {'200': {description: ok}}}
            post: {operationId: addItem, requestBody: {content: {application/json: {schema: {type: object, properties: {name: {type: string}}}}}}, responses: {'201': {description: ok}}}
          /items/{id}:
            parameters: [{name: id, in: path, required: true, schema: {type: [string, integer]}}]
            put: {operationId: putItem, requestBody: {content: {application/json: {schema: {type: object}}}}, responses: {'200': {description: ok}}}
            delete: {operationId: deleteItem, responses: {'204': {description: ok}}}
        """
            .formatted(platform.url("")));
    customer.post("/connectors", connector);
    connect("my-shop", "shop", "{\"key\":\"shop-key-0123456789\"}");
    agent = agent("keeper", "shop");
  }

  @AfterEach
  void close() {
    platform.close();
  }

  @Test
  void an_action_of_ones_own_is_called_like_any_other() {
    var run = run(call("addItem", "body: {name: '${ .name }'}"));
    assertThat(run.path("state").asText()).as(run.toString()).isEqualTo("SUCCEEDED");
    assertThat(platform.journal())
        .containsExactly(new Entry("POST", "/items", "{\"name\":\"tea\"}"));
    assertThat(run.path("output").path("id").asInt()).isEqualTo(7);
    assertThat(run.path("output").path("token").asText()).isEqualTo("[redacted]");
    var effect = effects(run).getFirst();
    assertThat(effect.path("connector").asText()).isEqualTo("my-shop");
    assertThat(effect.path("reference").asText()).isEqualTo("7");
    assertThat(effect.path("undo_class").asText()).isEqualTo("irreversible");
  }

  @Test
  void a_post_whose_answer_is_lost_is_never_sent_again_and_needs_a_person() {
    platform.fault("/items", Fault.RESET_AFTER_EFFECT);
    var run = run(call("addItem", "body: {name: tea}"));
    assertThat(run.path("state").asText()).as(run.toString()).isEqualTo("NEEDS_ATTENTION");
    assertThat(effects(run).getFirst().path("state").asText()).isEqualTo("UNKNOWN");
    assertThat(platform.effects("/items")).isEqualTo(1);
  }

  @Test
  void a_put_whose_answer_is_lost_is_sent_again_the_same() {
    platform.fault("/items/7", Fault.RESET_AFTER_EFFECT);
    var run = run(call("putItem", "id: 7, body: {name: tea}"));
    assertThat(run.path("state").asText()).as(run.toString()).isEqualTo("SUCCEEDED");
    assertThat(platform.journal())
        .containsExactly(
            new Entry("PUT", "/items/7", "{\"name\":\"tea\"}"),
            new Entry("PUT", "/items/7", "{\"name\":\"tea\"}"));
  }

  @Test
  void a_read_that_fails_is_asked_again() {
    platform.fault("/items", Fault.UNAVAILABLE, Fault.RATE_LIMITED);
    var run = run(call("listItems", "tag: tea"));
    assertThat(run.path("state").asText()).as(run.toString()).isEqualTo("SUCCEEDED");
    assertThat(effects(run).getFirst().path("attempts").asInt()).isEqualTo(3);
  }

  @Test
  void a_post_with_a_key_goes_again_under_the_same_key() {
    edit("{\"actions\":{\"addItem\":{\"idempotency_header\":\"Idempotency-Key\"}}}");
    platform.fault("/items", Fault.RESET_AFTER_EFFECT);
    var run = run(call("addItem", "body: {name: tea}"));
    assertThat(run.path("state").asText()).as(run.toString()).isEqualTo("SUCCEEDED");
    var keys = platform.headers("Idempotency-Key");
    assertThat(keys).hasSize(2);
    assertThat(keys.get(0)).isEqualTo(keys.get(1)).startsWith("eff_");
  }

  @Test
  void what_the_tenant_says_takes_it_back_takes_it_back() {
    edit(
        """
        {"actions": {"addItem": {"undo":
          {"undo_class": "reversible", "action": "deleteItem", "arguments": {"id": "/output/id"}}}}}
        """);
    var run =
        run(
            call("addItem", "body: {name: tea}")
                + "      metadata: {ganglion: {compensate: auto}}\n"
                + "  - fail: {raise: {error: {type: https://example.com/x, status: 500, title:"
                + " no}}}\n");
    assertThat(run.path("state").asText()).as(run.toString()).isEqualTo("COMPENSATED");
    assertThat(platform.journal())
        .extracting(entry -> entry.method() + " " + entry.path())
        .containsExactly("POST /items", "DELETE /items/7");
  }

  @Test
  void an_edit_changes_nothing_of_what_is_under_way() {
    platform.fault("/items/7", Fault.RESET_AFTER_EFFECT, Fault.UNAVAILABLE, Fault.UNAVAILABLE);
    var run = start(call("putItem", "id: 7, body: {name: tea}"));
    Patience.await(run).until(() -> platform.effects("/items/7") >= 1);
    edit("{\"actions\":{\"putItem\":{\"retry_class\":\"blind\"}}}");
    var ended = ended(run);
    assertThat(ended.path("state").asText()).as(ended.toString()).isEqualTo("SUCCEEDED");
    assertThat(effects(ended).getFirst().path("retry_class").asText()).isEqualTo("idempotent");
  }

  @Test
  void a_workflow_that_calls_what_is_switched_off_fails_there_and_not_before() {
    var tasks = "  - first: {set: {seen: true}}\n" + call("addItem", "body: {name: tea}");
    var workflow = workflow(tasks);
    edit("{\"actions\":{\"addItem\":{\"offered\":false}}}");
    var run = ended(started(workflow));
    assertThat(run.path("state").asText()).as(run.toString()).isEqualTo("FAILED");
    assertThat(run.at("/error/detail").asText()).contains("my-shop.addItem is not offered");
    assertThat(platform.journal()).isEmpty();
  }

  @Test
  void a_tool_of_a_server_is_called_and_one_that_changed_is_not() {
    var peer = new McpPeer(true);
    try (var server = new PlatformServer(peer)) {
      var connector = Json.object().put("name", "my-tools");
      connector.putObject("mcp").put("url", server.url() + "/mcp");
      customer.post("/connectors", connector);
      connect("my-tools", "tools", "{\"token\":\"tools-token-0123\"}");
      agent = agent("speaker", "tools");
      var say = "  - say: {call: my-tools.echo, with: {connection: tools, message: hello}}\n";
      var run = run(say);
      assertThat(run.path("state").asText()).as(run.toString()).isEqualTo("SUCCEEDED");
      assertThat(run.at("/output/content/0/text").asText()).isEqualTo("hello");
      assertThat(peer.calls()).hasSize(1);
      peer.shows("[{\"name\":\"echo\",\"inputSchema\":{\"type\":\"object\",\"maxProperties\":9}}]");
      var refused = run(say);
      assertThat(refused.path("state").asText()).as(refused.toString()).isEqualTo("FAILED");
      assertThat(refused.at("/error/detail").asText()).contains("echo has changed");
      assertThat(peer.calls()).hasSize(1);
    }
  }

  private void connect(String connector, String name, String credentials) {
    var connection = Json.object().put("connector", connector).put("name", name);
    connection.set("credentials", Json.read(credentials));
    customer.post("/connections", connection);
  }

  private String agent(String name, String connection) {
    var body = Json.object().put("name", name);
    body.putArray("connections").add(connection);
    body.putObject("policy").put("irreversible", "allow");
    return customer.post("/agents", body).path("id").asText();
  }

  private void edit(String body) {
    customer.patch("/connectors/my-shop", Json.read(body));
  }

  private static String call(String action, String with) {
    return "  - act:\n      call: my-shop.%s\n      with: {connection: shop, %s}\n"
        .formatted(action, with);
  }

  private JsonNode run(String tasks) {
    return ended(start(tasks));
  }

  private String start(String tasks) {
    return started(workflow(tasks));
  }

  private String workflow(String tasks) {
    var document =
        "document: {dsl: '1.0.3', namespace: own, name: acts-%d, version: '1.0.0'}%ndo:%n%s"
            .formatted(++number, tasks);
    return customer.postYaml("/workflows", document).path("id").asText();
  }

  private String started(String workflow) {
    var body = Json.object().put("workflow", workflow).put("agent", agent);
    body.putObject("input").put("name", "tea");
    return customer.post("/runs", body).path("id").asText();
  }

  private JsonNode ended(String run) {
    return Patience.await(run)
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> customer.get("/runs/" + run), it -> ENDED.contains(it.path("state").asText()));
  }

  private List<JsonNode> effects(JsonNode run) {
    return customer.all("/runs/" + run.path("id").asText() + "/effects");
  }
}
