package io.ganglion.lab.x;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.lab.Objects.Range;
import io.ganglion.lab.Objects.Thing;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes.Request;
import io.ganglion.lab.Scene;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Posts that mention an account, newest first, page by page. */
final class Mentions {
  private static final String MENTION = "mention";
  private static final Pattern NAME = Pattern.compile("@([A-Za-z0-9_]{1,15})");

  /** X shows no more, however one pages. */
  private static final int MOST = 800;

  /** Posts before this one are more than a week old, which no search goes back. */
  private static final BigInteger OLDEST = new BigInteger("1990000000");

  private static final BigInteger ABOVE_ALL = BigInteger.TEN.pow(30);

  private Mentions() {}

  /** Puts a post where those it mentions will find it. */
  static void note(Scene scene, String id, ObjectNode post) throws SQLException {
    for (var account : mentioned(scene, post)) {
      var mention = post.deepCopy().put("author_id", scene.account());
      scene.objects(account).add(MENTION, id, mention);
      scene.journal(account, "post.mentioned", id, mention);
    }
  }

  static void forget(Scene scene, String id, ObjectNode post) throws SQLException {
    for (var account : mentioned(scene, post)) {
      scene.objects(account).remove(MENTION, id);
    }
  }

  private static Set<String> mentioned(Scene scene, ObjectNode post) throws SQLException {
    var text = post.path("text").asText();
    var accounts = new LinkedHashSet<String>();
    for (var match : NAME.matcher(text).results().toList()) {
      scene.accountWith("username", match.group(1)).ifPresent(accounts::add);
    }
    return accounts;
  }

  static Reply read(Scene scene, Request request) throws SQLException {
    if (!request.name().equals(scene.account())) {
      return XErrors.missing("user", "id", request.name());
    }
    var parameters = request.call().parameters();
    BigInteger since;
    BigInteger before;
    int limit;
    try {
      since = new BigInteger(parameters.getOrDefault("since_id", "0"));
      before = before(parameters);
      limit = Integer.parseInt(parameters.getOrDefault("max_results", "10"));
    } catch (NumberFormatException e) {
      return XErrors.invalid("since_id, until_id, max_results or pagination_token can't be read");
    }
    if (since.signum() > 0 && since.compareTo(OLDEST) < 0) {
      return XErrors.invalid(
          "'since_id' must be a tweet id created after [7 days ago]. Please use a 'since_id' that"
              + " is larger than %s".formatted(OLDEST));
    }
    if (limit < 5 || limit > 100) {
      return XErrors.invalid(
          "The `max_results` query parameter value [%d] is not between 5 and 100".formatted(limit));
    }
    var wanted =
        scene.objects().list(MENTION, Range.newest(MOST)).stream()
            .filter(Thing::visible)
            .filter(it -> number(it).compareTo(since) > 0 && number(it).compareTo(before) < 0)
            .sorted(Comparator.comparing(Mentions::number).reversed())
            .toList();
    return page(wanted, limit, Posts.fields(request));
  }

  private static BigInteger before(Map<String, String> parameters) {
    var token = parameters.getOrDefault("pagination_token", "");
    var until = parameters.getOrDefault("until_id", "");
    if (!token.isEmpty()) {
      return new BigInteger(token.substring(1), Character.MAX_RADIX);
    }
    return until.isEmpty() ? ABOVE_ALL : new BigInteger(until);
  }

  private static Reply page(List<Thing> wanted, int limit, List<String> fields) {
    var page = wanted.subList(0, Math.min(limit, wanted.size()));
    var body = Json.object();
    if (!page.isEmpty()) {
      var data = body.putArray("data");
      page.forEach(it -> data.add(Posts.shown(it, it.body().path("author_id").asText(), fields)));
    }
    var meta = body.putObject("meta").put("result_count", page.size());
    if (!page.isEmpty()) {
      meta.put("newest_id", page.getFirst().id()).put("oldest_id", page.getLast().id());
    }
    if (wanted.size() > limit) {
      meta.put("next_token", "m" + number(page.getLast()).toString(Character.MAX_RADIX));
    }
    return Reply.ok(body);
  }

  private static BigInteger number(Thing mention) {
    return new BigInteger(mention.id());
  }
}
