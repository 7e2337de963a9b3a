package io.ganglion.connector.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.ConnectorContract;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.PlatformServer;
import io.ganglion.connector.PlatformServer.Request;
import io.ganglion.connector.RetryClass;
import io.ganglion.connector.Subject;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;

class SlackContractTest {
  @Nested
  class Message extends ConnectorContract {
    @Override
    protected Subject subject() {
      return new Posting();
    }
  }

  @Nested
  class Replacement extends ConnectorContract {
    @Override
    protected Subject subject() {
      return new Editing();
    }
  }

  @Nested
  class Reaction extends ConnectorContract {
    @Override
    protected Subject subject() {
      return new Reacting();
    }
  }

  static final class Posting extends Channel {
    private static final String TEXT = "Tea & biscuits <now>";

    Posting() {
      super("postMessage", RetryClass.RECONCILABLE);
    }

    @Override
    public JsonNode arguments(PlatformServer platform) {
      return Json.object().put("channel", ID).put("text", TEXT);
    }

    @Override
    public boolean makesEffect(Request request) {
      return request.path().equals("/api/chat.postMessage");
    }

    /** Equal texts are welcome, so two sends would be two messages. */
    @Override
    public int effects() {
      return (int) messages.stream().filter(m -> m.path("text").asText().equals(TEXT)).count();
    }

    @Override
    public String reference() {
      return messages.getFirst().path("ts").asText();
    }

    @Override
    public Map<String, Runnable> nearMisses(Act act) {
      var key = act.effect().toString();
      var misses = new LinkedHashMap<String, Runnable>();
      misses.put("the same text by hand", () -> message(TEXT, "1795000001.000001"));
      misses.put(
          "the same text of another effect", () -> messageOf(TEXT, EffectId.next().toString()));
      misses.put(
          "the key in somebody else's message", () -> messageOf(TEXT, key).put("user", "U2"));
      misses.put(
          "the key in another event",
          () ->
              ((ObjectNode) messageOf(TEXT, key).path("metadata")).put("event_type", "task_done"));
      return misses;
    }
  }

  static final class Editing extends Channel {
    Editing() {
      super("updateMessage", RetryClass.IDEMPOTENT);
    }

    @Override
    public JsonNode arguments(PlatformServer platform) {
      return Json.object().put("channel", ID).put("ts", OLD).put("text", "new");
    }

    @Override
    public boolean makesEffect(Request request) {
      return request.path().equals("/api/chat.update");
    }

    @Override
    public int effects() {
      return messages.getFirst().path("text").asText().equals("new") ? 1 : 0;
    }

    @Override
    public String reference() {
      return OLD;
    }
  }

  static final class Reacting extends Channel {
    Reacting() {
      super("addReaction", RetryClass.IDEMPOTENT);
    }

    @Override
    public JsonNode arguments(PlatformServer platform) {
      return Json.object().put("channel", ID).put("ts", OLD).put("name", "tea");
    }

    @Override
    public boolean makesEffect(Request request) {
      return request.path().equals("/api/reactions.add");
    }

    @Override
    public int effects() {
      return messages.getFirst().path("reacted").size();
    }

    @Override
    public String reference() {
      return "tea";
    }

    @Override
    public List<Class<? extends Outcome>> whenSentTwice() {
      return List.of(Outcome.Landed.class);
    }
  }
}
