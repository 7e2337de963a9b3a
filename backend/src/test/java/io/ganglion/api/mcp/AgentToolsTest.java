package io.ganglion.api.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import io.ganglion.testing.Customer;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Troupe;
import io.modelcontextprotocol.modern.McpSchema.CallToolResult;
import io.modelcontextprotocol.modern.McpSchema.ElicitResult;
import io.modelcontextprotocol.modern.McpSchema.Tool;
import io.modelcontextprotocol.modern.client.McpSyncClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Agents' tools by the official library's client; the laboratory's journal judges. */
@QuarkusTest
@Tag("it")
class AgentToolsTest {
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

  private McpSyncClient client(String agent) {
    return Clients.current(url, "/mcp/" + agent, customer.key()).build();
  }

  private static CallToolResult post(McpSyncClient client, String text, String key) {
    return client
        .tool("main_createPost")
        .arguments(Map.of("text", text, "idempotency_key", key))
        .call();
  }

  private List<String> happened(String kind) {
    return customer.all("/lab/journal?platform=x").stream()
        .filter(entry -> entry.path("kind").asText().equals(kind))
        .map(entry -> entry.path("payload").path("text").asText(""))
        .toList();
  }

  private static JsonNode structured(CallToolResult result) {
    return Wire.tree(result.structuredContent());
  }

  private static String text(CallToolResult result) {
    return Wire.tree(result.content().getFirst()).path("text").asText();
  }

  private static String state(CallToolResult result) {
    return structured(result).path("state").asText();
  }

  @Test
  void tools_are_those_of_the_agent_with_hints_from_their_classes() {
    var tools =
        client(troupe.agent("hand")).listTools().list().tools().stream()
            .collect(Collectors.toMap(Tool::name, tool -> tool));
    assertThat(tools.keySet())
        .contains("main_createPost", "main_deletePost", "main_me", "ganglion_wait");
    var post = Objects.requireNonNull(tools.get("main_createPost"));
    assertThat(Wire.tree(post.inputSchema()).path("properties").has("text")).isTrue();
    assertThat(Wire.tree(post.inputSchema()).path("properties").has("idempotency_key")).isTrue();
    assertThat(post.annotations().readOnlyHint()).isFalse();
    assertThat(post.annotations().destructiveHint()).isFalse(); // it can be taken back
    assertThat(post.annotations().idempotentHint()).isFalse();
    assertThat(post.annotations().openWorldHint()).isTrue();
    assertThat(Objects.requireNonNull(tools.get("main_deletePost")).annotations().destructiveHint())
        .isTrue();
    assertThat(Objects.requireNonNull(tools.get("main_deletePost")).annotations().idempotentHint())
        .isTrue();
    assertThat(Objects.requireNonNull(tools.get("main_me")).annotations().readOnlyHint()).isTrue();
  }

  @Test
  void what_the_agent_s_policy_refuses_is_no_tool() {
    var agent = Json.object().put("name", "narrow");
    agent.putArray("connections").add("main");
    agent.putObject("policy").put("irreversible", "deny").putArray("actions").add("x.*");
    var id = customer.post("/agents", agent).path("id").asText();
    assertThat(client(id).listTools().list().tools())
        .extracting(Tool::name)
        .contains("main_createPost")
        .doesNotContain("main_deletePost");
  }

  @Test
  void a_long_list_comes_in_pages_without_gaps() {
    for (int i = 0; i < 13; i++) {
      troupe.with("x", "x" + i);
    }
    var client = client(troupe.agent("many"));
    var names = new ArrayList<String>();
    var page = client.tools().list();
    assertThat(page.nextCursor()).isNotNull();
    while (true) {
      page.tools().forEach(tool -> names.add(tool.name()));
      if (page.nextCursor() == null) {
        break;
      }
      page = client.tools().cursor(page.nextCursor()).list();
    }
    assertThat(names).doesNotHaveDuplicates().contains("main_createPost", "x12_createPost");
  }

  @Test
  void the_same_call_twice_under_one_key_is_one_post() {
    var client = client(troupe.agent("hand"));
    var first = post(client, "once", "announce");
    assertThat(state(first)).as(Json.write(structured(first))).isEqualTo("completed");
    var again = post(client, "once", "announce");
    assertThat(structured(again)).isEqualTo(structured(first));
    assertThat(happened("post.created")).containsExactly("once");
  }

