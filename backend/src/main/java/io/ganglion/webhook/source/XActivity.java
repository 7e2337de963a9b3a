package io.ganglion.webhook.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.Json;
import io.ganglion.webhook.SigningKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * What X tells of accounts: lists of what happened ({@code tweet_create_events}, …), of which each
 * entry is an event of its own; activities; posts that a rule found.
 *
 * @see <a href="https://docs.x.com/x-api/account-activity/introduction">account activity</a>
 * @see <a href="https://docs.x.com/x-api/webhooks/introduction">webhooks of the API v2</a>
 */
final class XActivity {
  private static final String EVENTS = "_events";

  /** X sends one or a few. */
  private static final int MAX_ITEMS = 200;

  /** Where an entry may have its identifier. */
  private static final List<String> IDS = List.of("/id_str", "/id", "/status/id");

  private XActivity() {}

  /**
   * @param proven names what X gives no identifier
   */
  static Told read(JsonNode body, String proven) {
    var activity = body.path("data");
    if (activity.hasNonNull("event_uuid")) {
      return one(Told.id(body, "/data/event_uuid"), Told.what(activity.path("event_type")), body);
    }
    if (activity.hasNonNull("id")) {
      return one(Told.id(body, "/data/id"), "post", body);
    }
    var items = new ArrayList<Told.Item>();
    for (var member : body.properties()) {
      var name = member.getKey();
      if (name.endsWith(EVENTS) && Told.WORD.matcher(name).matches()) {
        member.getValue().forEach(entry -> items.add(item(body, name, entry)));
      }
    }
    if (items.size() > MAX_ITEMS) {
      throw new InvalidRequest("", "send at most %d events at once".formatted(MAX_ITEMS));
    }
    return items.isEmpty() ? one(proven, Told.OTHER, body) : new Told.Happened(items, Answer.OK);
  }

  private static Told one(String id, String what, JsonNode body) {
    return Told.Happened.one(new Told.Item(id, what, body));
  }

  /** The payload with this entry alone: what X sends once more in other company is the same. */
  private static Told.Item item(JsonNode body, String name, JsonNode entry) {
    var alone = Json.object();
    body.properties().stream()
        .filter(member -> !member.getKey().endsWith(EVENTS))
        .forEach(member -> alone.set(member.getKey(), member.getValue()));
    alone.withArray("/" + name).add(entry);
    var what = name.substring(0, name.length() - EVENTS.length());
    return new Told.Item(name + ":" + whose(body) + id(entry), what, alone);
  }

  private static String whose(JsonNode body) {
    return body.path("for_user_id").asText("") + ":";
  }

  private static String id(JsonNode entry) {
    return IDS.stream()
        .map(entry::at)
        .filter(id -> id.isTextual() || id.isIntegralNumber())
        .map(JsonNode::asText)
        .findFirst()
        .orElseGet(() -> "sha256:" + Json.sha256(Json.write(entry)));
  }

  /** What X wants to hear to the token of a challenge. */
  static ObjectNode challenged(SigningKey key, String token) {
    var mac = SigningKey.hmac(key.bytes(), token.getBytes(StandardCharsets.UTF_8));
    return Json.object().put("response_token", "sha256=" + Base64.getEncoder().encodeToString(mac));
  }
}
