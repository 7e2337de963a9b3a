package io.ganglion.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.connector.PlatformServer;
import io.ganglion.connector.mcp.McpPeer;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@Tag("it")
class McpCallTest {
  private final McpPeer peer = new McpPeer(true);
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

  private Kit.Ended call(String rest) {
    return kit.run(
        """
        do:
          - ask:
              call: mcp
              with: {transport: {http: {endpoint: '%s/{path}'}}, %s}
        """
            .formatted(server.url(), rest),
        "{\"path\":\"mcp\",\"say\":\"hello\"}");
  }

  @Test
  void the_tools_of_a_server_are_listed() {
    assertThat(call("method: tools/list").output().at("/tools/0/name").asText()).isEqualTo("echo");
    assertThat(server.journal().getFirst().path()).isEqualTo("/mcp");
  }

  @Test
  void a_tool_is_called_once_with_its_arguments() {
    var output =
        call("method: tools/call, parameters: {name: echo, arguments: {message: '${ .say }'}},"
                + " protocolVersion: '2025-03-26', client: {name: us, version: '2'}, timeout: PT9S")
            .output();
    assertThat(output.at("/content/0/text").asText()).isEqualTo("hello");
    assertThat(peer.calls()).hasSize(1);
    assertThat(peer.sessions()).as("sessions left open").isZero();
    assertThat(server.journal().getFirst().body()).contains("\"name\":\"us\"");
    assertThat(server.journal().getLast().headers())
        .containsEntry("mcp-protocol-version", "2025-03-26");
  }

  @Test
  void parameters_may_be_one_expression() {
    var output = call("method: resources/read, parameters: '${ {uri: \"file:///tea\"} }'").output();
    assertThat(output.at("/contents/0/text").asText()).isEqualTo("green");
  }

  @Test
  void an_endpoint_s_authentication_and_headers_go_with_every_message() {
    kit.run(
            """
            do:
              - ask:
                  call: mcp
                  with:
                    method: tools/list
                    transport:
                      http:
                        endpoint: {uri: '%s', authentication: {bearer: {token: a-token}}}
                        headers: {X-Team: tea, Accept: nothing}
            """
                .formatted(server.url()))
        .output();
    assertThat(server.journal())
        .allSatisfy(
            request -> {
              assertThat(request.headers()).containsEntry("authorization", "Bearer a-token");
              assertThat(request.headers()).containsEntry("x-team", "tea");
            });
  }

  @Test
  void a_tool_whose_failure_proves_nothing_needs_a_person_unless_its_author_vouches_for_it() {
    var broken =
        "call: mcp, with: {method: tools/call, parameters: {name: broken}, transport: {http: {endpoint: '%s'}}}";
    var blind = kit.run("do:\n  - ask: {" + broken.formatted(server.url()) + "}");
    assertThat(blind.view().path("state").asText()).isEqualTo("NEEDS_ATTENTION");
    var vouched =
        kit.run(
            "do:\n  - ask: {"
                + broken.formatted(server.url())
                + ", metadata: {ganglion: {retry: pure}}}");
    assertThat(vouched.error().path("type").asText()).isEqualTo(Kit.ERRORS + "runtime");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tools/call, parameters: {name: fail} | 500 | the tool failed: no tea left",
        "tools/call, parameters: {name: nothing} | 400 | error -32602: Unknown tool: nothing",
        "resources/read, parameters: {uri: 'file:///no'} | 404 | error -32002: Resource not found",
        "prompts/get, parameters: {name: no} | 404 | error -32601: Method not found",
        "tools/call, parameters: {name: '${ null }'} | 400 | name",
        "tools/list, timeout: '${ \"soon\" }' | 400 | ISO 8601"
      })
  void a_call_that_fails_is_an_error_of_one_shape(String method, int status, String detail) {
    var error = call("method: " + method).error();
    assertThat(error.path("status").asInt()).isEqualTo(status);
    assertThat(error.path("detail").asText()).contains(detail);
    assertThat(error.path("instance").asText()).isEqualTo("/do/0/ask");
    assertThat(error.path("type").asText()).isIn(Kit.ERRORS + "runtime", Kit.ERRORS + "validation");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{method: tools/list, transport: {stdio: {command: npx}}} | /with/transport/stdio | programs are not run in a hosted service",
        "{method: tools/list, transport: {http: {endpoint: 'ftp://a.example'}}} | /with/transport/http/endpoint | ^https?://",
        "{method: tools/list, transport: {}} | /with/transport | http",
        "{method: sampling/createMessage, transport: {http: {endpoint: 'https://a.example'}}} | /with/method | tools/list",
        "{method: tools/list, timeout: PT1H, transport: {http: {endpoint: 'https://a.example'}}} | /with/timeout | from 1 ms to 120 s",
        "{method: tools/list, protocolVersion: '1999-01-01', transport: {http: {endpoint: 'https://a.example'}}} | /with/protocolVersion | 2025-06-18"
      })
  void what_is_not_offered_is_refused_with_its_place(String with, String pointer, String detail) {
    var errors = kit.refused("do:\n  - ask: {call: mcp, with: " + with + "}");
    assertThat(errors.at("/0/pointer").asText()).isEqualTo("/do/0/ask" + pointer);
    assertThat(errors.at("/0/detail").asText()).contains(detail);
  }

  @Test
  void only_calls_that_nobody_else_can_vouch_for_say_how_they_may_be_repeated() {
    var errors =
        kit.refused(
            "do:\n  - ask: {call: ganglion.record, with: {value: 1},"
                + " metadata: {ganglion: {retry: pure}}}");
    assertThat(errors.at("/0/pointer").asText()).isEqualTo("/do/0/ask/metadata/ganglion/retry");
  }
}
