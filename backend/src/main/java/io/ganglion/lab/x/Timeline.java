package io.ganglion.lab.x;

import io.ganglion.kernel.Json;
import io.ganglion.lab.Objects.Range;
import io.ganglion.lab.Objects.Thing;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes.Request;
import io.ganglion.lab.Scene;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** An account's own posts, newest first, page by page. */
final class Timeline {
  private static final int DEFAULT_RESULTS = 10;
  private static final int MIN_RESULTS = 5;
  private static final int MAX_RESULTS = 100;

  private Timeline() {}

  static Reply read(Scene scene, Request request) throws SQLException {
    if (!request.name().equals(scene.account())) {
      return XErrors.missing("user", "id", request.name());
    }
    var parameters = request.call().parameters();
    Instant since;
    long before;
    int limit;
    try {
      since =
          OffsetDateTime.parse(parameters.getOrDefault("start_time", "1970-01-01T00:00:00Z"))
              .toInstant();
      limit =
          Integer.parseInt(
              parameters.getOrDefault("max_results", Integer.toString(DEFAULT_RESULTS)));
      before = before(parameters.getOrDefault("pagination_token", ""));
    } catch (DateTimeException | NumberFormatException e) {
      return XErrors.invalid("start_time, max_results or pagination_token can't be read");
    }
    if (limit < MIN_RESULTS || limit > MAX_RESULTS) {
      return XErrors.invalid(
          "The `max_results` query parameter value [%d] is not between 5 and 100".formatted(limit));
    }
    // X keeps whole seconds, so a post made within the start's second is shown
    var range = new Range(since.truncatedTo(ChronoUnit.SECONDS), before, limit + 1);
    return page(scene, request, range, limit);
  }

  private static Reply page(Scene scene, Request request, Range range, int limit)
      throws SQLException {
    var posts = scene.objects().list(Posts.POST, range);
    var page = posts.subList(0, Math.min(limit, posts.size()));
    var shown = page.stream().filter(Thing::visible).toList();
    var body = Json.object();
    if (!shown.isEmpty()) {
      var data = body.putArray("data");
      var fields = Posts.fields(request);
      shown.forEach(post -> data.add(Posts.shown(post, scene.account(), fields)));
    }
    var meta = body.putObject("meta").put("result_count", shown.size());
    if (!shown.isEmpty()) {
      meta.put("newest_id", shown.getFirst().id()).put("oldest_id", shown.getLast().id());
    }
    if (posts.size() > limit) {
      meta.put("next_token", "p" + Long.toString(page.getLast().number(), Character.MAX_RADIX));
    }
    return Reply.ok(body);
  }

  private static long before(String token) {
    return token.isEmpty()
        ? Long.MAX_VALUE
        : Long.parseLong(token.substring(1), Character.MAX_RADIX);
  }
}
