package io.ganglion.connector.x;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Answers;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.PlatformCall;
import io.ganglion.connector.Query;
import io.ganglion.connector.Session;
import io.ganglion.egress.HttpResult;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.util.Optional;

/** What X shows, and pictures that nobody sees yet. */
final class Reads {
  private static final String FIELDS = "author_id,created_at";
  private static final int USUAL_RESULTS = 10;

  private Reads() {}

  static PlatformCall post(Session session, Act act) {
    var query = Query.of("tweet.fields", FIELDS);
    return call(session, "GET", "/2/tweets/" + argument(act, "id") + "?" + query.text(), act);
  }

  /** Posts by an account; with {@code which} being {@code mentions}, those that mention it. */
  static PlatformCall posts(Session session, Act act, String user, String which) {
    int most = act.arguments().path("max_results").asInt(USUAL_RESULTS);
    var list = new UsersPosts(user, which, FIELDS);
    return list.page(session, most, argument(act, "since_id"), "", act.action().timeout());
  }

  static PlatformCall upload(Session session, Act act) {
    var body =
        Json.object()
            .put("media", argument(act, "data"))
            .put("media_category", "tweet_image")
            .put("media_type", argument(act, "media_type"));
    return call(session, "POST", "/2/media/upload", act).json(body);
  }

  /** X answers 200 with a list of errors where there is no such post, or it is not shown. */
  static Outcome one(HttpResult.Answered answer) throws IOException {
    var body = Answers.json(answer);
    if (!body.has("data") && body.at("/errors/0/title").asText().equals("Not Found Error")) {
      return new Outcome.NotLanded(404, "X shows no such post", Optional.empty(), false);
    }
    return landed(shown(body.path("data")));
  }

  static Outcome list(HttpResult.Answered answer) throws IOException {
    var body = Answers.json(answer);
    Answers.text(body, "/meta/result_count");
    var output = Json.object();
    var posts = output.putArray("posts");
    for (var post : body.path("data")) {
      posts.add(shown(post));
    }
    return landed(output);
  }

  static Outcome uploaded(HttpResult.Answered answer) throws IOException {
    var media = Answers.json(answer).path("data");
    var output = Json.object().put("id", Answers.text(media, "/id"));
    if (media.path("expires_after_secs").isInt()) {
      output.set("expires_after_secs", media.path("expires_after_secs"));
    }
    return landed(output);
  }

  private static ObjectNode shown(JsonNode post) throws IOException {
    var shown =
        Json.object()
            .put("id", Answers.text(post, "/id"))
            .put("text", post.path("text").asText())
            .put("created_at", post.path("created_at").asText());
    if (post.path("author_id").isTextual()) {
      shown.set("author_id", post.path("author_id"));
    }
    return shown;
  }

  private static Outcome landed(ObjectNode output) {
    return new Outcome.Landed(output, "", Optional.empty());
  }

  private static String argument(Act act, String name) {
    return act.arguments().path(name).asText();
  }

  private static PlatformCall call(Session session, String method, String path, Act act) {
    return PlatformCall.of(session, method, path, act.action().timeout())
        .bearer(session.credentials().text("access_token"));
  }
}
