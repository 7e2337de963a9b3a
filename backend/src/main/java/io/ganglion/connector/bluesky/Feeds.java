package io.ganglion.connector.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.Answers;
import io.ganglion.connector.Outcome;
import io.ganglion.egress.HttpResult;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

/** What Bluesky shows, in our words. */
final class Feeds {
  private Feeds() {}

  /** Of getTimeline and getAuthorFeed, whose posts are wrapped. */
  static Outcome feed(HttpResult.Answered answer) throws IOException {
    var body = Answers.json(answer);
    return posts(body, list(body, "feed").map(item -> item.path("post")));
  }

  /** Of searchPosts. */
  static Outcome found(HttpResult.Answered answer) throws IOException {
    var body = Answers.json(answer);
    return posts(body, list(body, "posts"));
  }

  static Outcome notifications(HttpResult.Answered answer) throws IOException {
    var body = Answers.json(answer);
    var output = Json.object();
    var notifications = output.putArray("notifications");
    for (var one : (Iterable<JsonNode>) list(body, "notifications")::iterator) {
      var shown =
          notifications
              .addObject()
              .put("uri", Answers.text(one, "/uri"))
              .put("cid", one.path("cid").asText(""))
              .put("reason", Answers.text(one, "/reason"))
              .put("read", one.path("isRead").asBoolean(false))
              .put("at", one.path("indexedAt").asText(""));
      text(shown, "subject", one.path("reasonSubject"));
      text(shown, "text", one.at("/record/text"));
      shown.set("author", author(one.path("author")));
    }
    return landed(output, body);
  }

  static Outcome profile(HttpResult.Answered answer) throws IOException {
    var profile = Answers.json(answer);
    var output =
        Json.object()
            .put("did", Answers.text(profile, "/did"))
            .put("handle", Answers.text(profile, "/handle"))
            .put("followers", profile.path("followersCount").asLong())
            .put("follows", profile.path("followsCount").asLong())
            .put("posts", profile.path("postsCount").asLong());
    text(output, "display_name", profile.path("displayName"));
    text(output, "description", profile.path("description"));
    return new Outcome.Landed(output, "", Optional.empty());
  }

  /** One post's record, of getRecord. */
  static Outcome record(HttpResult.Answered answer) throws IOException {
    var record = Answers.json(answer);
    var output =
        Json.object()
            .put("uri", Answers.text(record, "/uri"))
            .put("cid", Answers.text(record, "/cid"))
            .put("text", record.at("/value/text").asText(""))
            .put("created_at", record.at("/value/createdAt").asText(""));
    text(output, "reply_to", record.at("/value/reply/parent/uri"));
    return new Outcome.Landed(output, "", Optional.empty());
  }

  private static Outcome posts(JsonNode body, Stream<JsonNode> all) throws IOException {
    var output = Json.object();
    var posts = output.putArray("posts");
    for (var post : (Iterable<JsonNode>) all::iterator) {
      posts
          .addObject()
          .put("uri", Answers.text(post, "/uri"))
          .put("cid", Answers.text(post, "/cid"))
          .put("text", post.at("/record/text").asText(""))
          .put("created_at", post.at("/record/createdAt").asText(""))
          .put("likes", post.path("likeCount").asLong())
          .put("reposts", post.path("repostCount").asLong())
          .put("replies", post.path("replyCount").asLong())
          .set("author", author(post.path("author")));
    }
    return landed(output, body);
  }

  private static ObjectNode author(JsonNode author) throws IOException {
    return Json.object()
        .put("did", Answers.text(author, "/did"))
        .put("handle", author.path("handle").asText(""));
  }

  private static Outcome landed(ObjectNode output, JsonNode body) {
    text(output, "next_cursor", body.path("cursor"));
    return new Outcome.Landed(output, "", Optional.empty());
  }

  private static Stream<JsonNode> list(JsonNode body, String member) throws IOException {
    if (!body.path(member).isArray()) {
      throw new IOException("no list " + member);
    }
    return body.path(member).valueStream();
  }

  private static void text(ObjectNode into, String name, JsonNode value) {
    if (value.isTextual() && !value.asText().isEmpty()) {
      into.put(name, value.asText());
    }
  }
}
