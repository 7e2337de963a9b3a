package io.ganglion.lab.x;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes.Request;
import io.ganglion.lab.Scene;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Set;

/** Pictures that were uploaded; public once a post shows them. */
final class Pictures {
  private static final String PICTURE = "picture";
  private static final int EXPIRES_S = 86_400;
  private static final int MAX_BYTES = 5_000_000;
  private static final Set<String> TYPES = Set.of("image/jpeg", "image/png", "image/webp");

  private Pictures() {}

  static Reply take(Scene scene, Request request) throws SQLException {
    var body = request.call().json().orElseGet(Json::object);
    int size;
    try {
      size = Base64.getDecoder().decode(body.path("media").asText()).length;
    } catch (IllegalArgumentException e) {
      return XErrors.invalid("media is not Base64");
    }
    if (size == 0 || size > MAX_BYTES || !TYPES.contains(body.path("media_type").asText())) {
      return XErrors.invalid("media is missing, too large, or of a type X does not take");
    }
    var id = "1980000000" + scene.number();
    scene.objects().add(PICTURE, id, Json.object().put("size", size));
    var data =
        Json.object()
            .put("id", id)
            .put("media_key", "3_" + id)
            .put("size", size)
            .put("expires_after_secs", EXPIRES_S);
    return Reply.ok(Json.object().set("data", data));
  }

  /** Whether the account has uploaded all that a post is to show. */
  static boolean known(Scene scene, JsonNode ids) throws SQLException {
    for (var id : ids) {
      if (scene.objects().find(PICTURE, id.asText()).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Adds what X shows of a post's pictures: keys, and a link at the end of its text. */
  static void show(JsonNode ids, ObjectNode shown, boolean entities) {
    if (ids.isEmpty()) {
      return;
    }
    var link = "https://t.co/" + ids.get(0).asText();
    shown.put("text", shown.path("text").asText() + " " + link);
    var keys = shown.putObject("attachments").putArray("media_keys");
    for (var id : ids) {
      keys.add("3_" + id.asText());
    }
    if (entities) {
      var urls = shown.putObject("entities").putArray("urls");
      for (var id : ids) {
        urls.addObject()
            .put("url", link)
            .put("expanded_url", "https://x.com/i/web/status/1/photo/1")
            .put("media_key", "3_" + id.asText());
      }
    }
  }
}
