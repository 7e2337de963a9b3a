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
  static final class Store implements Subject {
    private final String method;
    private final RetryClass retryClass;
    private final Map<String, String> things = new TreeMap<>();

    Store(String method, RetryClass retryClass) {
      this.method = method;
      this.retryClass = retryClass;
    }

    @Override
    public Connector connector(Egress egress, Clock clock) {
      return new HttpConnector(egress, clock);
    }

    /** Not a connection's: what the call itself carries and nobody may see again. */
    @Override
    public JsonNode credentials() {
      return Json.object().put("token", "literal-bearer-secret");
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
      var arguments = Json.object().put("method", method.split(" ")[0]).put("output", "content");
      var endpoint = arguments.putObject("endpoint").put("uri", platform.url() + "/things/1");
      endpoint
          .putObject("authentication")
          .putObject("bearer")
          .put("token", "literal-bearer-secret");
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
    public String reference() {
      return "";
    }

    @Override
    public RetryClass retryClass() {
      return retryClass;
    }

    @Override
    public Map<Fault, Class<? extends Outcome>> declared() {
      return retryClass == RetryClass.PURE
          ? Map.of(
              Fault.REDIRECT, Outcome.NotLanded.class,
              Fault.ERROR_500_AFTER, Outcome.NotLanded.class,
              Fault.MALFORMED_AFTER, Outcome.NotLanded.class)
          : Map.of();
    }

    @Override
    public boolean settledByAnswers() {
      return retryClass == RetryClass.PURE;
    }

    @Override
    public Reply on(Request request) {
      if (!request
          .headers()
          .getOrDefault("authorization", "")
          .equals("Bearer literal-bearer-secret")) {
        return Reply.json(401, "{}");
      }
      if (!request.method().equals("GET")) {
        var key = request.headers().getOrDefault("idempotency-key", "#" + things.size());
        things.put(request.method().equals("PUT") ? request.path() : key, request.body());
      }
      return Reply.json(200, Json.object().put("things", things.size()));
    }
  }
}
