package io.ganglion.connector.discord;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.ConnectorContract;
import io.ganglion.connector.Fault;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.PlatformServer;
import io.ganglion.connector.PlatformServer.Request;
import io.ganglion.connector.RetryClass;
import io.ganglion.connector.Subject;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;

class DiscordContractTest {
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

  @Nested
  class MessageThread extends ConnectorContract {
    @Override
    protected Subject subject() {
      return new Threading();
    }
  }

  static final class Posting extends Server {
    private static final String TEXT = "Tea & biscuits";

    Posting() {
      super("createMessage", RetryClass.RECONCILABLE);
    }

    @Override
    public JsonNode arguments(PlatformServer platform) {
      return Json.object().put("channel_id", CHANNEL).put("content", TEXT + " ");
    }

    @Override
    public boolean makesEffect(Request request) {
      return request.method().equals("POST");
    }

    @Override
    public int effects() {
      return messages.size() - 1;
    }

    @Override
    public String reference() {
      return messages.getLast().path("id").asText();
    }

    @Override
    public List<Class<? extends Outcome>> whenSentTwice() {
      return List.of(Outcome.Landed.class);
    }

    @Override
    public Map<String, Runnable> nearMisses(Act act) {
      var misses = new LinkedHashMap<String, Runnable>();
      misses.put("other text", () -> message(BOT, TEXT + "!", 1));
      misses.put("other case", () -> message(BOT, TEXT.toUpperCase(Locale.ROOT), 1));
      misses.put("somebody else's equal text", () -> message("43", TEXT, 1));
      misses.put("eleven seconds before", () -> message(BOT, TEXT, -11));
      misses.put(
          "a reply with the same text",
          () -> message(BOT, TEXT, 1).putObject("message_reference").put("message_id", old()));
      misses.put(
          "the same text with another nonce, should Discord show it",
          () -> message(BOT, TEXT, 1).put("nonce", Snowflake.nonce(EffectId.next())));
      return misses;
    }
  }

  static final class Editing extends Server {
    Editing() {
      super("editMessage", RetryClass.IDEMPOTENT);
    }

    @Override
    public JsonNode arguments(PlatformServer platform) {
      return Json.object()
          .put("channel_id", CHANNEL)
          .put("message_id", old())
          .put("content", "new");
    }

    @Override
    public boolean makesEffect(Request request) {
      return request.method().equals("PATCH");
    }

    @Override
    public int effects() {
      return messages.getFirst().path("content").asText().equals("new") ? 1 : 0;
    }

    @Override
    public String reference() {
      return old();
    }
  }

  static final class Reacting extends Server {
    private static final String TEA = new String(Character.toChars(0x1F375));

    Reacting() {
      super("addReaction", RetryClass.IDEMPOTENT);
    }

    @Override
    public JsonNode arguments(PlatformServer platform) {
      return Json.object().put("channel_id", CHANNEL).put("message_id", old()).put("emoji", TEA);
    }

    @Override
    public boolean makesEffect(Request request) {
      return request.method().equals("PUT");
    }

    @Override
    public int effects() {
      return reactions.size();
    }

    @Override
    public String reference() {
      return TEA;
    }

    /** Its answer has no body, so that nothing of it can be cut. */
    @Override
    public Map<Fault, Class<? extends Outcome>> declared() {
      return Map.of(Fault.TRUNCATED_AFTER, Outcome.Landed.class);
    }
  }

  static final class Threading extends Server {
    Threading() {
      super("createThread", RetryClass.RECONCILABLE);
    }

    @Override
    public JsonNode arguments(PlatformServer platform) {
      return Json.object()
          .put("channel_id", CHANNEL)
          .put("message_id", old())
          .put("name", "tea time");
    }

    @Override
    public boolean makesEffect(Request request) {
      return request.method().equals("POST");
    }

    @Override
    public int effects() {
      return thread.isPresent() ? 1 : 0;
    }

    @Override
    public String reference() {
      return old();
    }

    @Override
    public List<Class<? extends Outcome>> whenSentTwice() {
      return List.of(Outcome.Unknown.class);
    }

    @Override
    public Map<String, Runnable> nearMisses(Act act) {
      var misses = new LinkedHashMap<String, Runnable>();
      misses.put(
          "somebody else's thread", () -> thread = Optional.of(threadBy("43", old(), "tea time")));
      misses.put(
          "the bot's thread of another name",
          () -> thread = Optional.of(threadBy(BOT, old(), "coffee time")));
      return misses;
    }
  }
}
