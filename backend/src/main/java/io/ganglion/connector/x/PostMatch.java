package io.ganglion.connector.x;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Act;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * Whether a post on the account is the one an act meant. Pure.
 *
 * @param text as it was sent
 * @param parent the post replied to; empty for none
 * @param pictures how many it has; X doesn't show under which identifiers they were uploaded
 * @param notBefore the earliest time X may have given it
 * @param others posts that other acts made
 */
record PostMatch(String text, String parent, int pictures, Instant notBefore, Set<String> others) {
  /** How far X's clock may be behind the database's. */
  static final Duration SKEW = Duration.ofSeconds(10);

  static PostMatch of(Act act) {
    return new PostMatch(
        normal(act.arguments().path("text").asText()),
        act.arguments().at("/reply/in_reply_to_tweet_id").asText(""),
        act.arguments().at("/media/media_ids").size(),
        act.firstDispatched().minus(SKEW),
        act.others().references());
  }

  boolean matches(JsonNode post) {
    return normal(unfolded(post)).equals(text)
        && parent(post).equals(parent)
        && post.at("/attachments/media_keys").size() == pictures
        && !createdAt(post).isBefore(notBefore)
        && !others.contains(post.path("id").asText());
  }

  private static String parent(JsonNode post) {
    return post.path("referenced_tweets")
        .valueStream()
        .filter(reference -> reference.path("type").asText().equals("replied_to"))
        .map(reference -> reference.path("id").asText())
        .findFirst()
        .orElse("");
  }

  private static Instant createdAt(JsonNode post) {
    try {
      return Instant.parse(post.path("created_at").asText());
    } catch (DateTimeException e) {
      return Instant.MIN; // without a time it proves nothing
    }
  }

  /** X shortens links to t.co, adds one to the pictures and escapes; all of it is put back. */
  private static String unfolded(JsonNode post) {
    var text = post.path("text").asText();
    for (var url : post.at("/entities/urls")) {
      if (url.path("url").isTextual() && url.path("expanded_url").isTextual()) {
        var meant = url.has("media_key") ? "" : url.path("expanded_url").asText();
        text = text.replace(url.path("url").asText(), meant);
      }
    }
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  private static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
  }
}
