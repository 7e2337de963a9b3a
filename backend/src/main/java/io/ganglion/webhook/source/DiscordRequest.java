package io.ganglion.webhook.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import java.util.List;
import java.util.Locale;

/**
 * What Discord sends an application: interactions, which have to be answered within three seconds,
 * and webhook events.
 *
 * @see <a href="https://docs.discord.com/developers/interactions/receiving-and-responding">
 *     interactions</a>
 * @see <a href="https://docs.discord.com/developers/events/webhook-events">webhook events</a>
 */
final class DiscordRequest {
  private static final String TYPE = "type";

  /** The answer of the same number says that somebody is there. */
  private static final int PING = 1;

  private static final int COMPONENT = 3;
  private static final int AUTOCOMPLETE = 4;

  /** By the number that Discord gives them. */
  private static final List<String> INTERACTIONS =
      List.of(
          Told.OTHER,
          "ping",
          "application_command",
          "message_component",
          "application_command_autocomplete",
          "modal_submit");

  private DiscordRequest() {}

  /**
   * @param proven names webhook events, which have no identifier
   */
  static Told read(JsonNode body, String proven) {
    int type = body.path(TYPE).asInt(-1);
    if (type == 0) { // the ping of webhook events
      return new Told.Asked(new Answer(204, null));
    }
    if (body.has("event")) {
      var name = body.at("/event/type").asText("").toLowerCase(Locale.ROOT);
      var what = Told.WORD.matcher(name).matches() ? name : Told.OTHER;
      return new Told.Happened(
          List.of(new Told.Item(proven, "event." + what, body)), new Answer(204, null));
    }
    if (type == PING) {
      return new Told.Asked(answer(PING));
    }
    var what = type > 0 && type < INTERACTIONS.size() ? INTERACTIONS.get(type) : Told.OTHER;
    return new Told.Happened(
        List.of(new Told.Item(Told.id(body, "/id"), "interaction." + what, body)), later(type));
  }

  /** The answer comes later, by the interaction's token; suggestions can't, and there are none. */
  private static Answer later(int type) {
    return switch (type) {
      case COMPONENT -> answer(6);
      case AUTOCOMPLETE -> {
        var none = Json.object().put(TYPE, 8);
        none.putObject("data").putArray("choices");
        yield new Answer(200, none);
      }
      default -> answer(5);
    };
  }

  private static Answer answer(int type) {
    return new Answer(200, Json.object().put(TYPE, type));
  }
}
