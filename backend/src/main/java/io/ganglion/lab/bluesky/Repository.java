package io.ganglion.lab.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.lab.Objects;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes.Request;
import io.ganglion.lab.Scene;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Records and files of the accounts of a tenant, which see each other. */
final class Repository {
  static final String POST = "app.bsky.feed.post";
  static final String LIKE = "app.bsky.feed.like";
  static final String REPOST = "app.bsky.feed.repost";
  static final String FOLLOW = "app.bsky.graph.follow";

  /** Who owns what accounts see of each other. */
  static final String NETWORK = "network";

  static final String PROFILE = "profile";

  private static final List<String> COLLECTIONS = List.of(POST, LIKE, REPOST, FOLLOW);
  private static final String BLOB = "blob";
  private static final int MAX_BLOB = 1_000_000;
  private static final int MAX_GRAPHEMES = 300;
  private static final int MAX_BYTES = 3_000;
  private static final Pattern TID = Pattern.compile("[2-7a-j][2-7a-z]{12}");
  private static final Pattern CLUSTER = Pattern.compile("\\X");

  private Repository() {}

  static Objects network(Scene scene) {
    return scene.objects(NETWORK);
  }

  /** Makes an account known to the others. */
  static void appear(Scene scene) throws SQLException {
    network(scene)
        .lock(
            PROFILE,
            Sessions.did(scene.account()),
            Json.object().put("handle", Sessions.handle(scene)));
  }

  static Optional<String> did(Scene scene, String actor) throws SQLException {
    return actor.startsWith("did:")
        ? network(scene).find(PROFILE, actor).map(Objects.Thing::id)
        : network(scene).newestWith(PROFILE, "handle", actor).map(Objects.Thing::id);
  }

  static Reply resolve(Scene scene, Request request) throws SQLException {
    var handle = request.call().parameters().getOrDefault("handle", "");
    return did(scene, handle)
        .map(did -> Reply.ok(Json.object().put("did", did)))
        .orElseGet(() -> Errors.invalid("Unable to resolve handle"));
  }

  static Reply put(Scene scene, Request request) throws SQLException {
    var body = request.call().json().orElseGet(Json::object);
    var collection = body.path("collection").asText();
    var key = body.path("rkey").asText();
    var record = body.path("record");
    var refusal = refusal(scene, body, key, record);
    if (refusal.isPresent()) {
      return Errors.invalid(refusal.get());
    }
    var did = Sessions.did(scene.account());
    var id = did + "/" + key;
    var uri = "at://%s/%s/%s".formatted(did, collection, key);
    var kept = kept(did, uri, record);
    var there = network(scene).find(collection, id);
    if (there.isEmpty()) {
      network(scene).add(collection, id, kept);
      scene.journal(word(collection) + ".created", uri, record);
    } else if (!there.get().body().path("value").equals(record)) {
      network(scene).change(collection, id, kept);
      scene.journal(word(collection) + ".updated", uri, record);
    }
    var answer =
        Json.object()
            .put("uri", uri)
            .put("cid", kept.path("cid").asText())
            .put("validationStatus", "valid");
    answer.putObject("commit").put("cid", Cid.of(answer)).put("rev", key);
    return Reply.ok(answer);
  }

  static Reply delete(Scene scene, Request request) throws SQLException {
    var body = request.call().json().orElseGet(Json::object);
    var collection = body.path("collection").asText();
    if (!own(scene, body) || !COLLECTIONS.contains(collection)) {
      return Errors.invalid("Could not find repo: " + body.path("repo").asText());
    }
    var id = Sessions.did(scene.account()) + "/" + body.path("rkey").asText();
    var there = network(scene).find(collection, id);
    if (there.isEmpty()) {
      return Reply.ok(Json.object()); // nothing to do is done
    }
    network(scene).remove(collection, id);
    scene.journal(
        word(collection) + ".deleted",
        there.get().body().path("uri").asText(),
        there.get().body().path("value"));
    var answer = Json.object();
    answer.putObject("commit").put("cid", Cid.of(body)).put("rev", body.path("rkey").asText());
    return Reply.ok(answer);
  }

