package io.ganglion.connector.a2a;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.connector.AtPeer;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.RealPeer;
import io.ganglion.kernel.Json;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Against an agent of the official SDK's server, of A2A 1.0. */
@Tag("connectors")
@Tag("long")
class A2aSdkAgentTest {
  @RegisterExtension static final RealPeer PEER = new RealPeer("a2a");

  private final AtPeer agent =
      new AtPeer(PEER, egress -> new A2aConnector(egress, Clock.systemUTC()), Json.object(), "");

  @AfterEach
  void close() {
    agent.close();
  }

  private Outcome send(String method) {
    var arguments = Json.object().put("method", method).put("card", true);
    arguments.putObject("endpoint").put("uri", agent.at("/.well-known/agent-card.json").toString());
    var message = arguments.putObject("parameters").putObject("message");
    message.put("role", "user");
    message.putArray("parts").addObject().put("kind", "text").put("text", "hello");
    return agent.send("request", arguments);
  }

  @Test
  void a_message_is_answered() {
    assertThat(send("message/send"))
        .isInstanceOfSatisfying(
            Outcome.Landed.class,
            landed -> assertThat(landed.output().toString()).contains("echo hello"));
  }

  @Test
  void a_message_is_answered_by_a_stream() {
    assertThat(send("message/stream"))
        .isInstanceOfSatisfying(
            Outcome.Landed.class,
            landed -> assertThat(landed.output().toString()).contains("echo hello"));
  }
}
