package io.ganglion.connector.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Connector;
import io.ganglion.connector.ConnectorContract;
import io.ganglion.connector.PlatformServer;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.connector.PlatformServer.Request;
import io.ganglion.connector.RetryClass;
import io.ganglion.connector.Subject;
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
  static final class Tools implements Subject {
    private static final String TOKEN = "literal-bearer-secret";

    private final McpPeer peer = new McpPeer(true);
    private final String method;
    private final String retry;
    private final RetryClass retryClass;

    Tools(String method, String retry, RetryClass retryClass) {
      this.method = method;
      this.retry = retry;
      this.retryClass = retryClass;
    }

    @Override
    public Connector connector(Egress egress, Clock clock) {
      return new McpConnector(egress, clock);
    }

    /** Not a connection's: what the call itself carries and nobody may see again. */
    @Override
    public JsonNode credentials() {
      return Json.object().put("token", TOKEN);
    }

    @Override
    public String principal() {
      return "";
    }

    @Override
    public boolean hasAccount() {
      return false;
    }

    @Override
    public String action() {
      return "request";
    }

    @Override
    public JsonNode arguments(PlatformServer platform) {
      var arguments = Json.object().put("method", method).put("protocolVersion", "2025-06-18");
      arguments.putObject("client").put("name", "test").put("version", "1");
      arguments
          .putObject("endpoint")
          .put("uri", platform.url() + "/mcp")
          .putObject("authentication")
          .putObject("bearer")
          .put("token", TOKEN);
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
    public String reference() {
      return "";
    }

    @Override
    public RetryClass retryClass() {
      return retryClass;
    }

    @Override
    public Reply on(Request request) {
      return request.headers().getOrDefault("authorization", "").equals("Bearer " + TOKEN)
          ? peer.on(request)
          : Reply.json(401, "{}");
    }
  }
}
