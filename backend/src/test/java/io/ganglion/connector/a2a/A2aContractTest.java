package io.ganglion.connector.a2a;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Connector;
import io.ganglion.connector.ConnectorContract;
import io.ganglion.connector.Finding;
import io.ganglion.connector.PlatformServer;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.connector.PlatformServer.Request;
import io.ganglion.connector.RetryClass;
import io.ganglion.connector.Subject;
import io.ganglion.connector.endpoint.EndpointSubject;
import io.ganglion.egress.Egress;
import io.ganglion.kernel.Json;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Nested;

class A2aContractTest {
  @Nested
  class Message extends ConnectorContract {
    @Override
    protected Subject subject() {
      return new Talk("", RetryClass.BLIND);
    }
  }

  @Nested
  class Message_to_a_task extends ConnectorContract {
    @Override
    protected Subject subject() {
      return new Talk("t-1", RetryClass.RECONCILABLE);
    }
  }

  /** An agent behind a token. */
  static final class Talk extends EndpointSubject {
    private final A2aPeer peer = new A2aPeer();
    private final String task;

    Talk(String task, RetryClass retryClass) {
      super(retryClass);
      this.task = task;
    }

    @Override
    public Connector connector(Egress egress, Clock clock) {
      return new A2aConnector(egress, clock);
    }

    @Override
    public JsonNode arguments(PlatformServer platform) {
      var arguments =
          at(
              platform.url() + "/.well-known/agent-card.json",
              Json.object().put("method", "message/send").put("card", true));
      var message = arguments.putObject("parameters").putObject("message");
      message.putArray("parts").addObject().put("kind", "text").put("text", "hello");
      if (!task.isEmpty()) {
        message.put("taskId", task);
      }
      return arguments;
    }

    @Override
    public boolean makesEffect(Request request) {
      return request.body().contains("\"message/send\"");
    }

    @Override
    public int effects() {
      return peer.told().size();
    }

    @Override
    public String reference() {
      return task;
    }

    /** A history may be cut: what it doesn't show may have happened. */
    @Override
    public Class<? extends Finding> whenNothingLanded() {
      return Finding.Inconclusive.class;
    }

    @Override
    public Map<String, Runnable> nearMisses(Act act) {
      return Map.of(
          "the same text by another message",
          () ->
              peer.on(
                  new Request(
                      "POST",
                      "/a2a",
                      Map.of(),
                      "{\"id\":1,\"method\":\"message/send\",\"params\":{\"message\":{\"kind\":"
                          + "\"message\",\"messageId\":\"other\",\"parts\":[{\"kind\":\"text\","
                          + "\"text\":\"hello\"}]}}}")));
    }

    @Override
    protected Reply known(Request request) {
      return peer.on(request);
    }
  }
}
