package io.ganglion.webhook.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * An update of Telegram's Bot API: its number and one member that says what it is of.
 *
 * @see <a href="https://core.telegram.org/bots/api#update">Update</a>
 */
final class TelegramUpdate {
  private static final String ID = "update_id";

  private TelegramUpdate() {}

  static Told read(JsonNode update) {
    var what =
        update.properties().stream()
            .map(Map.Entry::getKey)
            .filter(name -> !name.equals(ID) && Told.WORD.matcher(name).matches())
            .findFirst()
            .orElse(Told.OTHER);
    return Told.Happened.one(new Told.Item(Told.id(update, "/" + ID), what, update));
  }
}
