package io.ganglion.lab.x;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.lab.Objects.Range;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes.Request;
import io.ganglion.lab.Scene;
import java.sql.SQLException;
import java.util.regex.Pattern;

/** Posts that mention an account of the laboratory, by whichever of a tenant's accounts. */
final class Mentions {
  private static final String MENTION = "mention";
  private static final Pattern NAME = Pattern.compile("@(\\w{1,50})");
  private static final int MAX_RESULTS = 100;

  private Mentions() {}

  /** Notes whom a new post mentions. */
  static void note(Scene scene, String id, ObjectNode post) throws SQLException {
    var names = NAME.matcher(post.path("text").asText()).results().map(found -> found.group(1));
    for (var name : names.distinct().toList()) {
      var mention = post.deepCopy().put("author_id", scene.account());
      scene.objects("@" + name).add(MENTION, id, mention);
    }
  }

  static Reply read(Scene scene, Request request) throws SQLException {
    if (!request.name().equals(scene.account())) {
      return XErrors.missing("user", "id", request.name());
    }
    long since;
    int limit;
    try {
      var parameters = request.call().parameters();
      since = Long.parseLong(parameters.getOrDefault("since_id", "0"));
      limit = Math.clamp(Integer.parseInt(parameters.getOrDefault("max_results", "10")), 5, 100);
    } catch (NumberFormatException e) {
      return XErrors.invalid("since_id or max_results can't be read");
    }
    var name = "@" + scene.state().path("username").asText();
    var body = Json.object();
    var data = Json.mapper().createArrayNode();
    for (var thing : scene.objects(name).list(MENTION, Range.newest(MAX_RESULTS))) {
      if (thing.visible() && Long.parseLong(thing.id()) > since && data.size() < limit) {
        var author = thing.body().path("author_id").asText();
        data.add(Posts.shown(thing, author, Posts.fields(request)));
      }
    }
    if (!data.isEmpty()) {
      body.set("data", data);
    }
    body.putObject("meta").put("result_count", data.size());
    return Reply.ok(body);
  }
}
