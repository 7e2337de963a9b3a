package io.ganglion.connector.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.AtPeer;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.RealPeer;
import io.ganglion.kernel.Json;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Against the reference server of the Model Context Protocol, {@code server-everything}. */
@Tag("connectors")
@Tag("long")
class McpEverythingTest {
  @RegisterExtension static final RealPeer PEER = new RealPeer("everything");

  private final AtPeer server =
      new AtPeer(PEER, egress -> new McpConnector(egress, Clock.systemUTC()), Json.object(), "");

  @AfterEach
  void close() {
    server.close();
  }

  private ObjectNode asks(String method) {
    var arguments = Json.object().put("method", method).put("protocolVersion", "2025-06-18");
    arguments.putObject("endpoint").put("uri", server.at("/mcp").toString());
    arguments.putObject("client").put("name", "ganglion").put("version", "1");
    return arguments;
  }

  private ObjectNode tool(String name, ObjectNode with) {
    var arguments = asks("tools/call");
    arguments.putObject("parameters").put("name", name).set("arguments", with);
    return arguments;
  }

  @Test
  void its_tools_are_listed() {
    var tools = server.output("request", asks("tools/list"));
    assertThat(tools.toString()).contains("\"echo\"", "inputSchema");
  }

  @Test
  void a_tool_is_called() {
    var said = server.output("request", tool("echo", Json.object().put("message", "tea")));
    assertThat(said.toString()).contains("tea");
    var sum = server.output("request", tool("get-sum", Json.object().put("a", 2).put("b", 40)));
    assertThat(sum.toString()).contains("42");
  }

  @Test
  void a_tool_that_refuses_its_arguments_is_told_as_its_error() {
    var outcome = server.send("request", tool("get-sum", Json.object().put("a", "two")));
    assertThat(outcome).isNotInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void prompts_and_resources_are_read() {
    assertThat(server.output("request", asks("prompts/list")).toString()).contains("prompts");
    assertThat(server.output("request", asks("resources/list")).toString()).contains("resources");
  }
}
