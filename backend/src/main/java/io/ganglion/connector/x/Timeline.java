package io.ganglion.connector.x;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.ganglion.connector.Answers;
import io.ganglion.connector.Finding;
import io.ganglion.connector.PlatformCall;
import io.ganglion.connector.Query;
import io.ganglion.connector.Session;
import io.ganglion.egress.Egress;
import io.ganglion.egress.HttpResult;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Searches an account's own posts, newest first, page by page. */
final class Timeline {
  /** X shows at most the newest 3,200 posts, 100 a page. */
  private static final int MAX_PAGES = 32;

  private static final Duration PAGE_TIMEOUT = Duration.ofSeconds(10);

  private final Egress egress;

  Timeline(Egress egress) {
    this.egress = egress;
  }

  static PlatformCall page(Session session, Query query, Duration timeout) {
    var path = "/2/users/%s/tweets?%s".formatted(Query.encode(session.principal()), query.text());
    return PlatformCall.of(session, "GET", path, timeout)
        .bearer(session.credentials().text("access_token"));
  }

  /** The one post that matches; two that do prove nothing. */
  Finding find(Session session, PostMatch wanted) {
    var query =
        Query.of("max_results", "100")
            .and("tweet.fields", "attachments,created_at,entities,referenced_tweets")
            .and("start_time", wanted.notBefore().truncatedTo(ChronoUnit.SECONDS).toString());
    var matches = Json.mapper().createArrayNode();
    var token = Optional.of("");
    for (int page = 0; token.isPresent() && page < MAX_PAGES; page++) {
      var next = token.get().isEmpty() ? query : query.and("pagination_token", token.get());
      try {
        token = read(egress.call(page(session, next, PAGE_TIMEOUT).http()), wanted, matches);
      } catch (IOException e) {
        return new Finding.Inconclusive("X could not be searched");
      }
    }
    if (token.isPresent()) {
      return new Finding.Inconclusive("X has more posts than a search may read");
    }
    return switch (matches.size()) {
      case 0 -> new Finding.Absent();
      case 1 -> new Finding.Found(Post.landed(matches.get(0)));
      default -> new Finding.Inconclusive("more than one post on X matches");
    };
  }

  /** Adds a page's matches; gives the next page's token, empty at the end. */
  private static Optional<String> read(HttpResult result, PostMatch wanted, ArrayNode matches)
      throws IOException {
    if (!(result instanceof HttpResult.Answered answer) || answer.status() != 200) {
      throw new IOException("no page");
    }
    var body = Answers.json(answer);
    if (!body.at("/meta/result_count").isInt() || body.has("errors")) {
      throw new IOException("a page without its count, or with errors, may be incomplete");
    }
    for (JsonNode post : body.path("data")) {
      if (wanted.matches(post)) {
        Answers.text(post, "/id");
        matches.add(post);
      }
    }
    return Optional.ofNullable(body.at("/meta/next_token").textValue());
  }
}
