package io.ganglion.connector.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Answers;
import io.ganglion.connector.Finding;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.PlatformCall;
import io.ganglion.connector.Query;
import io.ganglion.connector.Session;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Records in the account's repository: put under a key of the effect, found by it, deleted. */
final class Records {
  static final String POST = "app.bsky.feed.post";
  static final String LIKE = "app.bsky.feed.like";
  static final String REPOST = "app.bsky.feed.repost";
  static final String FOLLOW = "app.bsky.graph.follow";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final Xrpc xrpc;

  Records(Xrpc xrpc) {
    this.xrpc = xrpc;
  }

  /** Asks for one record, of any account. */
  static PlatformCall get(Session session, AtUri uri, Duration timeout) {
    var query =
        Query.of("repo", uri.repo()).and("collection", uri.collection()).and("rkey", uri.key());
    return Xrpc.query(session, "com.atproto.repo.getRecord", query, timeout);
  }

  Outcome put(Session session, Act act, String collection) {
    var at = address(session, act, collection);
    var body =
        Json.object().put("repo", at.repo()).put("collection", collection).put("rkey", at.key());
    body.set("record", record(act, collection));
    return xrpc.ask(
        Xrpc.procedure(session, "com.atproto.repo.putRecord", act.action().timeout()).json(body),
        answer -> {
          var put = Answers.json(answer);
          if (!Answers.text(put, "/uri").equals(at.toString())) {
            throw new IOException("another record was put");
          }
          return landed(at, Answers.text(put, "/cid"));
        });
  }

  /** Not there is an answer of the very server that would have it. */
  Finding find(Session session, Act act, String collection) {
    var at = address(session, act, collection);
    var wanted = record(act, collection);
    var outcome =
        xrpc.ask(
            get(session, at, act.action().timeout()),
            answer -> {
              var found = Answers.json(answer);
              Answers.text(found, "/cid");
              if (!Answers.text(found, "/uri").equals(at.toString())) {
                throw new IOException("another record was found");
              }
              return new Outcome.Landed(found, "", Optional.empty());
            });
    return switch (outcome) {
      case Outcome.Landed l when same(wanted, l.output().path("value")) ->
          new Finding.Found(landed(at, l.output().path("cid").asText()));
      case Outcome.Landed l -> new Finding.Inconclusive("another record has the effect's key");
      case Outcome.NotLanded n
          when n.status() == 400 && n.reason().contains("Could not locate record") ->
          new Finding.Absent();
      case Outcome.NotLanded n -> new Finding.Inconclusive(n.reason());
      case Outcome.Unknown u -> new Finding.Inconclusive(u.reason());
    };
  }

  /** A record that isn't there (any more) is deleted as well, says the server. */
  Outcome delete(Session session, Act act) {
    var uri = act.arguments().path("uri").asText();
    var at = AtUri.parse(uri).orElse(null);
    if (at == null || !at.repo().equals(session.principal())) {
      return new Outcome.NotLanded(
          400, "this record is not in the connection's own repository", Optional.empty(), false);
    }
    var body =
        Json.object()
            .put("repo", at.repo())
            .put("collection", at.collection())
            .put("rkey", at.key());
    return xrpc.ask(
        Xrpc.procedure(session, "com.atproto.repo.deleteRecord", act.action().timeout()).json(body),
        answer -> {
          Answers.json(answer);
          return new Outcome.Landed(
              Json.object().put("uri", uri).put("deleted", true), "", Optional.empty());
        });
  }

  private static AtUri address(Session session, Act act, String collection) {
    return new AtUri(session.principal(), collection, RecordKey.of(act.effect()));
  }

  private static ObjectNode record(Act act, String collection) {
    var record =
        Json.object().put("$type", collection).put("createdAt", TIME.format(act.firstDispatched()));
    return collection.equals(POST)
        ? post(record, act)
        : record.set("subject", act.handle().path("subject"));
  }

  private static ObjectNode post(ObjectNode record, Act act) {
    record.put("text", act.arguments().path("text").asText());
    if (act.arguments().has("langs")) {
      record.set("langs", act.arguments().path("langs"));
    }
    if (!act.handle().path("facets").isEmpty()) {
      record.set("facets", act.handle().path("facets"));
    }
    if (act.handle().has("reply")) {
      record.set("reply", act.handle().path("reply"));
    }
    if (!act.handle().path("images").isEmpty()) {
      record
          .putObject("embed")
          .put("$type", "app.bsky.embed.images")
          .set("images", act.handle().path("images"));
    }
    return record;
  }

  /** The server may add members of its own, so only ours are compared. */
  private static boolean same(JsonNode wanted, JsonNode found) {
    return wanted.properties().stream()
        .allMatch(member -> member.getValue().equals(found.path(member.getKey())));
  }

  private static Outcome.Landed landed(AtUri at, String cid) {
    var output = Json.object().put("uri", at.toString()).put("cid", cid);
    return new Outcome.Landed(output, at.toString(), url(at));
  }

  private static Optional<URI> url(AtUri at) {
    return at.collection().equals(POST)
        ? Optional.of(
            URI.create("https://bsky.app/profile/%s/post/%s".formatted(at.repo(), at.key())))
        : Optional.empty();
  }
}