  @Test
  void a_key_counts_for_the_agent_whatever_session_or_revision_asks() {
    var agent = troupe.agent("hand");
    var first = post(client(agent), "once", "announce");
    for (int i = 0; i < 2; i++) {
      try (var other = Clients.withSession(url, "/mcp/" + agent, customer.key())) {
        var again =
            other.callTool(
                new io.modelcontextprotocol.spec.McpSchema.CallToolRequest(
                    "main_createPost", Map.of("text", "once", "idempotency_key", "announce")));
        assertThat(Wire.tree(again.structuredContent())).isEqualTo(structured(first));
      }
    }
    assertThat(happened("post.created")).containsExactly("once");
  }

  @Test
  void another_act_under_the_same_key_is_refused_and_not_done() {
    var client = client(troupe.agent("hand"));
    post(client, "first", "announce");
    var other = post(client, "second", "announce");
    assertThat(other.isError()).isTrue();
    assertThat(other.structuredContent()).isNull(); // it would not be as the tool's schema says
    assertThat(Json.read(text(other)).path("code").asText()).isEqualTo("step_key_reused");
    assertThat(happened("post.created")).containsExactly("first");
  }

  @Test
  void calls_without_a_key_are_acts_of_their_own() {
    var client = client(troupe.agent("hand"));
    for (var text : List.of("one", "two")) {
      client.tool("main_createPost").arguments(Map.of("text", text)).call();
    }
    assertThat(happened("post.created")).containsExactlyInAnyOrder("one", "two");
  }

  @Test
  void a_key_goes_on_counting_when_its_session_run_has_ended() {
    var client = client(troupe.agent("hand"));
    var first = structured(post(client, "once", "announce"));
    var run = first.path("run").asText();
    customer.post("/runs/%s/complete".formatted(run), Json.object());
    Patience.await("the run has ended")
        .until(
            () -> customer.get("/runs/" + run).path("state").asText(),
            state -> state.equals("SUCCEEDED"));
    assertThat(structured(post(client, "once", "announce"))).isEqualTo(first);
    var next = structured(post(client, "next", "other"));
    assertThat(next.path("state").asText()).isEqualTo("completed");
    assertThat(next.path("run").asText()).isNotEqualTo(run);
    assertThat(happened("post.created")).containsExactlyInAnyOrder("once", "next");
  }

  @Test
  void wrong_arguments_are_told_and_nothing_is_done() {
    var client = client(troupe.agent("hand"));
    var wrong = client.tool("main_createPost").arguments(Map.of("txt", "typo")).call();
    assertThat(wrong.isError()).isTrue();
    assertThat(text(wrong)).contains("text");
    assertThat(happened("post.created")).isEmpty();
  }

  @Test
  void what_the_platform_refuses_is_an_error_of_the_tool() {
    var client = client(troupe.agent("hand"));
    var refused = client.tool("main_deletePost").arguments(Map.of("id", "1")).call();
    var structured = structured(refused);
    assertThat(structured.path("state").asText())
        .as(Json.write(structured))
        .isIn("faulted", "completed");
    assertThat(refused.isError()).isEqualTo(structured.path("state").asText().equals("faulted"));
  }

  @Test
  void a_user_who_approves_lets_an_act_be_done_once() {
    var agent = troupe.agent("careful", "approve");
    var id = structured(post(client(agent), "to go", "post")).path("output").path("id").asText();
    var asked = new AtomicInteger();
    var client =
        Clients.current(url, "/mcp/" + agent, customer.key())
            .formElicitation(
                question -> {
                  asked.incrementAndGet();
                  assertThat(question.message()).contains(id);
                  return ElicitResult.accept(Map.of("decision", "approve", "comment", "fine"));
                })
            .build();
    var deleted =
        client.tool("main_deletePost").arguments(Map.of("id", id, "idempotency_key", "del")).call();
    assertThat(state(deleted)).as(Json.write(structured(deleted))).isEqualTo("completed");
    assertThat(asked).hasValue(1);
    assertThat(happened("post.deleted")).hasSize(1);
    var approval = customer.all("/approvals?state=APPROVED").getFirst();
    assertThat(approval.path("comment").asText()).isEqualTo("fine");
  }

  @Test
  void a_user_who_rejects_keeps_an_act_from_being_done() {
    var agent = troupe.agent("careful", "approve");
    var id = structured(post(client(agent), "stays", "post")).path("output").path("id").asText();
    var client =
        Clients.current(url, "/mcp/" + agent, customer.key())
            .formElicitation(question -> ElicitResult.accept(Map.of("decision", "reject")))
            .build();
    var refused = client.tool("main_deletePost").arguments(Map.of("id", id)).call();
    assertThat(refused.isError()).isTrue();
    assertThat(state(refused)).isEqualTo("faulted");
    assertThat(happened("post.deleted")).isEmpty();
  }

