package io.ganglion.connector.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Connector;
import io.ganglion.connector.ConnectorContract;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.PlatformServer;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.connector.PlatformServer.Request;
import io.ganglion.connector.RetryClass;
import io.ganglion.connector.Subject;
import io.ganglion.egress.Egress;
import io.ganglion.kernel.Json;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;

class BlueskyContractTest {
  private static final Map<String, JsonNode> ARGUMENTS =
      Map.of(
          "createPost",
          Json.object()
              .put("text", "An answer for @bob.example.com: https://example.com/a?b=c. #tea")
              .put("reply_to", Server.STRANGERS),
          "like",
          Json.object().put("uri", Server.STRANGERS),
          "repost",
          Json.object().put("uri", Server.STRANGERS),
          "follow",
          Json.object().put("actor", "bob.example.com"));

  @Nested
  class CreatePost extends ConnectorContract {
    @Override
    protected Subject subject() {
      return new Account("createPost", Records.POST);
    }
  }

  @Nested
  class Like extends ConnectorContract {
    @Override
    protected Subject subject() {
      return new Account("like", Records.LIKE);
    }
  }

  @Nested
  class Repost extends ConnectorContract {
    @Override
    protected Subject subject() {
      return new Account("repost", Records.REPOST);
    }
  }

  @Nested
  class Follow extends ConnectorContract {
    @Override
    protected Subject subject() {
      return new Account("follow", Records.FOLLOW);
    }
  }

  /** One account on a server, seen from one action. */
  private static final class Account implements Subject {
    private final Server server = new Server(NOW.plus(Duration.ofHours(2)));
    private final String action;
    private final String collection;

    Account(String action, String collection) {
      this.action = action;
      this.collection = collection;
    }

    @Override
    public Connector connector(Egress egress, Clock clock) {
      return new BlueskyConnector(egress, clock);
    }

    @Override
    public JsonNode credentials() {
      return Server.credentials();
    }

    @Override
    public String principal() {
      return Server.DID;
    }

    @Override
    public String action() {
      return action;
    }

    @Override
    public JsonNode arguments(PlatformServer platform) {
      return ARGUMENTS.getOrDefault(action, Json.object());
    }

    @Override
    public boolean makesEffect(Request request) {
      return request.path().endsWith("putRecord");
    }

    @Override
    public int effects() {
      return server.own(collection).size();
    }

    @Override
    public String reference() {
      return server.own(collection).keySet().iterator().next();
    }

    @Override
    public RetryClass retryClass() {
      return RetryClass.IDEMPOTENT;
    }

    @Override
    public List<Class<? extends Outcome>> whenSentTwice() {
      return List.of(Outcome.Landed.class);
    }

    @Override
    public Map<String, Runnable> nearMisses(Act act) {
      var misses = new LinkedHashMap<String, Runnable>();
      var key = RecordKey.of(act.effect());
      var other = "at://%s/%s/".formatted(Server.DID, collection);
      misses.put(
          "the same under another key", () -> server.put(other + "3kbbbbbbbbbbb", act.arguments()));
      misses.put(
          "the same key on another account",
          () ->
              server.put(
                  "at://%s/%s/%s".formatted(Server.OTHER, collection, key), act.arguments()));
      misses.put(
          "another text under the same key",
          () ->
              server.put(
                  other + key, Json.object().put("text", "another").put("subject", "another")));
      return misses;
    }

    @Override
    public Reply on(Request request) {
      return server.on(request);
    }
  }
}
