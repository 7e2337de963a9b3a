package io.ganglion.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.connector.PlatformServer;
import io.ganglion.connector.a2a.A2aPeer;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@Tag("it")
class A2aCallTest {
  private static final String HELLO =
      "parameters: {message: {parts: [{kind: text, text: '${ .say }'}]}}";

  private final A2aPeer peer = new A2aPeer();
  private final PlatformServer server = new PlatformServer(peer);
  private Kit kit;

  @BeforeEach
  void signUp() {
    kit = new Kit();
  }

  @AfterEach
  void close() {
    server.close();
  }

  /** {@code @} stands for the agent's server. */
  private Kit.Ended call(String with) {
    return kit.run(
        "do:\n  - ask:\n      call: a2a\n      with: {%s}\n"
            .formatted(with.replace("@", server.url().toString())),
        "{\"say\":\"hello\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "server: '@/a2a' | /parts/0/text",
        "agentCard: {endpoint: '@/.well-known/agent-card.json'} | /parts/0/text",
        "agentCard: {endpoint: '@/new/agent-card.json'} | /message/parts/0/text"
      })
  void a_message_is_sent_once_in_the_version_the_agent_speaks(String to, String text) {
    var output = call(to + ", method: message/send, " + HELLO).output();
    assertThat(output.at(text).asText()).isEqualTo("You said: hello");
    assertThat(peer.told()).hasSize(1);
    assertThat(peer.told().getFirst().path("messageId").asText()).hasSize(36);
    assertThat(peer.told().getFirst().path("role").asText()).isIn("user", "ROLE_USER");
  }

  @Test
  void a_stream_is_the_array_of_its_results() {
    var output = call("server: '@/a2a', method: message/stream, " + HELLO).output();
    assertThat(output).hasSize(2);
    assertThat(output.at("/0/id").asText()).isEqualTo("t-1");
    assertThat(output.at("/1/status/state").asText()).isEqualTo("completed");
  }

  @Test
  void tasks_are_read_and_cancelled() {
    assertThat(
            call("server: '@/a2a', method: tasks/get, parameters: {id: t-1}")
                .output()
                .at("/status/state")
                .asText())
        .isEqualTo("working");
    assertThat(
            call("server: '@/a2a', method: tasks/cancel, parameters: {id: t-1}")
                .output()
                .at("/status/state")
                .asText())
        .isEqualTo("canceled");
  }

  @Test
  void credentials_go_to_the_named_origin_alone() {
    call("agentCard: {endpoint: {uri: '@/.well-known/agent-card.json', authentication: {bearer:"
            + " {token: a-token}}}}, method: message/send, "
            + HELLO)
        .output();
    assertThat(server.journal())
        .hasSize(2)
        .allSatisfy(r -> assertThat(r.headers()).containsEntry("authorization", "Bearer a-token"));
    call("agentCard: {endpoint: {uri: '@/far/agent-card.json', authentication: {bearer:"
            + " {token: a-token}}}}, method: message/send, "
            + HELLO)
        .output();
    assertThat(server.journal().getLast().path()).isEqualTo("/a2a");
    assertThat(server.journal().getLast().headers()).doesNotContainKey("authorization");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "server: '@/a2a', method: tasks/get, parameters: {id: none} | 404 | error -32001: Task not found",
        "server: '@/a2a', method: tasks/list | 404 | error -32601: Method not found",
        "server: '@/none', method: tasks/list | 404 | answered 404",
        "agentCard: {endpoint: '@/grpc/agent-card.json'}, method: tasks/list | 502 | offers no JSON-RPC",
        "agentCard: {endpoint: '@/none'}, method: tasks/list | 404 | answered 404"
      })
  void a_call_that_fails_is_an_error_of_one_shape(String with, int status, String detail) {
    var error = call(with).error();
    assertThat(error.path("status").asInt()).isEqualTo(status);
    assertThat(error.path("detail").asText()).contains(detail);
    assertThat(error.path("type").asText()).isEqualTo(Kit.ERRORS + "runtime");
    assertThat(error.path("instance").asText()).isEqualTo("/do/0/ask");
  }

  @Test
  void an_error_that_proves_nothing_of_a_message_needs_a_person() {
    var run =
        call(
            "server: '@/a2a', method: message/send, parameters: {message: {parts: [{kind: text,"
                + " text: break}]}}");
    assertThat(run.view().path("state").asText()).isEqualTo("NEEDS_ATTENTION");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{method: message/send, parameters: {message: {parts: [{kind: text}]}}} | /with | server",
        "{method: tasks/get, server: 'file:///etc/passwd', parameters: {id: a}} | /with/server | ^https?://",
        "{method: tasks/eat, server: 'https://a.example'} | /with/method | tasks/get"
      })
  void what_is_not_offered_is_refused_with_its_place(String with, String pointer, String detail) {
    var errors = kit.refused("do:\n  - ask: {call: a2a, with: " + with + "}");
    assertThat(errors.at("/0/pointer").asText()).isEqualTo("/do/0/ask" + pointer);
    assertThat(errors.at("/0/detail").asText()).contains(detail);
  }
}