  @Test
  void a_user_who_closes_the_question_is_not_asked_it_again_by_the_same_call() {
    var agent = troupe.agent("careful", "approve");
    var id = structured(post(client(agent), "stays", "post")).path("output").path("id").asText();
    for (var closing : List.of(ElicitResult.cancel(), ElicitResult.decline())) {
      var asked = new AtomicInteger();
      var client =
          Clients.current(url, "/mcp/" + agent, customer.key())
              .formElicitation(
                  question -> {
                    asked.incrementAndGet();
                    return closing;
                  })
              .build();
      var told =
          structured(
              client
                  .tool("main_deletePost")
                  .arguments(Map.of("id", id, "idempotency_key", "del"))
                  .call());
      assertThat(told.path("state").asText()).as(Json.write(told)).isEqualTo("pending");
      assertThat(told.path("approval").path("id").asText()).startsWith("apr_");
      assertThat(asked).hasValue(1);
    }
    assertThat(happened("post.deleted")).isEmpty();
    assertThat(customer.all("/approvals?state=PENDING")).hasSize(1);
  }

  @Test
  void a_client_that_can_t_ask_is_told_how_to_go_on() {
    var client = client(troupe.agent("careful", "approve"));
    var id = structured(post(client, "to go", "post")).path("output").path("id").asText();
    var pending =
        client.tool("main_deletePost").arguments(Map.of("id", id, "idempotency_key", "del")).call();
    var told = structured(pending);
    assertThat(told.path("state").asText()).as(Json.write(told)).isEqualTo("pending");
    assertThat(text(pending))
        .contains("ganglion_wait", told.path("run").asText(), told.path("step").asText());
    var approval = told.path("approval").path("id").asText();
    assertThat(structured(client.tool("ganglion_approvals_list").call()).toString())
        .contains(approval);
    client
        .tool("ganglion_approvals_decide")
        .arguments(Map.of("approval", approval, "decision", "approve"))
        .call();
    var waited =
        client
            .tool("ganglion_wait")
            .arguments(Map.of("run", told.path("run").asText(), "step", told.path("step").asText()))
            .call();
    assertThat(state(waited)).isEqualTo("completed");
    var again =
        client.tool("main_deletePost").arguments(Map.of("id", id, "idempotency_key", "del")).call();
    assertThat(state(again)).isEqualTo("completed");
    assertThat(happened("post.deleted")).hasSize(1);
  }

  @Test
  void a_call_that_takes_long_tells_how_far_it_is() {
    var fault = Json.object().put("platform", "x").put("kind", "slow").put("delay_ms", 7_000);
    customer.post("/lab/faults", fault);
    var told = new AtomicInteger();
    var result =
        client(troupe.agent("hand"))
            .tool("main_createPost")
            .arguments(Map.of("text", "slowly"))
            .progress(progress -> told.incrementAndGet())
            .call();
    assertThat(state(result)).isEqualTo("completed");
    assertThat(told.get()).isPositive();
  }

  @Test
  void the_agent_s_state_is_read_and_written_with_versions() {
    var client = client(troupe.agent("hand"));
    var written =
        client
            .tool("ganglion_state_put")
            .arguments(Map.of("key", "mood", "value", "calm", "version", 0))
            .call();
    assertThat(structured(written).path("version").asLong()).isEqualTo(1);
    var late =
        client
            .tool("ganglion_state_put")
            .arguments(Map.of("key", "mood", "value", "wild", "version", 0))
            .call();
    assertThat(late.isError()).isTrue();
    var read = client.tool("ganglion_state_get").arguments(Map.of("key", "mood")).call();
    assertThat(structured(read).path("value").asText()).isEqualTo("calm");
    assertThat(structured(read).path("updated_at").asText())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    var none = client.tool("ganglion_state_get").arguments(Map.of("key", "none")).call();
    assertThat(none.isError()).isTrue();
  }

  @Test
  void effects_in_doubt_are_listed_and_not_repeated() {
    var client = client(troupe.agent("hand"));
    customer.post(
        "/lab/faults",
        Json.object().put("platform", "x").put("kind", "reset_after").put("remaining", 1));
    client.tool("main_createPost").arguments(Map.of("text", "lost", "idempotency_key", "l")).call();
    assertThat(
            structured(client.tool("ganglion_effects_in_doubt").call()).path("effects").isArray())
        .isTrue();
    Patience.await("looked up")
        .until(() -> state(post(client, "lost", "l")), state -> state.equals("completed"));
    assertThat(happened("post.created")).containsExactly("lost");
  }
}
