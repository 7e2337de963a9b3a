package io.ganglion.connector.x;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Outcome;
import io.ganglion.kernel.Json;
import java.net.URI;
import java.util.Optional;

/** A post in our words. */
final class Post {
  private Post() {}

  /**
   * @param post X's object, with an {@code id}
   */
  static Outcome.Landed landed(JsonNode post) {
    var id = post.path("id").asText();
    var output = Json.object().put("id", id).put("text", post.path("text").asText());
    return new Outcome.Landed(
        output, id, Optional.of(URI.create("https://x.com/i/web/status/" + id)));
  }
}
