package io.ganglion.addition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Connector;
import io.ganglion.connector.ConnectorContract;
import io.ganglion.connector.Credentials;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.PlatformServer;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.connector.PlatformServer.Request;
import io.ganglion.connector.Preparation;
import io.ganglion.connector.RetryClass;
import io.ganglion.connector.Session;
import io.ganglion.connector.Subject;
import io.ganglion.connector.mcp.McpClients;
import io.ganglion.connector.mcp.McpPeer;
import io.ganglion.egress.Egress;
import io.ganglion.egress.LoopbackEgress;
import io.ganglion.egress.Origin;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.Json;
import io.ganglion.schema.Schemas;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The tools of a server that speaks the protocol and keeps its own books. */
class ToolContractTest {
  private static final String TOKEN = "a-token-0123456789";
  private static final String TOOLS =
      """
      [{"name": "echo", "inputSchema": {"type": "object", "properties": {"message": {"type": "string"}}},
        "annotations": {"readOnlyHint": true}}]
      """;

  @Nested
  class Tool_nobody_vouches_for extends ConnectorContract {
    @Override
    protected Subject subject() {
      return new Tools(RetryClass.BLIND);
    }
  }

  @Nested
  class Tool_that_the_tenant_says_is_pure extends ConnectorContract {
    @Override
    protected Subject subject() {
      return new Tools(RetryClass.PURE);
    }
  }

  /** What a server promised when its tools were confirmed, and what it does later. */
  @Nested
  @Tag("connectors")
  class Rug_pull {
    private final McpPeer peer = new McpPeer(false);

    @Test
    void a_tool_that_changed_since_it_was_confirmed_is_not_called() {
      peer.shows(TOOLS.replace("\"string\"", "[\"string\", \"object\"]"));
      assertThat(called())
          .isInstanceOfSatisfying(
              Outcome.NotLanded.class,
              no -> {
                assertThat(no.status()).isEqualTo(409);
                assertThat(no.reason()).contains("echo has changed").contains("refresh");
              });
      assertThat(peer.calls()).isEmpty();
      assertThat(peer.sessions()).isZero();
    }

    @Test
    void a_tool_that_takes_its_promise_back_is_not_called() {
      peer.shows(TOOLS.replace("\"readOnlyHint\": true", "\"destructiveHint\": true"));
      assertThat(called()).isInstanceOf(Outcome.NotLanded.class);
      assertThat(peer.calls()).isEmpty();
    }

    @Test
    void a_tool_that_is_gone_is_not_called() {
      peer.shows("[{\"name\": \"other\", \"inputSchema\": {\"type\": \"object\"}}]");
      assertThat(called())
          .isInstanceOfSatisfying(
              Outcome.NotLanded.class, no -> assertThat(no.reason()).contains("echo is gone"));
      assertThat(peer.calls()).isEmpty();
    }

    @Test
    void one_that_only_says_it_in_other_words_is() {
      peer.shows(TOOLS.replace("\"echo\",", "\"echo\", \"description\": \"Says it\","));
      assertThat(called()).isInstanceOf(Outcome.Landed.class);
      assertThat(peer.calls()).hasSize(1);
    }

    private Outcome called() {
      try (var server = new PlatformServer(peer);
          var egress = new LoopbackEgress()) {
        var connector = Tools.of(egress, Clock.systemUTC(), RetryClass.BLIND);
        var session =
            new Session(
                URI.create(server.url() + "/mcp"),
                "",
                new Credentials(Json.object().put("token", TOKEN)),
                Origin.TENANT);
        var action = connector.action("echo").orElseThrow();
        var arguments = Json.object().put("message", "hello");
        var effect = EffectId.next();
        var act = new Act(action, effect, arguments, NullNode.getInstance(), Instant.EPOCH);
        var ready = (Preparation.Ready) connector.prepare(session, act);
        return connector.send(
            session, new Act(action, effect, arguments, ready.handle(), Instant.EPOCH));
      }
    }
  }

  private static final class Tools implements Subject {
    private final McpPeer peer = new McpPeer(true);
    private final RetryClass retryClass;

    Tools(RetryClass retryClass) {
      this.retryClass = retryClass;
      peer.shows(TOOLS);
    }

    static Connector of(Egress egress, Clock clock, RetryClass retryClass) {
      var read =
          new Addition(
              "my-tools",
              Addition.Kind.MCP,
              "tools",
              URI.create("https://tools.example/mcp"),
              List.of(),
              Optional.empty(),
              ToolReading.read(Json.read(TOOLS), new Schemas()),
              1,
              Instant.EPOCH);
      assertThat(read.offers().getFirst().claim()).isEqualTo(RetryClass.PURE);
      assertThat(read.offers().getFirst().retryClass()).as("a claim").isEqualTo(RetryClass.BLIND);
      var words =
          new Edit.OfAction(
              Optional.empty(), Optional.of(retryClass), Optional.empty(), Optional.empty());
      var confirmed =
          Editing.edited(
              read,
              new Edit(
                  Optional.empty(), Optional.empty(), Optional.empty(), Map.of("echo", words)));
      return new ToolConnector(Shop.tenant(), confirmed, McpClients.of(egress, clock));
    }

    @Override
    public Connector connector(Egress egress, Clock clock) {
      return of(egress, clock, retryClass);
    }

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
      return "echo";
    }

    @Override
    public JsonNode arguments(PlatformServer platform) {
      return Json.object().put("message", TOKEN);
    }

    @Override
    public boolean makesEffect(Request request) {
      return request.body().contains("\"tools/call\"");
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
