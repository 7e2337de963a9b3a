package io.ganglion.api.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import io.ganglion.testing.Customer;
import io.ganglion.testing.Troupe;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Clients of revisions with sessions, by the official library's client. */
@QuarkusTest
@Tag("it")
class SessionClientTest {
  @TestHTTPResource("/")
  String root = "";

  private String url = "";
  private Customer customer;
  private Troupe troupe;

  @BeforeEach
  void signUp() {
    url = root.replaceAll("/$", "");
    customer = Customer.newTenant(url);
    troupe = new Troupe(customer).with("x", "main");
  }

  private long happened(String kind) {
    return customer.all("/lab/journal?platform=x").stream()
        .filter(entry -> entry.path("kind").asText().equals(kind))
        .count();
  }

  private static JsonNode call(McpSyncClient client, String tool, Map<String, Object> arguments) {
    CallToolResult result = client.callTool(new CallToolRequest(tool, arguments));
    return Wire.tree(result.structuredContent());
  }

  @Test
  void a_session_is_opened_and_its_calls_are_steps_of_one_run() {
    try (var client = Clients.withSession(url, "/mcp/" + troupe.agent("hand"), customer.key())) {
      assertThat(client.getCurrentInitializationResult().protocolVersion())
          .isEqualTo(Stateful.LATEST);
      client.ping();
      assertThat(client.listTools().tools()).extracting(Tool::name).contains("main_createPost");
      var one = call(client, "main_createPost", Map.of("text", "one"));
      var two = call(client, "main_createPost", Map.of("text", "two"));
      assertThat(one.path("state").asText()).as(Json.write(one)).isEqualTo("completed");
      assertThat(two.path("run")).isEqualTo(one.path("run"));
      var run = customer.get("/runs/" + one.path("run").asText());
      assertThat(run.path("workflow").isNull()).isTrue();
      assertThat(run.path("input").path("mcp").path("client").path("name").asText()).isNotEmpty();
    }
    assertThat(happened("post.created")).isEqualTo(2);
  }

  @Test
  void the_tenant_s_only_agent_needs_no_name() {
    troupe.agent("only");
    try (var client = Clients.withSession(url, "/mcp", customer.key())) {
      assertThat(client.listTools().tools()).extracting(Tool::name).contains("main_createPost");
    }
  }

  @Test
  void the_user_is_asked_by_a_request_on_the_call_s_stream() {
    var agent = "/mcp/" + troupe.agent("careful", "approve");
    try (var client =
        Clients.withUser(
            url,
            agent,
            customer.key(),
            question ->
                new ElicitResult(ElicitResult.Action.ACCEPT, Map.of("decision", "approve")))) {
      var id =
          call(client, "main_createPost", Map.of("text", "to go"))
              .path("output")
              .path("id")
              .asText();
      var deleted = call(client, "main_deletePost", Map.of("id", id));
      assertThat(deleted.path("state").asText()).as(Json.write(deleted)).isEqualTo("completed");
    }
    assertThat(happened("post.deleted")).isEqualTo(1);
  }

  @Test
  void a_user_who_closes_the_question_has_decided_nothing() {
    var agent = "/mcp/" + troupe.agent("careful", "approve");
    try (var client =
        Clients.withUser(
            url,
            agent,
            customer.key(),
            question -> new ElicitResult(ElicitResult.Action.CANCEL, Map.of()))) {
      var id =
          call(client, "main_createPost", Map.of("text", "stays"))
              .path("output")
              .path("id")
              .asText();
      var pending = call(client, "main_deletePost", Map.of("id", id));
      assertThat(pending.path("state").asText()).as(Json.write(pending)).isEqualTo("pending");
    }
    assertThat(happened("post.deleted")).isZero();
    assertThat(customer.all("/approvals?state=PENDING")).hasSize(1);
  }

  @Test
  void each_question_has_a_name_of_its_own_and_its_answer_finds_the_approval() throws Exception {
    var agent = "/mcp/" + troupe.agent("careful", "approve");
    var client = new RawClient(url + agent, customer.key());
    var post = client.call("main_createPost", Json.object().put("text", "to go"), "");
    var act =
        Json.object()
            .put("id", post.path("output").path("id").asText())
            .put("idempotency_key", "del");
    var closed = client.call("main_deletePost", act, "{\"action\":\"cancel\"}");
    assertThat(closed.path("state").asText()).as(Json.write(closed)).isEqualTo("pending");
    var approved =
        client.call(
            "main_deletePost",
            act,
            "{\"action\":\"accept\",\"content\":{\"decision\":\"approve\"}}");
    assertThat(approved.path("state").asText()).as(Json.write(approved)).isEqualTo("completed");
    assertThat(client.questions()).hasSize(2).doesNotHaveDuplicates();
    assertThat(happened("post.deleted")).isEqualTo(1);
  }
}
