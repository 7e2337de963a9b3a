package io.ganglion.connector.x;

import io.ganglion.connector.PlatformCall;
import io.ganglion.connector.Query;
import io.ganglion.connector.Session;
import java.time.Duration;

/**
 * A list of posts that belongs to an account, newest first.
 *
 * @param user the account's identifier
 * @param which of its lists: {@code tweets} or {@code mentions}
 * @param fields of each post, separated by commas
 */
record UsersPosts(String user, String which, String fields) {
  /**
   * A page of it.
   *
   * @param since the identifier of a post: those after it alone; empty: all
   * @param token where X goes on with it; empty: at the top
   */
  PlatformCall page(Session session, int most, String since, String token, Duration timeout) {
    var query = Query.of("max_results", Integer.toString(most)).and("tweet.fields", fields);
    if (!since.isEmpty()) {
      query = query.and("since_id", since);
    }
    if (!token.isEmpty()) {
      query = query.and("pagination_token", token);
    }
    var path = "/2/users/%s/%s?%s".formatted(Query.encode(user), which, query.text());
    return PlatformCall.of(session, "GET", path, timeout)
        .bearer(session.credentials().text("access_token"));
  }
}
