package io.ganglion.connector.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Connector;
import io.ganglion.connector.ConnectorContract;
import io.ganglion.connector.PlatformServer;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.connector.PlatformServer.Request;
import io.ganglion.connector.RetryClass;
import io.ganglion.connector.Subject;
import io.ganglion.connector.endpoint.EndpointSubject;
import io.ganglion.egress.Egress;
import io.ganglion.kernel.Json;
import java.time.Clock;
import org.junit.jupiter.api.Nested;

class McpContractTest {
  @Nested
  class List_of_tools extends ConnectorContract {
    @Override
    protected Subject subject() {
      return new Tools("tools/list", "", RetryClass.PURE);
    }
  }

  @Nested
  class Tool extends ConnectorContract {
    @Override
    protected Subject subject() {
      return new Tools("tools/call", "", RetryClass.BLIND);
    }
  }

  @Nested
  class Tool_that_only_reads extends ConnectorContract {
    @Override
    protected Subject subject() {
      return new Tools("tools/call", "pure", RetryClass.PURE);
    }
  }

  /** A server of tools behind a token. */
  static final class Tools extends EndpointSubject {
    private final McpPeer peer = new McpPeer(true);
    private final String method;
    private final String retry;

    Tools(String method, String retry, RetryClass retryClass) {
      super(retryClass);
      this.method = method;
      this.retry = retry;
    }

    @Override
    public Connector connector(Egress egress, Clock clock) {
      return new McpConnector(egress, clock);
    }

    @Override
    public JsonNode arguments(PlatformServer platform) {
      var arguments =
          at(
              platform.url() + "/mcp",
              Json.object().put("method", method).put("protocolVersion", "2025-06-18"));
      arguments.putObject("client").put("name", "test").put("version", "1");
      if (method.equals("tools/call")) {
        arguments
            .putObject("parameters")
            .put("name", "echo")
            .putObject("arguments")
            .put("message", TOKEN);
      }
      return retry.isEmpty() ? arguments : arguments.put("retry", retry);
    }

    @Override
    public boolean makesEffect(Request request) {
      return request.body().contains("\"" + method + "\"");
    }

    @Override
    public int effects() {
      return peer.calls().size();
    }

    @Override
    protected Reply known(Request request) {
      return peer.on(request);
    }
  }
}
