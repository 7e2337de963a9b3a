package io.ganglion.lab.bluesky;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.lab.Objects;
import io.ganglion.lab.Objects.Range;
import io.ganglion.lab.Objects.Thing;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes.Request;
import io.ganglion.lab.Scene;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** What the network shows: newest first, page by page. */
final class Views {
  /** Of a network's newest posts, so many are looked at for one page. */
  private static final int SEARCHED = 1_000;

  private static final int COUNTED = 1_000;
  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 100;

  private static final List<String> NOTIFYING =
      List.of(Repository.FOLLOW, Repository.LIKE, Repository.REPOST, Repository.POST);

  private Views() {}

  static Reply timeline(Scene scene, Request request) throws SQLException {
    return posts(scene, request, "feed", post -> true);
  }

  static Reply author(Scene scene, Request request) throws SQLException {
    var did = Repository.did(scene, parameter(request, "actor"));
    return did.isEmpty()
        ? Errors.invalid("Profile not found")
        : posts(scene, request, "feed", post -> post.path("did").asText().equals(did.get()));
  }

  static Reply search(Scene scene, Request request) throws SQLException {
    var words = parameter(request, "q").toLowerCase(Locale.ROOT);
    return posts(
        scene,
        request,
        "posts",
        post -> post.at("/value/text").asText().toLowerCase(Locale.ROOT).contains(words));
  }

  static Reply profile(Scene scene, Request request) throws SQLException {
    var did = Repository.did(scene, parameter(request, "actor"));
    if (did.isEmpty()) {
      return Errors.invalid("Profile not found");
    }
    var network = Repository.network(scene);
    var profile = author(scene, did.get());
    profile.put("displayName", "Laboratory " + profile.path("handle").asText());
    profile.put(
        "followersCount",
        network.listWith(Repository.FOLLOW, "subject", did.get(), COUNTED).size());
    profile.put(
        "followsCount", network.listWith(Repository.FOLLOW, "did", did.get(), COUNTED).size());
    profile.put("postsCount", network.listWith(Repository.POST, "did", did.get(), COUNTED).size());
    return Reply.ok(profile);
  }

  /** Newest first, whatever kind of record each is about. */
  static Reply notifications(Scene scene, Request request) throws SQLException {
    var own = Sessions.did(scene.account());
    var cursor = parameter(request, "cursor");
    long before = cursor.matches("[0-9]{1,18}") ? Long.parseLong(cursor) : Long.MAX_VALUE;
    var all = new ArrayList<Thing>();
    for (var collection : NOTIFYING) {
      for (var thing :
          Repository.network(scene).list(collection, new Range(Instant.EPOCH, before, SEARCHED))) {
        boolean others = !thing.body().path("did").asText().equals(own);
        if (thing.visible() && others && about(collection, thing).contains(own)) {
          all.add(thing);
        }
      }
    }
    all.sort(Comparator.comparingLong(Thing::number).reversed());
    var page = all.subList(0, Math.min(limit(request), all.size()));
    var answer = Json.object();
    var list = answer.putArray("notifications");
    for (var thing : page) {
      list.add(notification(scene, thing));
    }
    if (all.size() > page.size()) {
      answer.put("cursor", Long.toString(page.getLast().number()));
    }
    return Reply.ok(answer.put("seenAt", Instant.EPOCH.toString()));
  }

  private static String about(String collection, Thing thing) {
    return thing.body().path(collection.equals(Repository.POST) ? "parent" : "subject").asText();
  }

  private static ObjectNode notification(Scene scene, Thing thing) throws SQLException {
    var body = thing.body();
    var uri = body.path("uri").asText();
    var collection =
        NOTIFYING.stream().filter(it -> uri.contains("/" + it + "/")).findFirst().orElseThrow();
    var about = about(collection, thing);
    var one =
        Json.object()
            .put("uri", uri)
            .put("cid", body.path("cid").asText())
            .put(
                "reason",
                collection.equals(Repository.POST)
                    ? "reply"
                    : collection.substring(collection.lastIndexOf('.') + 1))
            .put("isRead", false)
            .put("indexedAt", thing.created().toString());
    if (about.startsWith("at://")) {
      one.put("reasonSubject", about);
    }
    one.set("author", author(scene, body.path("did").asText()));
    one.set("record", body.path("value"));
    return one;
  }

  private static Reply posts(
      Scene scene, Request request, String member, Predicate<ObjectNode> wanted)
      throws SQLException {
    var cursor = parameter(request, "cursor");
    long before = cursor.matches("[0-9]{1,18}") ? Long.parseLong(cursor) : Long.MAX_VALUE;
    var fit =
        Repository.network(scene)
            .list(Repository.POST, new Range(Instant.EPOCH, before, SEARCHED))
            .stream()
            .filter(Thing::visible)
            .filter(thing -> wanted.test(thing.body()))
            .toList();
    var page = fit.subList(0, Math.min(limit(request), fit.size()));
    var answer = Json.object();
    var list = answer.putArray(member);
    for (var thing : page) {
      var post = post(scene, thing);
      if (member.equals("feed")) {
        list.addObject().set("post", post);
      } else {
        list.add(post);
      }
    }
    if (fit.size() > page.size()) {
      answer.put("cursor", Long.toString(page.getLast().number()));
    }
    return Reply.ok(answer);
  }

  private static ObjectNode post(Scene scene, Thing thing) throws SQLException {
    var body = thing.body();
    var uri = body.path("uri").asText();
    var network = Repository.network(scene);
    var post = Json.object().put("uri", uri).put("cid", body.path("cid").asText());
    post.set("author", author(scene, body.path("did").asText()));
    post.set("record", body.path("value"));
    return post.put("likeCount", network.listWith(Repository.LIKE, "subject", uri, COUNTED).size())
        .put("repostCount", network.listWith(Repository.REPOST, "subject", uri, COUNTED).size())
        .put("replyCount", network.listWith(Repository.POST, "parent", uri, COUNTED).size())
        .put("indexedAt", thing.created().toString());
  }

  private static ObjectNode author(Scene scene, String did) throws SQLException {
    var handle =
        Repository.network(scene)
            .find(Repository.PROFILE, did)
            .map(Objects.Thing::body)
            .map(body -> body.path("handle").asText())
            .orElse("handle.invalid");
    return Json.object().put("did", did).put("handle", handle);
  }

  private static int limit(Request request) {
    var text = parameter(request, "limit");
    return text.matches("[0-9]{1,3}")
        ? Math.clamp(Integer.parseInt(text), 1, MAX_LIMIT)
        : DEFAULT_LIMIT;
  }

  private static String parameter(Request request, String name) {
    return request.call().parameters().getOrDefault(name, "");
  }
}
