package io.ganglion.webhook.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.bus.CloudEvent.JsonReader;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * What Slack sends an app: events as JSON; commands, and what people did with a message, as a form.
 *
 * @see <a href="https://docs.slack.dev/apis/events-api/">the Events API</a>
 */
final class SlackRequest {
  /** Slack's own have some twenty. */
  private static final int MAX_FIELDS = 200;

  private SlackRequest() {}

  /**
   * @param proven names what Slack gives no identifier
   */
  static Told json(JsonNode body, String proven) {
    return switch (body.path("type").asText()) {
      case "url_verification" ->
          new Told.Asked(
              new Answer(200, Json.object().put("challenge", body.path("challenge").asText())));
      case "event_callback" ->
          Told.Happened.one(
              new Told.Item(Told.id(body, "/event_id"), Told.what(body.at("/event/type")), body));
      default -> Told.Happened.one(new Told.Item(proven, Told.what(body.path("type")), body));
    };
  }

  /**
   * @throws InvalidRequest if it is no form
   */
  static Told form(byte[] body, String proven, JsonReader json) throws IOException {
    var fields = Json.object();
    for (var pair : new String(body, StandardCharsets.UTF_8).split("&", MAX_FIELDS)) {
      var equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    var all = json.read(Json.write(fields).getBytes(StandardCharsets.UTF_8)); // that can be kept
    var payload = all.path("payload").textValue();
    if (payload == null) {
      return named(all, "slash_command", proven);
    }
    var did = json.read(payload.getBytes(StandardCharsets.UTF_8));
    return named(did, Told.what(did.path("type")), proven);
  }

  private static Told named(JsonNode data, String what, String proven) {
    var trigger = data.path("trigger_id").asText("");
    return Told.Happened.one(new Told.Item(trigger.isBlank() ? proven : trigger, what, data));
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new InvalidRequest("", "send a form, encoded as such");
    }
  }
}