  static Reply get(Scene scene, Request request) throws SQLException {
    var asked = request.call().parameters();
    var did = did(scene, asked.getOrDefault("repo", "")).orElse("");
    var collection = asked.getOrDefault("collection", "");
    var key = asked.getOrDefault("rkey", "");
    return network(scene)
        .find(collection, did + "/" + key)
        .filter(Objects.Thing::visible)
        .map(
            thing -> {
              var answer =
                  Json.object()
                      .put("uri", thing.body().path("uri").asText())
                      .put("cid", thing.body().path("cid").asText());
              return Reply.ok(answer.set("value", thing.body().path("value")));
            })
        .orElseGet(
            () ->
                Errors.of(
                    400,
                    "RecordNotFound",
                    "Could not locate record: at://%s/%s/%s".formatted(did, collection, key)));
  }

  static Reply upload(Scene scene, Request request) throws SQLException {
    var bytes = request.call().body();
    if (bytes.length > MAX_BLOB) {
      return Errors.of(413, "PayloadTooLarge", "request entity too large");
    }
    var type = request.call().header("content-type").orElse("application/octet-stream");
    var blob = Json.object().put("$type", "blob");
    blob.putObject("ref").put("$link", Cid.of(bytes));
    blob.put("mimeType", type).put("size", bytes.length);
    scene.objects().lock(BLOB, blob.at("/ref/$link").asText(), blob);
    return Reply.ok(Json.object().set("blob", blob));
  }

  private static Optional<String> refusal(Scene scene, JsonNode body, String key, JsonNode record)
      throws SQLException {
    var collection = body.path("collection").asText();
    if (!own(scene, body)) {
      return Optional.of("Could not find repo: " + body.path("repo").asText());
    }
    if (!COLLECTIONS.contains(collection) || !record.path("$type").asText().equals(collection)) {
      return Optional.of("Invalid $type: expected %s".formatted(collection));
    }
    if (!TID.matcher(key).matches()) {
      return Optional.of("Invalid record key: " + key);
    }
    if (!record.path("createdAt").isTextual()) {
      return Optional.of(
          "Invalid %s record: Record must have the property \"createdAt\"".formatted(collection));
    }
    if (!collection.equals(POST)) {
      return record.has("subject")
          ? Optional.empty()
          : Optional.of(
              "Invalid %s record: Record must have the property \"subject\"".formatted(collection));
    }
    var text = record.path("text").asText();
    if (CLUSTER.matcher(text).results().count() > MAX_GRAPHEMES
        || text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      return Optional.of(
          "Invalid app.bsky.feed.post record: Record/text must not be longer than 300 graphemes");
    }
    for (var image : record.at("/embed/images")) {
      var cid = image.at("/image/ref/$link").asText();
      if (scene.objects().find(BLOB, cid).isEmpty()) {
        return Optional.of("Could not find blob: " + cid);
      }
    }
    return Optional.empty();
  }

  private static boolean own(Scene scene, JsonNode body) {
    var repo = body.path("repo").asText();
    return repo.equals(Sessions.did(scene.account())) || repo.equals(Sessions.handle(scene));
  }

  private static ObjectNode kept(String did, String uri, JsonNode record) {
    var subject = record.path("subject");
    var kept =
        Json.object()
            .put("did", did)
            .put("uri", uri)
            .put("cid", Cid.of(record))
            .put("subject", subject.isTextual() ? subject.asText() : subject.path("uri").asText())
            .put("parent", record.at("/reply/parent/uri").asText());
    kept.set("value", record);
    return kept;
  }

  private static String word(String collection) {
    return collection.substring(collection.lastIndexOf('.') + 1);
  }
}
