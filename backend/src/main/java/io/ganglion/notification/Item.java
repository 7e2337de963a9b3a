package io.ganglion.notification;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import java.time.Instant;

/**
 * One event, as a message lists it. It names things and shows nothing of what they hold.
 *
 * @param about whose identifier: a run's, an approval's, …
 * @param text in a line; names in it are other people's text
 * @param path of the page of the dashboard that shows it
 */
record Item(Instant at, String about, String text, String path) {
  /** Names are other people's text: none breaks out of its line. */
  Item {
    text = oneLine(text);
  }

  static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]+", " ")
        .strip();
  }

  JsonNode json() {
    return Json.object()
        .put("at", at.toString())
        .put("about", about)
        .put("text", text)
        .put("path", path);
  }

  static Item read(JsonNode json) {
    return new Item(
        Instant.parse(json.path("at").asText()),
        json.path("about").asText(),
        json.path("text").asText(),
        json.path("path").asText());
  }
}
