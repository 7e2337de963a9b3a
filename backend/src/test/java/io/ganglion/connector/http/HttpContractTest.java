package io.ganglion.connector.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Connector;
import io.ganglion.connector.ConnectorContract;
import io.ganglion.connector.Fault;
import io.ganglion.connector.Outcome;
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
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;

class HttpContractTest {
  @Nested
  class Get extends ConnectorContract {
    @Override
    protected Subject subject() {
      return new Store("GET", RetryClass.PURE);
    }
  }

  @Nested
  class Put extends ConnectorContract {
    @Override
    protected Subject subject() {
      return new Store("PUT", RetryClass.IDEMPOTENT);
    }
  }

  @Nested
  class Post extends ConnectorContract {
    @Override
    protected Subject subject() {
      return new Store("POST", RetryClass.BLIND);
    }
  }

  @Nested
  class Post_with_a_key extends ConnectorContract {
    @Override
    protected Subject subject() {
      return new Store("POST key", RetryClass.IDEMPOTENT);
    }
  }

  /** A store of things: PUT replaces, POST adds, a key makes POST repeatable. */
  static final class Store extends EndpointSubject {
    private final String method;
    private final Map<String, String> things = new TreeMap<>();

    Store(String method, RetryClass retryClass) {
      super(retryClass);
      this.method = method;
    }

    @Override
    public Connector connector(Egress egress, Clock clock) {
      return new HttpConnector(egress, clock);
    }

    @Override
    public JsonNode arguments(PlatformServer platform) {
      var arguments =
          at(
              platform.url() + "/things/1",
              Json.object().put("method", method.split(" ")[0]).put("output", "content"));
      if (method.endsWith("key")) {
        arguments.putObject("headers").put("Idempotency-Key", "k-1");
      }
      if (!method.equals("GET")) {
        arguments.putObject("body").put("name", "tea");
      }
      return arguments;
    }

    @Override
    public boolean makesEffect(Request request) {
      return true;
    }

    @Override
    public int effects() {
      return things.size();
    }

    @Override
    public Map<Fault, Class<? extends Outcome>> declared() {
      return retryClass() == RetryClass.PURE
          ? Map.of(
              Fault.REDIRECT, Outcome.NotLanded.class,
              Fault.ERROR_500_AFTER, Outcome.NotLanded.class,
              Fault.MALFORMED_AFTER, Outcome.NotLanded.class)
          : Map.of(
              Fault.REDIRECT, Outcome.NotLanded.class); // a 307 says: ask there, nothing is done
    }

    @Override
    public boolean settledByAnswers() {
      return retryClass() == RetryClass.PURE;
    }

    @Override
    protected Reply known(Request request) {
      if (!request.method().equals("GET")) {
        var key = request.headers().getOrDefault("idempotency-key", "#" + things.size());
        things.put(request.method().equals("PUT") ? request.path() : key, request.body());
      }
      return Reply.json(200, Json.object().put("things", things.size()));
    }
  }
}
